"""The statements of `store.py`. Every list has a limit."""

ADD_EVENT = """
insert into event (event_id, submission_id, type, time, data) values ($1, $2, $3, $4, $5) on conflict do nothing
"""

# The row moves only upwards in (stage, time): the order in which events arrive does not matter.
MOVE_ON = """
insert into submission as known (id, project, release, received_at, state, stage, stage_at,
                                 failure_stage, failure_code, failure_message)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
on conflict (id) do update set
    (state, stage, stage_at, failure_stage, failure_code, failure_message) =
    (excluded.state, excluded.stage, excluded.stage_at,
     excluded.failure_stage, excluded.failure_code, excluded.failure_message)
where (excluded.stage, excluded.stage_at, excluded.state) > (known.stage, known.stage_at, known.state)
"""

REVIEWED = """
update submission
set (reviewed_at, review_id, verdict, score, credibility, score_change) = ($2, $3, $4, $5, $6, $7)
where id = $1 and (reviewed_at is null or (reviewed_at, review_id) < ($2::timestamptz, $3::uuid))
"""

KEY = """
select id, name, project, scopes, digest from ingest.api_key
where id = $1 and revoked_at is null and expires_at > now()
"""

STANDING_FIELDS = (
    *("id", "project", "release", "received_at", "state", "changed_at"),
    *("reviewed_at", "review_id", "verdict", "score", "credibility", "score_change"),
)

OUTCOME = """
    reviewed_at, review_id, verdict, score, credibility, score_change, failure_stage, failure_code, failure_message
"""

STANDING = f"id, project, release, received_at, state, stage_at as changed_at, {OUTCOME}"

# Ingest knows a submission before the console has seen its first event.
SUBMISSION = f"""
select sent.id, sent.project, sent.release, sent.received_at, sent.commit, sent.environment, sent.labels, sent.key_id,
       coalesce(state, 'received') as state, coalesce(stage_at, sent.received_at) as changed_at, {OUTCOME}
from ingest.submission as sent left join submission using (id) where sent.id = $1
"""  # noqa: S608 - made of constants

FILES = """
select name, encode(sha256, 'hex') as sha256, size, media from ingest.submission_file
where submission_id = $1 order by n
"""

TIMELINE = """
select time, type, data from event where submission_id = $1 order by time desc, event_id desc limit $2
"""

REVIEWS = "select id from scorer.review where submission_id = $1 order by scored_at desc limit $2"

SUBMISSIONS = f"""
select {STANDING} from submission
where ($1::text is null or project = $1)
  and ($3::timestamptz is null or (received_at, id) < ($3, $4::uuid))
  and (not $5 or review_id is not null)
order by received_at desc, id desc limit $2
"""  # noqa: S608 - made of constants

TREND = """
select received_at as time, release, review_id, verdict, score, credibility from submission
where project = $1 and review_id is not null
order by received_at desc, id desc limit $2
"""

# One step on the index for each project, however many submissions each has.
SLUGS = """
with recursive slug (project) as (
    (select project from submission where {start} order by project limit 1)
    union all
    select (select project from submission where project > slug.project order by project limit 1)
    from slug where slug.project is not null
)
"""

PROJECTS = f"""
{SLUGS.format(start="($1::text is null or project = $1) and project > $2")}
select (select count(*) from
           (select from submission where project = slug.project limit 1000) as counted) as submissions,
       (select array_agg(score order by received_at) from
           (select score, received_at from submission where project = slug.project and score is not null
            order by received_at desc limit 20) as newest) as scores,
       latest.*
from slug cross join lateral
    (select {STANDING} from submission where project = slug.project
     order by received_at desc, id desc limit 1) as latest
where slug.project is not null and ($1::text is null or slug.project = $1)
limit $3
"""  # noqa: S608 - made of constants

REVIEW = """
select review.id, submission_id, review.project, review.release, previous_id, comparison, body, sent.key_id
from scorer.review join ingest.submission as sent on sent.id = submission_id
where review.id = $1 or submission_id = $1
order by review.id = $1 desc, scored_at desc limit 1
"""

READING = """
select reading.body from ingest.submission_file as file
join parser.reading on reading.sha256 = file.sha256 and reading.name = file.name and kind = 'report'
where submission_id = $1 and n = 0 and octet_length(reading.body) <= $2
order by at desc limit 1
"""

SEARCH_PROJECTS = f"""
{SLUGS.format(start="$2::text is null or project = $2")}
select 'project' as kind, project, null as release, null as submission_id, null as review_id, null as line,
       null as severity, project as text
from slug where position(lower($1) in project) > 0 and ($2::text is null or project = $2) limit $3
"""  # noqa: S608 - made of constants

SEARCH_FINDINGS = """
select 'finding' as kind, review.project, review.release, review.submission_id, review.id as review_id, line,
       severity, left(message, 500) as text
from scorer.finding join scorer.review on review.id = finding.review_id
join submission on submission.review_id = review.id
where to_tsvector('simple', message) @@ websearch_to_tsquery('simple', $1)
  and ($2::text is null or review.project = $2)
order by review.received_at desc, finding.n limit $3
"""

SEARCH_CLAIMS = """
select 'claim' as kind, sent.project, sent.release, sent.id as submission_id, review_id, line,
       null as severity, left(text, 500) as text
from parser.claim
join ingest.submission_file as file on file.sha256 = claim.sha256 and file.name = claim.name and file.n = 0
join ingest.submission as sent on sent.id = file.submission_id
left join submission on submission.id = sent.id
where to_tsvector('simple', text) @@ websearch_to_tsquery('simple', $1)
  and ($2::text is null or sent.project = $2)
  and claim.version = (
      select version from parser.reading
      where reading.sha256 = claim.sha256 and reading.name = claim.name and kind = 'report'
      order by at desc limit 1)
order by sent.received_at desc, claim.n limit $3
"""
