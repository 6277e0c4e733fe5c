"""What a small model that makes things up said to questions of the bundled set, and what a reader is shown of it.

``tests/small_model_said.jsonl`` holds what ``bench.small_model write`` has written down. Every sentence that was shown
has been read beside its article; one that is not among them has not, and is to be read before it is added.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import bot.evaluate
from bot.cut import cut
from bot.evaluate import data
from bot.types import Answer, Draft
from bot.unwrap import unwrapped
from bot.verify import verify
from bot.writing import Writing
from tests.factories import hit
from vectorstore.types import Query

SAID = Path(__file__).parents[1] / "small_model_said.jsonl"
LEAST_QUESTIONS = 60
READ = frozenset(
    {
        "The Saint Orla left Port Halden with its bow door closed but not locked, and nobody on the bridge could have "
        "known, the public inquiry into the disaster concluded on Thursday.",
        "The inquiry may last up to 24 weeks, which would run past the companies' own target of the end of July.",
        'Stellmark said it was "disappointed but not discouraged" and was ready to sell the Larkrise soup brand.',
        "The government has agreed to pay 9 million crowns of the bill.",
        "Corran declined to comment.",
        "The night watchman, who was making tea on the floor below, was not hurt.",
        "The museum will be shut until Thursday.",
        "The number is two: Brackwater and Ellisford.",
        "Stannick, which had been reported to have done so, suspended only its parking payments.",
        "Idris Falk’s header gave Dunmarrow Rovers a 2-1 victory over Port Halden City on Sunday and kept them in the "
        "top division with 41 points, one more than Ellisford Town, who were relegated.",
        'The Russian Foreign Minister Sergei Lavrov said that Russia is "in constant contact" with Turkey.',
    }
)
"""The sentences that were shown as the model wrote them; none says what the articles do not."""


def test_of_what_a_model_makes_up_only_what_was_read_beside_its_article_is_shown() -> None:
    rows = [json.loads(line) for line in SAID.read_text(encoding="utf-8").splitlines()]
    given = [
        hit(article.text, article_id=article.id, source=article.source, published=article.published)
        for article in data.load(Path(bot.evaluate.__file__).parent / "bundled").articles
    ]
    written, shown = 0, set()
    for row in rows:
        answer = Answer(question=row["id"], query=Query(text=row["id"], as_of=datetime.now(UTC)))
        writing = Writing(answer=answer, verify=verify)
        drafts = [Draft(text=sentence.text, hits=()) for sentence in cut(unwrapped([row["said"]]))]
        list(writing.write("small", drafts, given))
        texts = {draft.text for draft in drafts}
        shown |= {sentence.text for sentence in writing.answer.sentences if sentence.text in texts}
        written += len(drafts)

    assert len({row["id"] for row in rows}) >= LEAST_QUESTIONS
    assert written > 2 * len(shown)
    assert shown <= READ
