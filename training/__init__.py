"""Training of the reader: the small cross-encoder that finds, ranks and declines. See README.md."""
