"""What is looked at when a sentence is checked against passages."""
