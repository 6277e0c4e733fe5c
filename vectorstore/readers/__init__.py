"""One small reader for each kind of file; ``vectorstore.read`` says which reads what."""
