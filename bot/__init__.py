"""Talking about articles: questions in, cited answers out.

```python
from bot import load_bot

with load_bot() as bot:
    print(bot.ask("Who vetoed the resolution?"))
```
"""

from bot.articlebot import ArticleBot
from bot.build import load_bot, verify_claim
from bot.change import Change, changed
from bot.types import Answer, Citation, Conversation, Sentence, Support, Turn, Verdict

__all__ = [
    "Answer",
    "ArticleBot",
    "Change",
    "Citation",
    "Conversation",
    "Sentence",
    "Support",
    "Turn",
    "Verdict",
    "changed",
    "load_bot",
    "verify_claim",
]
