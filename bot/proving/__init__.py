"""Proving a sentence: a source sentence's words, in their order, but for changes that keep the meaning."""
