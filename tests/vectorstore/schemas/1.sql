-- A library as it was written when these were the tables.
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
    number INTEGER PRIMARY KEY, -- article << 20 | ordinal
    id TEXT NOT NULL UNIQUE,
    first INTEGER NOT NULL,     -- Chunk.start
    past INTEGER NOT NULL,      -- Chunk.end
    embedded INTEGER NOT NULL DEFAULT 0,
    text TEXT NOT NULL
);
CREATE INDEX chunks_pending ON chunks (number) WHERE embedded = 0;
CREATE TABLE doomed (id TEXT PRIMARY KEY) WITHOUT ROWID;
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
    FROM chunks JOIN articles ON articles.number = chunks.number >> 20;
CREATE VIRTUAL TABLE words USING fts5 (
    title, text,
    content = 'passages', content_rowid = 'number',
    tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (words, row);
INSERT INTO meta VALUES ('fingerprint', 'fake/64 sentences-1/900');
INSERT INTO meta VALUES ('vectors', 'chroma-0');
INSERT INTO articles VALUES (1, 'agency', 'Ferry sinks', 'https://wire.example/ferry', 'Northern Wire', '', 1772496000, 2, 'northern wire', 1, X'E895A0BBF0822576617F6AB48904F8F78562C92B9010EBA466CE15C8945DF2ED');
INSERT INTO articles VALUES (2, 'copy', 'Ferry goes down', '', 'Harbour Times', '', 1772582400, 1, 'harbour times', 1, X'8E0A65189E36F5F9423015A28C97B2C5BF0AE1488FF0026CA87A4C72C2FE4552');
INSERT INTO articles VALUES (3, 'other', 'Old bridge stays open', '', '', '', NULL, 1, '', 1, X'77B0F1CDE732F5AF8D911210220719A6AC1D66CB403E091C8C2A3B5A36DD205A');
INSERT INTO versions VALUES (1, 1, 'Ferry sinks', 'https://wire.example/ferry', 'Northern Wire', '', 1772496000, 'The ferry sank.');
INSERT INTO versions VALUES (2, 1, 'Ferry goes down', '', 'Harbour Times', '', 1772582400, 'From our correspondent. The ferry left the harbour at noon on Tuesday with ninety people on board, and sank within the hour. The coast guard took all of them to the town hall, where doctors were waiting. The owner of the ferry said that it had been inspected in January and found to be sound. The ministry of transport began an inquiry, which is expected to take until the summer.');
INSERT INTO versions VALUES (3, 1, 'Old bridge stays open', '', '', '', NULL, 'It''s settled: the council voted to keep the old bridge open.');
INSERT INTO versions VALUES (1, 2, 'Ferry sinks', 'https://wire.example/ferry', 'Northern Wire', '', 1772496000, 'The ferry left the harbour at noon on Tuesday with ninety people on board, and sank within the hour. The coast guard took all of them to the town hall, where doctors were waiting. The owner of the ferry said that it had been inspected in January and found to be sound. The ministry of transport began an inquiry, which is expected to take until the summer.');
INSERT INTO chunks VALUES (1048576, 'agency#0', 0, 356, 1, 'The ferry left the harbour at noon on Tuesday with ninety people on board, and sank within the hour. The coast guard took all of them to the town hall, where doctors were waiting. The owner of the ferry said that it had been inspected in January and found to be sound. The ministry of transport began an inquiry, which is expected to take until the summer.');
INSERT INTO chunks VALUES (2097152, 'copy#0', 0, 380, 1, 'From our correspondent. The ferry left the harbour at noon on Tuesday with ninety people on board, and sank within the hour. The coast guard took all of them to the town hall, where doctors were waiting. The owner of the ferry said that it had been inspected in January and found to be sound. The ministry of transport began an inquiry, which is expected to take until the summer.');
INSERT INTO chunks VALUES (3145728, 'other#0', 0, 60, 1, 'It''s settled: the council voted to keep the old bridge open.');
PRAGMA user_version = 1;
