-- One schema and one login role per service; a role writes only its own schema and reads what its work needs.
-- Passwords are set by `gonogo migrate` from the environment, never here.

do $$
declare
    service text;
begin
    foreach service in array array['ingest', 'parser', 'scorer', 'notifier', 'console'] loop
        begin
            execute format('create role gonogo_%s login', service);
        exception when duplicate_object or unique_violation then
            null; -- roles belong to the whole server; another installation or a concurrent run made it
        end;
        execute format('create schema %I', service);
        execute format('grant usage on schema %I to gonogo_%s', service, service);
        execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to gonogo_%s', service, service);
        execute format('alter default privileges in schema %I grant usage on sequences to gonogo_%s', service, service);

        -- The outbox: events that the state change committed, until the broker has confirmed them.
        execute format($sql$
            create table %1$I.outbox (
                id bigint generated always as identity primary key,
                event_id uuid not null,
                routing_key text not null,
                correlation_id text not null,
                headers jsonb not null,
                body bytea not null,
                created_at timestamptz not null default now(),
                published_at timestamptz
            );
            create index outbox_waiting on %1$I.outbox (id) where published_at is null;
            create index outbox_published on %1$I.outbox (published_at) where published_at is not null;

            -- The inbox: events that a consumer has handled.
            create table %1$I.inbox (
                consumer text not null,
                event_id uuid not null,
                at timestamptz not null default now(),
                primary key (consumer, event_id)
            );
            create index inbox_at on %1$I.inbox (at);
        $sql$, service);
    end loop;
end
$$;
