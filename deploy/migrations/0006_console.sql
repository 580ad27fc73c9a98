-- What the console has seen: where each submission stands, and its timeline.

create table console.submission (
    id uuid primary key,
    project text not null,
    release text not null,
    received_at timestamptz not null,
    -- Events may arrive in any order: the highest stage wins, then the latest time.
    state text not null check (state in ('received', 'parsed', 'scored', 'failed')),
    stage integer not null,
    stage_at timestamptz not null,
    failure_stage text,
    failure_code text,
    failure_message text,
    -- The newest review, whatever happened since.
    reviewed_at timestamptz,
    review_id uuid,
    verdict text,
    score double precision,
    credibility double precision,
    score_change double precision          -- against the project's review before; none where this is the first
);
create index submission_by_project on console.submission (project, received_at desc, id desc);
create index submission_by_time on console.submission (received_at desc, id desc);

create table console.event (
    event_id uuid primary key,
    submission_id uuid not null,
    type text not null,
    time timestamptz not null,
    data json not null                     -- as it came; jsonb would refuse some texts
);
create index event_by_submission on console.event (submission_id, time, event_id);

-- The console searches what findings and claims say.
create index finding_by_words on scorer.finding using gin (to_tsvector('simple', message));

-- From a report's content to the submissions that sent it.
create index report_by_body on ingest.submission_file (sha256) where n = 0;
