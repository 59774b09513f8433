"""The tables of a project file, as steps that are applied in order; a released step is never edited."""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from annotator.storage import package_tables

FORMAT = 1
steps = Migrations("annotator")

# What is kept of asking a model about an item.
_ASKED = """    request_hash text not null,
    reply text not null,
    parse_status text not null check (parse_status in ('label', 'invalid', 'failed')),
    reason text not null,
    note text not null,
    suspicion text not null,
    error_class text not null,
    rung text not null,
    label_id integer references label (id),
    confidence real check (confidence between 0 and 1),
    confidence_source text not null,
    logprobs text,
    distribution text,
    truncated integer not null,
    answers integer not null,
    requests integer not null,
    tokens_in integer,
    tokens_out integer,
    cost real,
    price_source text not null
        check (price_source in ('provider', 'price list', 'set by the user', 'this machine', 'cache', 'unknown')),
    seconds real not null,
    at text not null
"""

TABLES = f"""
create table project (key text primary key, value text not null) strict, without rowid;

create table item (
    id integer primary key,
    uid text not null unique,
    external_id text not null unique,
    fields text not null,
    metadata text not null,
    content_hash blob not null
) strict;

create table import (
    id integer primary key,
    uid text not null unique,
    source text not null,
    what text not null check (what in ('items', 'labels', 'gold')),
    settings text not null,
    counts text not null,
    at text not null
) strict;

create table rejected_row (
    id integer primary key,
    import_id integer not null references import (id) on delete cascade,
    line integer not null,
    reason text not null,
    raw text not null
) strict;
create index rejected_row_import on rejected_row (import_id);

create table question (
    id integer primary key,
    uid text not null unique,
    name text not null unique,
    kind text not null check (kind in ('choice')),
    text text not null,
    noun text not null,
    guideline text not null,
    version integer not null,
    position integer not null,
    archived integer not null default 0
) strict;

create table guideline (
    question_id integer not null references question (id) on delete cascade,
    version integer not null,
    text text not null,
    note text not null,
    annotator_id integer references annotator (id),
    at text not null,
    primary key (question_id, version)
) strict, without rowid;

create table label (
    id integer primary key,
    uid text not null unique,
    question_id integer not null references question (id),
    name text not null,
    description text not null,
    colour text not null,
    key text not null,
    position integer not null,
    retired integer not null default 0,
    merged_into integer references label (id)
) strict;
create unique index label_name on label (question_id, name) where retired = 0;

create table annotator (
    id integer primary key,
    uid text not null unique,
    name text not null unique,
    kind text not null check (kind in ('human', 'llm')),
    family text not null,
    simulated integer not null default 0
) strict;

create table agent (
    id integer primary key,
    annotator_id integer not null unique references annotator (id),
    hash text not null unique,
    spec text not null,
    created_at text not null
) strict;

create table run (
    id integer primary key,
    uid text not null unique,
    batch text not null,
    agent_id integer not null references agent (id),
    question_id integer not null references question (id),
    selection text not null,
    status text not null check (status in ('running', 'stopped', 'finished', 'failed')),
    why text not null default '',
    cap text not null default '{{}}',
    spent_calls integer not null default 0,
    spent_tokens integer not null default 0,
    spent_money real not null default 0,
    seconds real not null default 0,
    started_at text not null,
    finished_at text
) strict;
create index run_agent on run (agent_id);
create index run_batch on run (batch);

create table batch (
    id integer primary key,
    uid text not null unique,
    plan text not null,
    finished integer not null,
    at text not null
) strict;

create table run_item (
    run_id integer not null references run (id) on delete cascade,
    item_id integer not null references item (id),
    primary key (run_id, item_id)
) strict, without rowid;

create table call (
    id integer primary key,
    run_id integer not null references run (id),
    item_id integer not null references item (id),
{_ASKED}) strict;
create index call_run_item on call (run_id, item_id);
create index call_item on call (item_id);
create index call_suspicion on call (item_id) where suspicion <> '';
create index call_request on call (request_hash) where parse_status <> 'failed' and price_source <> 'cache';

create table trial (
    id integer primary key,
    agent_hash text not null,
    item_id integer not null references item (id),
{_ASKED}) strict;
create index trial_request on trial (request_hash) where parse_status <> 'failed';

create table calibration (
    agent_id integer not null references agent (id),
    question_id integer not null references question (id),
    method text not null,
    parameters text not null,
    answers integer not null,
    primary key (agent_id, question_id)
) strict, without rowid;

create table op (
    id integer primary key,
    uid text not null unique,
    annotator_id integer references annotator (id),
    kind text not null,
    action text not null check (action in ('do', 'undo', 'redo')),
    target integer references op (id),
    at text not null
) strict;
create index op_annotator on op (annotator_id, kind);

create table op_row (
    op_id integer not null references op (id),
    seq integer not null,
    noun text not null,
    key text not null,
    before text,
    after text,
    primary key (op_id, seq)
) strict, without rowid;

create table annotation (
    item_id integer not null references item (id),
    question_id integer not null references question (id),
    annotator_id integer not null references annotator (id),
    status text not null check (status in ('label', 'skipped', 'invalid')),
    label_id integer references label (id),
    confidence real check (confidence between 0 and 1),
    distribution text,
    comment text not null,
    flagged integer not null,
    exposure text not null check (exposure in ('blind', 'shown', 'unknown')),
    suggested_label_id integer references label (id),
    seconds real,
    guideline_version integer not null,
    run_id integer references run (id),
    op_id integer not null references op (id),
    answered_at text not null,
    primary key (item_id, question_id, annotator_id),
    check ((status = 'label') = (label_id is not null))
) strict, without rowid;
create index annotation_annotator on annotation (annotator_id, question_id, op_id);
create index annotation_counted on annotation (question_id, annotator_id, status, confidence, guideline_version)
    where guideline_version >= 0;
create index annotation_timed on annotation (question_id, annotator_id, seconds) where seconds is not null;

create table draft (
    annotator_id integer not null references annotator (id),
    question_id integer not null references question (id),
    item_id integer not null references item (id),
    comment text not null,
    flagged integer not null,
    primary key (annotator_id, question_id, item_id)
) strict, without rowid;

create table routing (
    id integer primary key,
    uid text not null unique,
    question_id integer not null references question (id),
    op_id integer not null references op (id),
    parameters text not null,
    counts text not null,
    at text not null
) strict;

create table route (
    routing_id integer not null references routing (id) on delete cascade,
    item_id integer not null references item (id),
    reason text not null check (reason in ('confident', 'uncertain', 'invalid', 'audit', 'chosen')),
    position integer,
    primary key (routing_id, item_id)
) strict, without rowid;
create index route_queue on route (routing_id, position) where position is not null;

create table gold (
    item_id integer not null references item (id),
    question_id integer not null references question (id),
    label_id integer references label (id),
    source text not null check (source in ('imported', 'adjudicated')),
    how text not null check (how in ('file', 'drawn', 'chosen', 'many')),
    annotator_id integer references annotator (id),
    why text not null,
    op_id integer not null references op (id),
    at text not null,
    primary key (item_id, question_id)
) strict, without rowid;

create table sent_back (
    item_id integer not null references item (id),
    question_id integer not null references question (id),
    annotator_id integer references annotator (id),
    note text not null,
    by_id integer not null references annotator (id),
    op_id integer not null references op (id),
    at text not null,
    primary key (item_id, question_id)
) strict, without rowid;

create table aggregation (
    id integer primary key,
    uid text not null unique,
    question_id integer not null references question (id),
    op_id integer not null references op (id),
    method text not null,
    reason text not null,
    parameters text not null,
    labels text not null,
    complete integer not null,
    at text not null
) strict;

create table scales (
    aggregation_id integer primary key references aggregation (id) on delete cascade,
    content blob not null
) strict;

create table posterior (
    aggregation_id integer not null references aggregation (id) on delete cascade,
    item_id integer not null references item (id),
    label_id integer not null references label (id),
    probability real not null,
    entropy real not null,
    answers integer not null,
    differing integer not null,
    llm_differs integer not null,
    probabilities blob not null,
    primary key (aggregation_id, item_id)
) strict, without rowid;
create index posterior_entropy on posterior (aggregation_id, entropy);

create table reliability (
    aggregation_id integer not null references aggregation (id) on delete cascade,
    annotator_id integer not null references annotator (id),
    answers integer not null,
    reliability real,
    confusion blob,
    primary key (aggregation_id, annotator_id)
) strict, without rowid;

create table mark (
    name text not null,
    item_id integer not null references item (id),
    op_id integer not null references op (id),
    primary key (name, item_id)
) strict, without rowid;
create index mark_item on mark (item_id);

create table text_vector (
    text_hash blob primary key,
    vector blob not null
) strict, without rowid;

{package_tables.TABLES}
create virtual table item_search using fts5(words, content='', columnsize=0, tokenize='ascii');
"""


@steps()
def first_tables(db: Database) -> None:
    for statement in TABLES.split(";"):
        if statement.strip():
            db.conn.execute(statement)
    db.conn.execute("pragma user_version = 1")


def apply(db: Database, up_to: int | None = None, chosen: Migrations | None = None) -> None:
    """Bring a file to this format, FORMAT without any, step by step. Each step is one transaction that also sets the
    file's format, so a file is never between two formats; in a transaction of the caller's all of them are one. Step n
    makes format n."""
    wanted, last = chosen or steps, FORMAT if up_to is None else up_to
    later = wanted.pending(db)[max(0, last - len(wanted.applied(db))) :]
    wanted.apply(db, stop_before=[step.name for step in later])


def told(db: Database, version: int) -> bool:
    """Whether the file's own list of steps says that it has this format: by that list the next ones are found, and a
    stranger may have written it."""
    applied = db.execute(
        "select name, applied_at from _sqlite_migrations where migration_set = ? order by rowid", [steps.name]
    )
    return [name for name, _ in applied.fetchall()] == [step.name for step in steps._migrations[:version]]
