-- What was read, by content and reader version: the same bytes are read once.

create table parser.reading (
    sha256 bytea not null,
    name text not null,                    -- a name can decide between formats, so it is part of the key
    version text not null,
    kind text not null check (kind in ('report', 'evidence')),
    body bytea not null,                   -- gonogo_review.model as JSON, compressed
    claims integer not null,
    facts integer not null,
    problems integer not null,
    at timestamptz not null default now(),
    primary key (sha256, name, version, kind)
);
alter table parser.reading alter column body set storage external;

-- Claims as rows, for search across reports. `n` is the statement's place in its reading.
create table parser.claim (
    sha256 bytea not null,
    name text not null,
    version text not null,
    n integer not null,
    line integer not null,
    type text not null,
    state text,
    metric text,
    text text not null,
    primary key (sha256, name, version, n)
);
create index claim_by_metric on parser.claim (metric) where metric is not null;
create index claim_by_words on parser.claim using gin (to_tsvector('simple', text));

grant usage on schema parser to gonogo_scorer, gonogo_console;
grant select on parser.reading, parser.claim to gonogo_scorer, gonogo_console;
