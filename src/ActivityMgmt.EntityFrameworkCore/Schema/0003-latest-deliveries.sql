-- Version 3. Which delivery confirmed a fact last, so that an earlier complete export that arrives late doesn't remove it,
-- and which complete export was the latest, so that what an earlier delivery brings late doesn't come back.

CREATE TABLE confirmations (
    tenant       TEXT NOT NULL,
    kind         TEXT NOT NULL,
    source       TEXT NOT NULL,
    id           TEXT NOT NULL,             -- of the fact
    delivered_on TEXT NOT NULL,             -- ISO date of the latest delivery that repeated the fact; a complete export stands in the table below only
    delivery     TEXT NOT NULL,             -- its name
    PRIMARY KEY (tenant, kind, source, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE complete_exports (
    tenant       TEXT NOT NULL,
    kind         TEXT NOT NULL,
    source       TEXT NOT NULL,
    delivered_on TEXT NOT NULL,             -- ISO date of the latest complete export
    delivery     TEXT NOT NULL,             -- its name
    PRIMARY KEY (tenant, kind, source)
) STRICT, WITHOUT ROWID;
