-- Uploads: who may send, what was sent, and the bytes, stored once by their hash.

create table ingest.api_key (
    id text primary key,
    name text not null,
    project text not null,                 -- a project's slug, or '*' for all
    scopes text[] not null,                -- submit, read, admin
    digest bytea not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    revoked_at timestamptz,
    last_used_at timestamptz
);

create table ingest.body (
    sha256 bytea primary key,
    size bigint not null,
    stored_at timestamptz not null default now()
);

-- Bodies in pieces, so that neither end ever holds a whole large file in memory.
create table ingest.body_chunk (
    sha256 bytea not null references ingest.body on delete cascade,
    n integer not null,
    bytes bytea not null,
    primary key (sha256, n)
);
alter table ingest.body_chunk alter column bytes set storage external;

create table ingest.submission (
    id uuid primary key,
    project text not null,
    release text not null,
    commit text,
    environment text,
    labels jsonb not null default '{}',
    key_id text not null,
    correlation_id text not null,
    received_at timestamptz not null
);
create index submission_by_project on ingest.submission (project, received_at desc);

create table ingest.submission_file (
    submission_id uuid not null references ingest.submission on delete cascade,
    n integer not null,                    -- 0 is the report
    name text not null,
    sha256 bytea not null references ingest.body,
    size bigint not null,
    media text not null,                   -- by content, not by name
    primary key (submission_id, n)
);

-- The same Idempotency-Key and request give the same answer; another request under it is a conflict.
create table ingest.idempotency (
    key_id text not null,
    key text not null,
    request bytea not null,                -- SHA-256 over what was asked
    submission_id uuid not null references ingest.submission on delete cascade,
    at timestamptz not null default now(),
    primary key (key_id, key)
);

grant usage on schema ingest to gonogo_parser, gonogo_scorer, gonogo_notifier, gonogo_console;
grant select on ingest.body, ingest.body_chunk, ingest.submission, ingest.submission_file
    to gonogo_parser, gonogo_scorer, gonogo_notifier, gonogo_console;
grant select on ingest.api_key to gonogo_console;
