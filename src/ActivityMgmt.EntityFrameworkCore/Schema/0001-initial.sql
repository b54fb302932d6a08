-- Version 1. A published script never changes; what comes later gets a script of its own.

CREATE TABLE deliveries (
    id           INTEGER NOT NULL PRIMARY KEY,
    tenant       TEXT    NOT NULL,
    source       TEXT    NOT NULL,
    name         TEXT    NOT NULL,
    delivered_on TEXT    NOT NULL,          -- ISO date
    sequence     INTEGER NOT NULL,          -- commit sequence of its last entry when it first came; what came later under its name lies behind it
    UNIQUE (tenant, source, name)
) STRICT;

CREATE TABLE facts (
    sequence    INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,  -- commit sequence
    tenant      TEXT    NOT NULL,
    kind        TEXT    NOT NULL,
    source      TEXT    NOT NULL,
    id          TEXT    NOT NULL,
    revision    INTEGER NOT NULL,
    local_date  TEXT    NOT NULL,           -- ISO date
    agent       TEXT    NULL,
    change      TEXT    NOT NULL CHECK (change IN ('added', 'revised', 'removed', 'returned')),
    delivery_id INTEGER NOT NULL REFERENCES deliveries (id),
    content     TEXT    NOT NULL            -- the fact as canonical JSON; of a removed fact, what was removed
) STRICT;

-- The newest entry of a fact, and of all facts of a tenant, kind and source.
CREATE UNIQUE INDEX facts_by_key ON facts (tenant, kind, source, id, sequence);

-- A revision is booked once, whatever a program gets wrong.
CREATE UNIQUE INDEX facts_by_revision ON facts (tenant, kind, source, id, revision) WHERE change IN ('added', 'revised');

CREATE TRIGGER facts_are_never_updated BEFORE UPDATE ON facts
BEGIN SELECT RAISE(ABORT, 'facts are append-only: a correction is a new revision'); END;

CREATE TRIGGER facts_are_never_deleted BEFORE DELETE ON facts
BEGIN SELECT RAISE(ABORT, 'facts are append-only: a removal is an entry of its own'); END;

CREATE TABLE people (
    tenant       TEXT NOT NULL,
    kind         TEXT NOT NULL,
    id           TEXT NOT NULL,
    name         TEXT NOT NULL,
    delivered_on TEXT NOT NULL,             -- the delivery the name came with; an older one doesn't overwrite it
    delivery     TEXT NOT NULL,
    PRIMARY KEY (tenant, kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE documents (
    tenant         TEXT    NOT NULL,
    kind           TEXT    NOT NULL,
    id             TEXT    NOT NULL,
    version        INTEGER NOT NULL,
    effective_from TEXT    NOT NULL,        -- ISO date, included
    effective_to   TEXT    NULL,            -- ISO date, included
    file_name      TEXT    NOT NULL,        -- for messages
    text           TEXT    NOT NULL,
    hash           TEXT    NOT NULL,        -- SHA-256 of the text in UTF-8, upper-case hexadecimal
    PRIMARY KEY (tenant, kind, id, version)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER documents_are_never_updated BEFORE UPDATE ON documents
BEGIN SELECT RAISE(ABORT, 'a published document never changes: publish a new version'); END;

CREATE TRIGGER documents_are_never_deleted BEFORE DELETE ON documents
BEGIN SELECT RAISE(ABORT, 'a published document stays'); END;

CREATE TABLE aggregates (
    tenant         TEXT    NOT NULL,
    type           TEXT    NOT NULL,
    key            TEXT    NOT NULL,
    partition      TEXT    NOT NULL,
    token          INTEGER NOT NULL,        -- concurrency token, from 1
    content_format INTEGER NOT NULL,        -- version of the way the content is written
    content        TEXT    NOT NULL,        -- canonical JSON
    PRIMARY KEY (tenant, type, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX aggregates_by_partition ON aggregates (tenant, type, partition);
