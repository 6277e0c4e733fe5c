"""Finding text: articles in, hits out. Knows nothing of chat, prompts, settings or the web."""
