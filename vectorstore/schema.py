"""The tables of ``library.db``."""

from __future__ import annotations

SCHEMA = 2
"""The version of the tables below, kept in the file as ``PRAGMA user_version``."""

ORDINAL_BITS = 20
"""A chunk's number is ``article << ORDINAL_BITS | ordinal``.

So the chunks of an article lie side by side, and a full-text match tells its article without a look-up.
"""

TOKENIZER = "porter unicode61 remove_diacritics 2"
"""How the word index takes texts apart."""

TABLES = f"""
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    url TEXT NOT NULL,
    source TEXT NOT NULL,
    author TEXT NOT NULL,
    published INTEGER,          -- seconds since 1970, UTC; NULL is "not known"
    version INTEGER NOT NULL,
    outlet TEXT NOT NULL,       -- source without case
    chunks INTEGER NOT NULL,    -- how many
    digest BLOB NOT NULL        -- of everything but id and version
);
CREATE INDEX articles_by_date ON articles (published, chunks);
CREATE INDEX articles_by_outlet ON articles (outlet, published, chunks);
CREATE INDEX articles_by_digest ON articles (digest);

-- Every text that an article has had, the present one too.
CREATE TABLE versions (
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    version INTEGER NOT NULL,
    title TEXT NOT NULL,
    url TEXT NOT NULL,
    source TEXT NOT NULL,
    author TEXT NOT NULL,
    published INTEGER,
    text TEXT NOT NULL,
    PRIMARY KEY (article, version)
);

CREATE TABLE chunks (
    number INTEGER PRIMARY KEY, -- article << {ORDINAL_BITS} | ordinal
    id TEXT NOT NULL UNIQUE,
    first INTEGER NOT NULL,     -- Chunk.start
    past INTEGER NOT NULL,      -- Chunk.end
    embedded INTEGER NOT NULL DEFAULT 0,
    text TEXT NOT NULL
);
CREATE INDEX chunks_pending ON chunks (number) WHERE embedded = 0;

-- Chunks that are gone, but whose vectors may still be in Chroma.
CREATE TABLE doomed (id TEXT PRIMARY KEY) WITHOUT ROWID;

-- The chunks of a rebuild under way, already embedded into its own folder.
CREATE TABLE staged (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    first INTEGER NOT NULL,
    past INTEGER NOT NULL,
    embedded INTEGER NOT NULL DEFAULT 1,
    text TEXT NOT NULL
);

CREATE VIEW passages AS
    SELECT chunks.number AS number, articles.title AS title, chunks.text AS text
    FROM chunks JOIN articles ON articles.number = chunks.number >> {ORDINAL_BITS};
CREATE VIRTUAL TABLE words USING fts5 (
    title, text,
    content = 'passages', content_rowid = 'number',
    tokenize = '{TOKENIZER}'
);
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (words, row);
"""

STORIES = """
-- The lowest number among the articles of the story; NULL when it is the only one.
ALTER TABLE articles ADD COLUMN story INTEGER;
CREATE INDEX articles_by_story ON articles (story) WHERE story IS NOT NULL;

-- By which near-copies are found; see ``shingles.py``.
CREATE TABLE bands (
    key INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    PRIMARY KEY (key, article)
) WITHOUT ROWID;
CREATE INDEX bands_by_article ON bands (article);
"""
"""What came with version 2."""
