"""Talking about articles: questions in, cited answers out.

from bot import load_bot

with load_bot() as bot:
    print(bot.ask("Who vetoed the resolution?"))
"""
