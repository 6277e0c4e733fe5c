"""The tables of ``library.db``."""

from __future__ import annotations

SCHEMA = 7
"""The version of the tables below, kept in the file as ``PRAGMA user_version``."""

ORDINAL_BITS = 20
"""A chunk's number is ``article << ORDINAL_BITS | ordinal``.

So the chunks of an article lie side by side, and a chunk tells its article without a look-up.
"""

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
    embedded INTEGER NOT NULL DEFAULT 0, -- whether it is in both indexes
    text TEXT NOT NULL
);
CREATE INDEX chunks_pending ON chunks (number) WHERE embedded = 0;

-- Chunks that are gone, but may still be in the indexes.
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

WORDS = """
DROP TABLE vocabulary;
DROP TABLE words;
DROP VIEW passages;
"""
"""What went with version 3: the word index is a folder of its own now."""

SOURCES = """
-- When an article was found to be gone from where it came from; NULL is "it is there, as far as is known".
ALTER TABLE articles ADD COLUMN gone INTEGER;

-- What is followed. Times are seconds since 1970, UTC.
CREATE TABLE sources (
    number INTEGER PRIMARY KEY,
    place TEXT NOT NULL UNIQUE, -- an address, or the path of a folder
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    added INTEGER NOT NULL,
    etag TEXT NOT NULL DEFAULT '',
    modified TEXT NOT NULL DEFAULT '',
    succeeded INTEGER,          -- the last time that all went well
    failed INTEGER,             -- the last time that something did not
    error TEXT NOT NULL DEFAULT '', -- what that was
    failures INTEGER NOT NULL DEFAULT 0, -- in a row
    due INTEGER NOT NULL
);

-- The pages and files that a source lists, as they were when last asked for.
CREATE TABLE visits (
    source INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
    place TEXT NOT NULL,
    stamp TEXT NOT NULL,
    etag TEXT NOT NULL,
    modified TEXT NOT NULL,
    digest TEXT NOT NULL,
    asked INTEGER NOT NULL,
    listed INTEGER NOT NULL,    -- whether the source still lists it
    PRIMARY KEY (source, place)
) WITHOUT ROWID;

-- The articles that came of each. They are kept when an article is removed, so that it does not come again.
CREATE TABLE brought (
    source INTEGER NOT NULL,
    place TEXT NOT NULL,
    article TEXT NOT NULL,      -- its id
    PRIMARY KEY (source, place, article),
    FOREIGN KEY (source, place) REFERENCES visits ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX brought_by_article ON brought (article);
"""
"""What came with version 4."""

COPIES = """
-- SHA-256 of the present text, by which copies are found.
ALTER TABLE articles ADD COLUMN said BLOB;
CREATE INDEX articles_by_text ON articles (said);
DROP INDEX articles_by_digest;

-- Where else an article stands in the same words; see ``copies.py``.
CREATE TABLE addresses (
    id TEXT PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    title TEXT NOT NULL,
    url TEXT NOT NULL,
    source TEXT NOT NULL,
    author TEXT NOT NULL,
    published INTEGER
) WITHOUT ROWID;
CREATE INDEX addresses_by_article ON addresses (article);

-- The articles that a rebuild under way has dealt with; their chunks are in ``staged``.
CREATE TABLE rebuilt (article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE);
DELETE FROM staged;
"""
"""What came with version 5."""

UPDATES = """
ALTER TABLE articles ADD COLUMN updated INTEGER;
ALTER TABLE articles ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE versions ADD COLUMN updated INTEGER;
ALTER TABLE versions ADD COLUMN language TEXT NOT NULL DEFAULT '';
"""
"""What came with version 6."""

ABRIDGED = """
-- Whether it is only what a feed says of it.
ALTER TABLE articles ADD COLUMN abridged INTEGER NOT NULL DEFAULT 0;
ALTER TABLE versions ADD COLUMN abridged INTEGER NOT NULL DEFAULT 0;
"""
"""What came with version 7."""
