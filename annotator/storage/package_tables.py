"""The tables of work that is sent out as files and taken back, as a part of `migrations.TABLES`."""

from __future__ import annotations

TABLES = """
create table package (
    id integer primary key,
    uid text not null unique,
    annotator_id integer not null references annotator (id),
    number integer not null,
    base integer not null,
    settings text not null,
    op_id integer not null references op (id),
    at text not null
) strict;
create index package_annotator on package (annotator_id);

create table package_item (
    package_id integer not null references package (id) on delete cascade,
    item_id integer not null references item (id),
    gold integer not null,
    primary key (package_id, item_id)
) strict, without rowid;

create table taking (
    id integer primary key,
    uid text not null unique,
    hash text not null,
    source text not null,
    package text not null,
    copy text not null,
    annotator text not null,
    fresh integer not null,
    in_force integer not null,
    at text not null
) strict;
create index taking_hash on taking (hash);

create table taken (
    id text primary key,
    package text not null,
    copy text not null,
    counter integer not null,
    question text not null,
    item text not null,
    seen text not null,
    action text not null,
    answer text,
    at text not null,
    taking_id integer not null references taking (id),
    aside text not null default ''
) strict, without rowid;
create index taken_package on taken (package);
create index taken_taking on taken (taking_id);
create index taken_aside on taken (aside) where aside <> '';

create table decided_elsewhere (
    item_id integer not null references item (id),
    question_id integer not null references question (id),
    op text not null,
    number integer not null,
    label_id integer references label (id),
    source text not null,
    how text not null,
    annotator_id integer references annotator (id),
    why text not null,
    at text not null,
    contested integer not null,
    primary key (item_id, question_id, op)
) strict, without rowid;
create index decided_contested on decided_elsewhere (question_id) where contested;
"""
