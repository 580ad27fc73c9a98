-- Reviews and waivers.

create table scorer.review (
    id uuid primary key,
    submission_id uuid not null,
    project text not null,
    release text not null,
    verdict text not null,
    score double precision not null,
    credibility double precision not null,
    rubric_name text not null,
    rubric_version text not null,
    previous_id uuid references scorer.review,
    comparison jsonb,                      -- against the previous review: findings new, gone, unchanged; score by criterion
    body bytea not null,                   -- gonogo.review/1, byte for byte as `gonogo check` gives it
    received_at timestamptz not null,
    scored_at timestamptz not null
);
create index review_by_submission on scorer.review (submission_id, scored_at desc);
create index review_by_project on scorer.review (project, received_at desc, scored_at desc);
alter table scorer.review alter column body set storage external;

create table scorer.finding (
    review_id uuid not null references scorer.review on delete cascade,
    n integer not null,
    kind text not null,
    rule text not null,
    severity text not null,
    fingerprint text not null,
    line integer,
    message text not null,
    waived boolean not null,
    primary key (review_id, n)
);
create index finding_by_fingerprint on scorer.finding (fingerprint);

create table scorer.waiver (
    id uuid primary key,
    project text not null,
    target text not null,                  -- a finding's fingerprint, or a criterion's id
    reason text not null,
    by_whom text not null,
    second text,                           -- the second name that a blocking criterion needs
    until date not null,
    at timestamptz not null default now()
);
create index waiver_by_project on scorer.waiver (project);

grant usage on schema scorer to gonogo_notifier, gonogo_console;
grant select on scorer.review, scorer.finding, scorer.waiver to gonogo_notifier, gonogo_console;
