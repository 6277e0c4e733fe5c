"""What is said to a chat model: one Markdown file per prompt."""
