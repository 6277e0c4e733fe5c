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
, story INTEGER, gone INTEGER);
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
    embedded INTEGER NOT NULL DEFAULT 0, -- whether it is in both indexes
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
CREATE INDEX articles_by_story ON articles (story) WHERE story IS NOT NULL;
CREATE TABLE bands (
    key INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    PRIMARY KEY (key, article)
) WITHOUT ROWID;
CREATE INDEX bands_by_article ON bands (article);
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
CREATE TABLE brought (
    source INTEGER NOT NULL,
    place TEXT NOT NULL,
    article TEXT NOT NULL,      -- its id
    PRIMARY KEY (source, place, article),
    FOREIGN KEY (source, place) REFERENCES visits ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX brought_by_article ON brought (article);
INSERT INTO meta VALUES ('fingerprint', 'fake/64 sentences-1/900');
INSERT INTO meta VALUES ('vectors', 'chroma-0');
INSERT INTO articles VALUES (1, 'agency', 'Ferry sinks', 'https://wire.example/ferry', 'Northern Wire', '', 1772496000, 2, 'northern wire', 1, X'E895A0BBF0822576617F6AB48904F8F78562C92B9010EBA466CE15C8945DF2ED', 1, NULL);
INSERT INTO articles VALUES (2, 'copy', 'Ferry goes down', '', 'Harbour Times', '', 1772582400, 1, 'harbour times', 1, X'8E0A65189E36F5F9423015A28C97B2C5BF0AE1488FF0026CA87A4C72C2FE4552', 1, NULL);
INSERT INTO articles VALUES (3, 'other', 'Old bridge stays open', '', '', '', NULL, 1, '', 1, X'77B0F1CDE732F5AF8D911210220719A6AC1D66CB403E091C8C2A3B5A36DD205A', NULL, NULL);
INSERT INTO versions VALUES (1, 1, 'Ferry sinks', 'https://wire.example/ferry', 'Northern Wire', '', 1772496000, 'The ferry sank.');
INSERT INTO versions VALUES (2, 1, 'Ferry goes down', '', 'Harbour Times', '', 1772582400, 'From our correspondent. The ferry left the harbour at noon on Tuesday with ninety people on board, and sank within the hour. The coast guard took all of them to the town hall, where doctors were waiting. The owner of the ferry said that it had been inspected in January and found to be sound. The ministry of transport began an inquiry, which is expected to take until the summer.');
INSERT INTO versions VALUES (3, 1, 'Old bridge stays open', '', '', '', NULL, 'It''s settled: the council voted to keep the old bridge open.');
INSERT INTO versions VALUES (1, 2, 'Ferry sinks', 'https://wire.example/ferry', 'Northern Wire', '', 1772496000, 'The ferry left the harbour at noon on Tuesday with ninety people on board, and sank within the hour. The coast guard took all of them to the town hall, where doctors were waiting. The owner of the ferry said that it had been inspected in January and found to be sound. The ministry of transport began an inquiry, which is expected to take until the summer.');
INSERT INTO chunks VALUES (1048576, 'agency#0', 0, 356, 1, 'The ferry left the harbour at noon on Tuesday with ninety people on board, and sank within the hour. The coast guard took all of them to the town hall, where doctors were waiting. The owner of the ferry said that it had been inspected in January and found to be sound. The ministry of transport began an inquiry, which is expected to take until the summer.');
INSERT INTO chunks VALUES (2097152, 'copy#0', 0, 380, 1, 'From our correspondent. The ferry left the harbour at noon on Tuesday with ninety people on board, and sank within the hour. The coast guard took all of them to the town hall, where doctors were waiting. The owner of the ferry said that it had been inspected in January and found to be sound. The ministry of transport began an inquiry, which is expected to take until the summer.');
INSERT INTO chunks VALUES (3145728, 'other#0', 0, 60, 1, 'It''s settled: the council voted to keep the old bridge open.');
INSERT INTO bands VALUES (568984437494253, 1);
INSERT INTO bands VALUES (4188495060249028, 1);
INSERT INTO bands VALUES (17439164957285700, 1);
INSERT INTO bands VALUES (28055602551364830, 1);
INSERT INTO bands VALUES (36907890981527799, 1);
INSERT INTO bands VALUES (43761314412733981, 1);
INSERT INTO bands VALUES (45079053421129261, 1);
INSERT INTO bands VALUES (45508893678692656, 1);
INSERT INTO bands VALUES (46195895146307943, 1);
INSERT INTO bands VALUES (47029471049339204, 1);
INSERT INTO bands VALUES (50932793124068427, 1);
INSERT INTO bands VALUES (52757213607514202, 1);
INSERT INTO bands VALUES (66075675270117556, 1);
INSERT INTO bands VALUES (66144321733832842, 1);
INSERT INTO bands VALUES (73199144825151405, 1);
INSERT INTO bands VALUES (73367894219467180, 1);
INSERT INTO bands VALUES (82744301642504986, 1);
INSERT INTO bands VALUES (84642853299872319, 1);
INSERT INTO bands VALUES (86766521334575961, 1);
INSERT INTO bands VALUES (88646037674619924, 1);
INSERT INTO bands VALUES (109482341342911646, 1);
INSERT INTO bands VALUES (124261302377271317, 1);
INSERT INTO bands VALUES (128910909526820808, 1);
INSERT INTO bands VALUES (138629299403497881, 1);
INSERT INTO bands VALUES (141207082980920494, 1);
INSERT INTO bands VALUES (142798518697172397, 1);
INSERT INTO bands VALUES (158988651258858646, 1);
INSERT INTO bands VALUES (172489120735447383, 1);
INSERT INTO bands VALUES (180186934843462503, 1);
INSERT INTO bands VALUES (184043974332660239, 1);
INSERT INTO bands VALUES (189989768263306368, 1);
INSERT INTO bands VALUES (191623943222939849, 1);
INSERT INTO bands VALUES (192189603145710125, 1);
INSERT INTO bands VALUES (207581468893103808, 1);
INSERT INTO bands VALUES (209253568355103847, 1);
INSERT INTO bands VALUES (231212984493292114, 1);
INSERT INTO bands VALUES (233008512761288207, 1);
INSERT INTO bands VALUES (239903481474747030, 1);
INSERT INTO bands VALUES (245520224929394586, 1);
INSERT INTO bands VALUES (249710781598436344, 1);
INSERT INTO bands VALUES (294413656042823176, 1);
INSERT INTO bands VALUES (305497368802140827, 1);
INSERT INTO bands VALUES (314116573599428640, 1);
INSERT INTO bands VALUES (316598197079466348, 1);
INSERT INTO bands VALUES (316889782401874835, 1);
INSERT INTO bands VALUES (319766628804585678, 1);
INSERT INTO bands VALUES (324995979121521338, 1);
INSERT INTO bands VALUES (345377501629608563, 1);
INSERT INTO bands VALUES (350036987133253088, 1);
INSERT INTO bands VALUES (368070266327802322, 1);
INSERT INTO bands VALUES (370595831635185737, 1);
INSERT INTO bands VALUES (378454084158319573, 1);
INSERT INTO bands VALUES (416695953238065575, 1);
INSERT INTO bands VALUES (427975856016982381, 1);
INSERT INTO bands VALUES (434945621606004080, 1);
INSERT INTO bands VALUES (532042097473729806, 1);
INSERT INTO bands VALUES (544808479778339848, 1);
INSERT INTO bands VALUES (552359504693365257, 1);
INSERT INTO bands VALUES (615723183011689589, 1);
INSERT INTO bands VALUES (674586740564508739, 1);
INSERT INTO bands VALUES (766627799740094677, 1);
INSERT INTO bands VALUES (951774489495642168, 1);
INSERT INTO bands VALUES (958628510179672265, 1);
INSERT INTO bands VALUES (1670300360477879300, 1);
INSERT INTO bands VALUES (568984437494253, 2);
INSERT INTO bands VALUES (4188495060249028, 2);
INSERT INTO bands VALUES (17439164957285700, 2);
INSERT INTO bands VALUES (20551354091495783, 2);
INSERT INTO bands VALUES (28055602551364830, 2);
INSERT INTO bands VALUES (36907890981527799, 2);
INSERT INTO bands VALUES (43761314412733981, 2);
INSERT INTO bands VALUES (45079053421129261, 2);
INSERT INTO bands VALUES (45508893678692656, 2);
INSERT INTO bands VALUES (47029471049339204, 2);
INSERT INTO bands VALUES (50932793124068427, 2);
INSERT INTO bands VALUES (52757213607514202, 2);
INSERT INTO bands VALUES (66075675270117556, 2);
INSERT INTO bands VALUES (66144321733832842, 2);
INSERT INTO bands VALUES (73199144825151405, 2);
INSERT INTO bands VALUES (73367894219467180, 2);
INSERT INTO bands VALUES (82744301642504986, 2);
INSERT INTO bands VALUES (84642853274391883, 2);
INSERT INTO bands VALUES (86766521334575961, 2);
INSERT INTO bands VALUES (88646037674619924, 2);
INSERT INTO bands VALUES (109482341342911646, 2);
INSERT INTO bands VALUES (124261302377271317, 2);
INSERT INTO bands VALUES (128910909526820808, 2);
INSERT INTO bands VALUES (138629299403497881, 2);
INSERT INTO bands VALUES (141207082949418842, 2);
INSERT INTO bands VALUES (142798518697172397, 2);
INSERT INTO bands VALUES (158988651258858646, 2);
INSERT INTO bands VALUES (172489120735447383, 2);
INSERT INTO bands VALUES (180186934843462503, 2);
INSERT INTO bands VALUES (184043974332660239, 2);
INSERT INTO bands VALUES (189989768263306368, 2);
INSERT INTO bands VALUES (191623943222939849, 2);
INSERT INTO bands VALUES (192189603145710125, 2);
INSERT INTO bands VALUES (207581468893103808, 2);
INSERT INTO bands VALUES (209253568355103847, 2);
INSERT INTO bands VALUES (231212984493292114, 2);
INSERT INTO bands VALUES (233008512761288207, 2);
INSERT INTO bands VALUES (239903481474747030, 2);
INSERT INTO bands VALUES (245520224929394586, 2);
INSERT INTO bands VALUES (249710781598436344, 2);
INSERT INTO bands VALUES (294413656042823176, 2);
INSERT INTO bands VALUES (305497368802140827, 2);
INSERT INTO bands VALUES (306866578693027184, 2);
INSERT INTO bands VALUES (314116573599428640, 2);
INSERT INTO bands VALUES (316598197079466348, 2);
INSERT INTO bands VALUES (316889782401874835, 2);
INSERT INTO bands VALUES (319766628804585678, 2);
INSERT INTO bands VALUES (324995979121521338, 2);
INSERT INTO bands VALUES (345377501629608563, 2);
INSERT INTO bands VALUES (350036987133253088, 2);
INSERT INTO bands VALUES (356043309902361717, 2);
INSERT INTO bands VALUES (368070266327802322, 2);
INSERT INTO bands VALUES (370595831635185737, 2);
INSERT INTO bands VALUES (378454084158319573, 2);
INSERT INTO bands VALUES (416695953238065575, 2);
INSERT INTO bands VALUES (421792932766810477, 2);
INSERT INTO bands VALUES (532042097473729806, 2);
INSERT INTO bands VALUES (544808479778339848, 2);
INSERT INTO bands VALUES (552359504693365257, 2);
INSERT INTO bands VALUES (674586740564508739, 2);
INSERT INTO bands VALUES (766627799740094677, 2);
INSERT INTO bands VALUES (951774489495642168, 2);
INSERT INTO bands VALUES (958628510179672265, 2);
INSERT INTO bands VALUES (1670300360477879300, 2);
PRAGMA user_version = 4;
