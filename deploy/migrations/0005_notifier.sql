-- One row for each message to one place.

create table notifier.delivery (
    id uuid primary key,
    event_id uuid not null,                -- what it tells of
    submission_id uuid not null,
    review_id uuid,
    channel text not null,
    route text not null,
    state text not null check (state in ('pending', 'delivered', 'failed')),
    attempts integer not null default 0,
    code text,
    message text,                          -- why it failed; holds no address and no secret
    event jsonb not null,
    created_at timestamptz not null default now(),
    settled_at timestamptz,
    unique (event_id, route, channel)
);
create index delivery_by_submission on notifier.delivery (submission_id);

grant usage on schema notifier to gonogo_console;
grant select on notifier.delivery to gonogo_console;
