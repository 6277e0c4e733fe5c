"""Articles, chunks and hits for tests: whole, unless something is said about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Literal

from bot.evaluate.gold import Claim, Evidence, Question, Said
from bot.evaluate.result import Figure, QuestionResult, Result
from bot.evaluate.rows import Answered, Asked, Checked, Cited, Found, Judged, Shown, Usage, Way
from bot.types import Answer, Citation, Refusal, Sentence, Support, Verdict
from bot.written import Written
from vectorstore.types import Article, Chunk, Headline, Hit, Query, Story

TEXT = "The council met on Monday. It voted to keep the old bridge open. The mayor had argued against it."


def day(text: str) -> datetime:
    """Midnight UTC of a day written as ``2026-11-24``."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def article(
    id: str = "a",
    text: str = TEXT,
    *,
    title: str = "Old bridge stays open",
    url: str = "",
    source: str = "The Courier",
    author: str = "",
    published: datetime | None = None,
    updated: datetime | None = None,
    language: str = "",
    version: int = 1,
) -> Article:
    return Article(
        id=id,
        text=text,
        title=title,
        url=url,
        source=source,
        author=author,
        published=published,
        updated=updated,
        language=language,
        version=version,
    )


def chunk(
    text: str = "It voted to keep the old bridge open.",
    *,
    article_id: str = "a",
    ordinal: int = 0,
    start: int = 0,
) -> Chunk:
    return Chunk(id=f"{article_id}#{ordinal}", article_id=article_id, text=text, start=start, end=start + len(text))


def hit(
    text: str = "It voted to keep the old bridge open.",
    *,
    article_id: str = "a",
    ordinal: int = 0,
    score: float = 1.0,
    title: str = "Old bridge stays open",
    source: str = "The Courier",
    published: datetime | None = None,
    story: int = 0,
) -> Hit:
    return Hit(
        chunk=chunk(text, article_id=article_id, ordinal=ordinal),
        article=Headline(id=article_id, title=title, source=source, published=published, story=story),
        score=score,
    )


def query(
    text: str = "bridge",
    *,
    as_of: datetime | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    sources: tuple[str, ...] = (),
    articles: tuple[str, ...] = (),
) -> Query:
    return Query(
        text=text,
        as_of=as_of or day("2100-01-01"),
        since=since,
        until=until,
        sources=sources,
        articles=articles,
    )


def prose(sentences: int, about: str = "bridge") -> str:
    """That many different sentences of about 80 characters; 11 make a chunk, 12 make two."""
    return " ".join(
        f"Sentence number {number} tells the patient reader one more thing about the {about}."
        for number in range(sentences)
    )


def question(
    id: str = "q",
    question: str = "What did the council vote for?",
    *,
    answers: tuple[str, ...] = ("to keep the old bridge open",),
    evidence: tuple[Evidence, ...] = (Evidence(article_id="a"),),
    answerable: bool | None = True,
    history: tuple[Said, ...] = (),
    rewrite: str | None = None,
    meta: dict[str, Any] | None = None,
) -> Question:
    return Question(
        id=id,
        question=question,
        answers=answers,
        evidence=evidence,
        answerable=answerable,
        history=history,
        rewrite=rewrite,
        meta=meta or {},
    )


def asked(
    id: str = "q",
    *,
    way: Way = "ours",
    searched: str = "What did the council vote for?",
    found: tuple[str, ...] = ("a",),
    texts: tuple[str, ...] = (),
    said: tuple[str, ...] = ("It voted to keep the old bridge open.",),
    cited: tuple[Cited, ...] = (),
    refusal: str = "",
    confidence: float = 0.8,
    milliseconds: float = 20.0,
    timings: dict[str, float] | None = None,
    usage: Usage | None = None,
    written: Written | None = None,
) -> Asked:
    """``found`` are article ids, ``texts`` the chunks' texts where they matter, ``said`` the sentences."""
    texts = texts or ("",) * len(found)
    return Asked(
        id=id,
        way=way,
        searched=searched,
        found=tuple(Found(article_id=article, title="", text=text) for article, text in zip(found, texts, strict=True)),
        sentences=tuple(Shown(text=text, citations=1, support=Support.SUPPORTED) for text in (() if refusal else said)),
        citations=() if refusal else cited,
        refusal=refusal,
        confidence=confidence,
        milliseconds=milliseconds,
        timings=timings or {},
        usage=usage,
        written=written,
    )


def answered(asked_with: Asked | None = None, question_with: Question | None = None) -> Answered:
    return Answered(question=question_with or question(), asked=asked_with or asked())


def judged(
    label: Literal["supported", "partial", "unsupported"],
    support: Support,
    score: float = 0.5,
    *,
    evidence: tuple[tuple[str, ...], ...] = (),
    quotes: tuple[str, ...] = (),
) -> Judged:
    return Judged(
        claim=Claim(id="k", claim="It rained.", label=label, source_text="It rained.", evidence_sentences=evidence),
        checked=Checked(id="k", support=support, score=score, quotes=quotes, milliseconds=1.0),
    )


def result(
    values: Sequence[Mapping[str, float | tuple[float, ...]]] = ({"hit@1": 1.0},),
    *,
    name: str = "small",
    system: str = "hybrid",
    measures: Mapping[str, Figure] | None = None,
    **given: Any,
) -> Result:
    """A result with a question for each of ``values``, which are what it contributes."""
    return Result(
        set=name,
        system=system,
        date="2026-11-24T12:00:00+00:00",
        commit="0123456789ab",
        machine="a machine",
        settings={"model": ""},
        counts={"articles": 3, "questions": len(values)},
        measures=measures or {"hit@1": Figure(value=1.0, low=0.5, high=1.0, n=len(values))},
        questions=tuple(
            QuestionResult(id=f"q{number}", way="ours", values=of_question) for number, of_question in enumerate(values)
        ),
        **given,
    )


def citation(
    quote: str = "It voted to keep the old bridge open.",
    *,
    number: int = 1,
    of: Article | None = None,
    start: int | None = None,
    story: Story | None = None,
    answer: str = "",
) -> Citation:
    """A quote of an article; where it is in the text unless ``start`` says otherwise. ``answer``: words of it."""
    cited = of or article()
    found = cited.text.index(quote) if start is None else start
    at = found + quote.index(answer)
    span = (at, at + len(answer)) if answer else None
    return Citation(
        number=number,
        article=cited.headline,
        quote=quote,
        start=found,
        end=found + len(quote),
        story=story,
        answer=span,
    )


def sentence(
    text: str = "It voted to keep the old bridge open.",
    *cited: int,
    support: Support = Support.SUPPORTED,
    missing: tuple[str, ...] = (),
) -> Sentence:
    return Sentence(text=text, verdict=Verdict(support=support, score=1.0, missing=missing), citations=cited or (1,))


def answer(
    *sentences: Sentence,
    citations: tuple[Citation, ...] | None = None,
    question: str = "What of the bridge?",
    searched: str = "",
    refusal: Refusal | None = None,
    notice: str = "",
    model: str = "",
    hits: tuple[Hit, ...] = (),
) -> Answer:
    return Answer(
        question=question,
        query=query(searched or question),
        sentences=sentences or (() if refusal else (sentence(),)),
        citations=(() if refusal else (citation(),)) if citations is None else citations,
        refusal=refusal,
        notice=notice,
        model=model,
        hits=hits,
    )
