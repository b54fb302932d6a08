-- Version 4: who carries a decision out, who is asked next and how many milestones were passed, adverse evaluations, and flat records of planned weeks. The records of what is stored already are filled
-- in anew by the program.

ALTER TABLE checkpoint_records ADD COLUMN owner TEXT NULL;
ALTER TABLE checkpoint_records ADD COLUMN escalated_to TEXT NULL;
ALTER TABLE checkpoint_records ADD COLUMN milestones INTEGER NOT NULL DEFAULT 0;
ALTER TABLE evaluation_records ADD COLUMN is_adverse INTEGER NOT NULL DEFAULT 0;

CREATE TABLE week_records (
    tenant     TEXT    NOT NULL,
    key        TEXT    NOT NULL,
    subject    TEXT    NOT NULL,
    first_day  TEXT    NOT NULL,
    last_day   TEXT    NOT NULL,
    partition  TEXT    NOT NULL,
    state      TEXT    NOT NULL,
    activities INTEGER NOT NULL,
    minutes    INTEGER NOT NULL,
    decided_by TEXT    NULL,
    PRIMARY KEY (tenant, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX week_records_by_subject ON week_records (tenant, subject, first_day);
