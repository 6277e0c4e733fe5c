"""What people start from: split by characters, embed, Chroma's nearest, the first chunk is the answer.

Made as the tutorials make it, of the same model in full precision, and of none of our code for finding text.
It takes every question as typed, never refuses, and checks nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, Self, Unpack

from bot.articlebot import Scope
from bot.evaluate.rows import Ingested
from bot.types import Answer, Citation, Sentence, Support, Verdict
from vectorstore.sentences import sentence_spans
from vectorstore.types import Article, Chunk, Headline, Hit, Query
from vectorstore.weights import DEFAULT_MODEL, folder_of

if TYPE_CHECKING:
    from chromadb import Collection
    from sentence_transformers import SentenceTransformer

SIZE, OVERLAP = 1_000, 200  # characters
NEAREST = 4  # chunks, as langchain's similarity_search gives
BATCH = 50  # articles embedded and added together
TEXTS = "texts.jsonl"


@dataclass(frozen=True, kw_only=True)
class Tutorial:
    """The tutorial pipeline over a folder of its own."""

    folder: Path
    collection: Collection
    model: SentenceTransformer
    texts: dict[str, str] = field(default_factory=dict)
    checks_claims: bool = False

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The pipeline over what was ingested into a folder before, if anything."""
        import chromadb
        from chromadb.config import Settings
        from sentence_transformers import SentenceTransformer
        from transformers.utils.logging import disable_progress_bar

        disable_progress_bar()  # type: ignore[no-untyped-call]
        settings = Settings(anonymized_telemetry=False)
        collection = chromadb.PersistentClient(str(folder), settings).get_or_create_collection(
            "articles", embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
        )
        model = SentenceTransformer(str(folder_of(DEFAULT_MODEL)), device="cpu", local_files_only=True)
        return cls(folder=folder, collection=collection, model=model, texts=_read(folder / TEXTS))

    @property
    def settings(self) -> dict[str, Any]:
        """What the tutorials choose."""
        return {"splitter": "RecursiveCharacterTextSplitter", "size": SIZE, "overlap": OVERLAP, "nearest": NEAREST}

    def ingest(self, articles: Sequence[Article]) -> Iterator[Ingested]:
        """Split, embed and add, some articles a step."""
        from langchain_text_splitters import RecursiveCharacterTextSplitter

        splitter = RecursiveCharacterTextSplitter(chunk_size=SIZE, chunk_overlap=OVERLAP, add_start_index=True)
        for start in range(0, len(articles), BATCH):
            batch, began = articles[start : start + BATCH], perf_counter()
            documents = splitter.create_documents(
                [article.text for article in batch], [_metadata(article) for article in batch]
            )
            if documents:
                vectors = self.model.encode([document.page_content for document in documents], show_progress_bar=False)
                self.collection.upsert(
                    ids=[f"{one.metadata['id']}#{one.metadata['start_index']}" for one in documents],
                    embeddings=vectors,
                    documents=[document.page_content for document in documents],
                    metadatas=[document.metadata for document in documents],
                )
            self._keep(batch)
            yield Ingested(
                articles=len(batch),
                chunks=len(documents),
                characters=sum(len(article.text) for article in batch),
                seconds=perf_counter() - began,
            )

    def understand(self, question: str, **scope: Unpack[Scope]) -> Query:
        """The question as typed."""
        return Query(text=question, as_of=datetime.now(UTC), articles=tuple(scope.get("articles", ())))

    def retrieve(self, question: str, k: int = NEAREST, **scope: Unpack[Scope]) -> tuple[Query, list[Hit]]:
        """The nearest chunks by cosine, of the one article if one is named; dates are not looked at."""
        query = self.understand(question, **scope)
        found = self.collection.query(
            query_embeddings=self.model.encode([question], show_progress_bar=False),
            n_results=min(k, max(self.collection.count(), 1)),
            where=_only(query.articles),
        )
        rows = zip(
            found["ids"][0],
            (found["documents"] or [[]])[0],
            (found["metadatas"] or [[]])[0],
            (found["distances"] or [[]])[0],
            strict=True,
        )
        return query, [_hit(*row) for row in rows]

    def ask(self, question: str, **scope: Unpack[Scope]) -> Answer:
        """The first chunk, sentence by sentence; its cosine is the confidence."""
        query, hits = self.retrieve(question, **scope)
        if not hits:
            return Answer(question=question, query=query)
        first = hits[0]
        nothing_checked = Verdict(support=Support.UNSUPPORTED, score=0.0)
        return Answer(
            question=question,
            query=query,
            sentences=tuple(
                Sentence(text=first.chunk.text[start:end], verdict=nothing_checked, citations=(1,))
                for start, end in sentence_spans(first.chunk.text)
            ),
            citations=(
                Citation(
                    number=1,
                    article=first.article,
                    quote=first.chunk.text,
                    start=first.chunk.start,
                    end=first.chunk.end,
                ),
            ),
            confidence=min(max(first.score, 0.0), 1.0),
            hits=tuple(hits),
        )

    def text(self, article_id: str) -> str:
        """The text as it was ingested."""
        return self.texts[article_id]

    def close(self) -> None:
        """Nothing is held that has to be given back."""

    def _keep(self, articles: Sequence[Article]) -> None:
        with (self.folder / TEXTS).open("a", encoding="utf-8") as file:
            for article in articles:
                self.texts[article.id] = article.text
                file.write(json.dumps([article.id, article.text]) + "\n")


def _read(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    return dict(json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())


def _only(articles: Sequence[str]) -> Any:
    """Chroma's filter for some articles, or for all."""
    return {"id": {"$in": list(articles)}} if articles else None


def _metadata(article: Article) -> dict[str, str]:
    return {"id": article.id, "title": article.title, "source": article.source}


def _hit(id: str, text: str, metadata: Any, distance: float) -> Hit:
    start = int(metadata["start_index"])
    return Hit(
        chunk=Chunk(id=id, article_id=metadata["id"], text=text, start=start, end=start + len(text)),
        article=Headline(id=metadata["id"], title=metadata["title"], source=metadata["source"]),
        score=1.0 - distance,
    )
