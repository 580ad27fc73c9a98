-- One row for each message to one place.

create table notifier.delivery (
    id uuid primary key,
    event_id uuid not null,                -- what it tells of
    submission_id uuid not null,
    review_id uuid,
    channel text not null,
    route text not null,
    state text not null check (state in ('pending', 'delivered', 'failed')),
    attempts integer not null default 0,   -- calls made, over all rounds
    code text,
    message text,                          -- why the last attempt failed, or a remark; holds no address and no secret
    event_type text not null,              -- review.scored or submission.failed
    event jsonb not null,                  -- its data: what the message is made of
    created_at timestamptz not null default now(),
    settled_at timestamptz,
    unique (event_id, route, channel)
);
create index delivery_by_submission on notifier.delivery (submission_id);

grant usage on schema notifier to gonogo_console;
grant select on notifier.delivery to gonogo_console;
