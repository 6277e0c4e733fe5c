"""Talking about articles: questions in, cited answers out."""
