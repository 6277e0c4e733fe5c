"""Settings made into a bot: the only file that names the concrete parts."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.articlebot import ArticleBot
from bot.checking.weights import FITTED_FOR as JUDGED_BY
from bot.compose import Answerer
from bot.kinds import Kind
from bot.overlap import OverlapReader
from bot.reading import Reader
from bot.refuse import least_confidence
from bot.settings import Settings, load_settings
from bot.span_reader import FITTED_FOR, SpanReader
from bot.types import Verdict
from bot.verify import verify
from bot.verify import verify_claim as verify_by
from vectorstore.embed import SentenceTransformerEmbedder
from vectorstore.errors import ModelError, NoSuchArticle
from vectorstore.frugal import FrugalEmbedder
from vectorstore.library import Library
from vectorstore.rerank import FOLDER, JUDGE, PassageReader
from vectorstore.retrieve import retriever_for
from vectorstore.types import Embedder, Reranker
from vectorstore.weights import is_default

if TYPE_CHECKING:
    from vectorstore.fetch.polite import Polite
    from vectorstore.following.sources import Sources

log = logging.getLogger(__name__)


def load_bot(settings: Settings | None = None, **given: Any) -> ArticleBot:
    """A bot over the library in the data folder, with settings from the environment unless they are given.

    Opening is quick; the embedding model is loaded with the first question.

    Raises:
        BadSettings: a setting is unknown or out of range.
        LibraryError: the data folder is in use, cannot be written, or was indexed with another model.
        ModelMissing: the embedding or the chat model is not installed.
    """
    settings = settings or load_settings(**given)
    answerer = chat_answerer(settings)
    return bot_over(open_library(settings), settings, answerer)


def open_library(settings: Settings, *, check: bool = True) -> Library:
    """The library in the data folder; ``check=False`` opens it even if another model made its index."""
    return Library.open(settings.data, embedder_for(settings), check=check)


def polite_for(settings: Settings, *, sleep: Callable[[float], None] = time.sleep) -> Polite:
    """What fetches addresses: public ones, and the hosts that the settings allow."""
    from vectorstore.fetch.client import Client
    from vectorstore.fetch.polite import Polite

    hosts = (host.strip().lower() for host in settings.fetch_allow.split(","))
    client = Client(allowed=frozenset(filter(None, hosts)), proxy=settings.fetch_proxy)
    return Polite(fetcher=client, pause=settings.fetch_pause, sleep=sleep)


def sources_of(
    library: Library, settings: Settings, polite: Polite | None = None, *, every: timedelta | None = None
) -> Sources:
    """The sources that a library follows, each due again ``every`` so often, 15 minutes unless given.

    One ``polite`` for all that a process fetches keeps its manners.
    """
    from vectorstore.following.sources import Sources

    return Sources(library, polite or polite_for(settings), most=settings.fetch_most, every=every)


def embedder_for(settings: Settings) -> Embedder:
    """What embeds with the model named in the settings; the default one answers without torch."""
    if is_default(settings.embedding_model):
        return FrugalEmbedder()
    return SentenceTransformerEmbedder(settings.embedding_model)


def bot_over(library: Library, settings: Settings, answerer: Answerer | None = None) -> ArticleBot:
    """A bot over a library that is open already."""
    return ArticleBot(
        library=library,
        retriever=retriever_for(library, settings.retriever, reranker_for(settings)),
        reader=reader_for(library, settings),
        verify=partial(verify, judge=judge_for(settings.reading_threads)),
        now=lambda: datetime.now(UTC),
        answerer=answerer,
        passages=settings.passages,
        sentences=settings.sentences,
        least_confidence=least_confidence(settings.strictness),
        unsupported=settings.unsupported,
    )


def reranker_for(settings: Settings) -> Reranker | None:
    """The cross-encoder named in the settings, or nothing when none is."""
    if not settings.reranker:
        return None
    from vectorstore.cross_encoder import CrossEncoderReranker

    return CrossEncoderReranker(settings.reranker)


def reader_for(library: Library, settings: Settings, *, folder: Path = FOLDER, fitted_for: str = FITTED_FOR) -> Reader:
    """The trained reader, if there is one and it is the one that its weights are fitted for; else the one without."""
    frequency = library.words.document_frequency
    if fitted_for:
        try:
            passages = PassageReader.open(folder, threads=settings.reading_threads, sha256=fitted_for)
            return SpanReader(passages=passages, frequency=frequency, whole=partial(text_of, library))
        except ModelError as error:
            log.warning("%s; sentences are chosen by meaning and shared words instead", error)
    return OverlapReader(embedder=library.embedder, frequency=frequency)


def judge_for(threads: int = 2, *, folder: Path = JUDGE, fitted_for: str = JUDGED_BY) -> PassageReader | None:
    """The trained judge of claims, if it is there and the one that the weights of the check are fitted for."""
    try:
        return PassageReader.open(folder, threads=threads, sha256=fitted_for, later=True)
    except ModelError as error:
        log.warning("%s; a model's sentences are checked by their words alone", error)
        return None


def verify_claim(claim: str, source_text: str) -> Verdict:
    """What a text says to a claim; the trained judge is asked if it is there. Quotes have offsets into the text."""
    return verify_by(claim, source_text, _shipped_judge())


@cache
def _shipped_judge() -> PassageReader | None:
    return judge_for()


def text_of(library: Library, article: str) -> str:
    """The text of an article by its id; empty when it was removed meanwhile."""
    try:
        return library.catalog.article(article).text
    except NoSuchArticle:
        return ""


def chat_answerer(settings: Settings) -> Answerer | None:
    """What writes with the chat model named in the settings, or nothing when none is."""
    if not settings.model:
        return None
    from bot.meter import Prices
    from bot.models import chat_model
    from bot.write import ChatAnswerer
    from prompts import load

    timeout, context = settings.model_timeout, settings.model_context
    model = chat_model(settings.model, settings.model_url, timeout=timeout, context=context)
    return ChatAnswerer(
        model=model,
        prompt=load("answer"),
        special={
            Kind.COMPARISON: load("compare"),
            Kind.TIMELINE: load("over_time"),
            Kind.CHANGE: load("over_time"),
        },
        name=settings.model,
        seconds=timeout,
        context=context,
        prices=Prices(sent=settings.model_price_in, written=settings.model_price_out),
    )
