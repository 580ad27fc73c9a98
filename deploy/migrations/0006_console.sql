-- What the console has seen: where each submission stands, and its timeline.

create table console.submission (
    id uuid primary key,
    project text not null,
    release text not null,
    state text not null,                   -- received, parsed, scored, failed
    stage_at timestamptz not null,
    received_at timestamptz not null,
    review_id uuid,
    verdict text,
    score double precision,
    credibility double precision,
    score_change double precision,
    failure_code text,
    failure_message text
);
create index submission_by_project on console.submission (project, received_at desc);
create index submission_by_time on console.submission (received_at desc);

create table console.event (
    event_id uuid primary key,
    submission_id uuid not null,
    type text not null,
    time timestamptz not null,
    data jsonb not null
);
create index event_by_submission on console.event (submission_id, time);
