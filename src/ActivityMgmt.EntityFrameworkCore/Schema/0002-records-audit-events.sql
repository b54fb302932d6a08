-- Version 2: flat query records, the audit trail and domain events. The records of what is stored already are filled in by the program.

CREATE TABLE goal_records (
    tenant       TEXT    NOT NULL,
    key          TEXT    NOT NULL,
    subject      TEXT    NOT NULL,          -- agent:E1001, team:T1, branch:B1
    first_day    TEXT    NOT NULL,          -- ISO date, included; access is granted by subject and days
    last_day     TEXT    NOT NULL,          -- ISO date, included
    subject_kind TEXT    NOT NULL,
    partition    TEXT    NOT NULL,
    measure      TEXT    NOT NULL,
    parent       TEXT    NULL,
    state        TEXT    NOT NULL,
    target       TEXT    NOT NULL,          -- decimal
    unit         TEXT    NOT NULL,
    revisions    INTEGER NOT NULL,
    is_cascaded  INTEGER NOT NULL,
    PRIMARY KEY (tenant, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX goal_records_by_subject ON goal_records (tenant, subject, first_day);

CREATE TABLE plan_records (
    tenant    TEXT    NOT NULL,
    key       TEXT    NOT NULL,
    subject   TEXT    NOT NULL,
    first_day TEXT    NOT NULL,
    last_day  TEXT    NOT NULL,
    partition TEXT    NOT NULL,
    goal      TEXT    NOT NULL,
    steps     INTEGER NOT NULL,
    findings  INTEGER NOT NULL,
    PRIMARY KEY (tenant, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX plan_records_by_subject ON plan_records (tenant, subject, first_day);

CREATE TABLE checkpoint_records (
    tenant         TEXT    NOT NULL,
    key            TEXT    NOT NULL,
    subject        TEXT    NOT NULL,
    first_day      TEXT    NOT NULL,
    last_day       TEXT    NOT NULL,
    partition      TEXT    NOT NULL,
    team           TEXT    NULL,
    goal           TEXT    NOT NULL,
    measure        TEXT    NOT NULL,
    status         TEXT    NOT NULL,
    target         TEXT    NOT NULL,
    expected       TEXT    NOT NULL,
    actual         TEXT    NULL,
    needs_decision INTEGER NOT NULL,
    decided_by     TEXT    NULL,
    due_on         TEXT    NULL,
    PRIMARY KEY (tenant, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX checkpoint_records_by_subject ON checkpoint_records (tenant, subject, first_day);

CREATE TABLE evaluation_records (
    tenant    TEXT    NOT NULL,
    key       TEXT    NOT NULL,
    subject   TEXT    NOT NULL,
    first_day TEXT    NOT NULL,
    last_day  TEXT    NOT NULL,
    partition TEXT    NOT NULL,
    state     TEXT    NOT NULL,
    score     TEXT    NULL,
    goals     INTEGER NOT NULL,
    noted_by  TEXT    NULL,
    PRIMARY KEY (tenant, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX evaluation_records_by_subject ON evaluation_records (tenant, subject, first_day);

CREATE TABLE audit_records (
    tenant    TEXT    NOT NULL,
    key       TEXT    NOT NULL,             -- the sequence with leading zeros
    subject   TEXT    NOT NULL,
    first_day TEXT    NOT NULL,             -- the day the entry is about
    last_day  TEXT    NOT NULL,
    sequence  INTEGER NOT NULL,             -- within the tenant, from 1
    at        INTEGER NOT NULL,             -- ticks (100 ns) since 1970-01-01 UTC
    actor     TEXT    NOT NULL,
    action    TEXT    NOT NULL,
    outcome   TEXT    NOT NULL,
    code      TEXT    NOT NULL,
    reason    TEXT    NOT NULL,             -- code and values as canonical JSON
    PRIMARY KEY (tenant, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX audit_records_by_subject ON audit_records (tenant, subject, first_day);

CREATE TRIGGER audit_records_are_never_updated BEFORE UPDATE ON audit_records
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;

CREATE TRIGGER audit_records_are_never_deleted BEFORE DELETE ON audit_records
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;

-- INSERT OR REPLACE deletes without asking the trigger above.
CREATE TRIGGER audit_records_are_never_replaced BEFORE INSERT ON audit_records
WHEN EXISTS (SELECT 1 FROM audit_records WHERE tenant = NEW.tenant AND key = NEW.key)
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;

CREATE TABLE events (
    tenant         TEXT    NOT NULL,
    sequence       INTEGER NOT NULL,        -- within the tenant, from 1, in the order of the commits
    content_format INTEGER NOT NULL,
    content        TEXT    NOT NULL,        -- the event as canonical JSON
    PRIMARY KEY (tenant, sequence)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER events_are_never_updated BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'what happened never changes'); END;

CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'what happened stays'); END;

CREATE TRIGGER events_are_never_replaced BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events WHERE tenant = NEW.tenant AND sequence = NEW.sequence)
BEGIN SELECT RAISE(ABORT, 'what happened never changes'); END;

CREATE TABLE event_deliveries (
    tenant     TEXT    NOT NULL,
    subscriber TEXT    NOT NULL,
    sequence   INTEGER NOT NULL,            -- of the last event that was delivered
    PRIMARY KEY (tenant, subscriber)
) STRICT, WITHOUT ROWID;
