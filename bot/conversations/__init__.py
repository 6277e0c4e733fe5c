"""Conversations that are kept: what they are, where, and how they are given away."""
