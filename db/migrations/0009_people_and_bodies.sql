-- Persons, the bodies they sit in, and what each was on any day.

-- Somebody who holds posts. Kept by the unit whose officers look after the entry; contacts are personal data.
create table person (
  id uuid primary key,
  unit_id uuid not null references unit,
  name text not null,
  name_folded text not null,
  account_id uuid references account,
  phone text not null default '',
  email text not null default '',
  created_at timestamptz not null,
  version integer not null default 1
);
create index person_unit on person (unit_id);
create unique index person_account on person (account_id) where account_id is not null;
create index person_name_trgm on person using gin (name_folded gin_trgm_ops);

-- A steering committee, a standing board, a mobilisation bloc or team, an inspection team: at a unit, for a span of days.
create table body (
  id uuid primary key,
  unit_id uuid not null references unit,
  kind text not null check (kind in (
    'steering_committee', 'standing_board', 'mobilisation_bloc', 'mobilisation_team', 'inspection_team')),
  name text not null,
  name_folded text not null,
  -- Half-open. Where the founding is not known, the day of the first act that is.
  valid_from date not null,
  valid_to date,
  founding_known boolean not null,
  created_at timestamptz not null,
  -- Its first act was taken back: it was entered by mistake and is shown nowhere.
  withdrawn_at timestamptz,
  check (valid_to is null or valid_to > valid_from)
);
create index body_unit on body (unit_id);

-- One act on a day, by its document: founding, consolidation (kiện toàn), dissolution. What it changed is kept with it.
create table consolidation (
  id uuid primary key,
  body_id uuid not null references body,
  kind text not null check (kind in ('founding', 'consolidation', 'dissolution')),
  on_day date not null,
  document_id uuid references document,
  document_text text not null default '',
  note text not null default '',
  changes jsonb not null,
  recorded_by uuid not null references account,
  recorded_at timestamptz not null,
  reversed_at timestamptz,
  reversal_reason text,
  check (document_id is not null or document_text <> ''),
  check ((reversed_at is null) = (reversal_reason is null))
);
create unique index consolidation_once_a_day on consolidation (body_id, on_day) where reversed_at is null;

-- Who was what in a body, with the fields in charge; the units in charge stand in position_area.
-- One post a person and body at a time: a second duty is written into the title.
create table body_position (
  id uuid primary key,
  person_id uuid not null references person,
  body_id uuid not null references body,
  post text not null check (post in ('head', 'standing_deputy', 'deputy', 'secretary', 'member')),
  title text not null,
  fields text[] not null default '{}',
  ordinal integer not null,
  valid_from date not null,
  valid_to date,
  begun_by uuid not null references consolidation,
  ended_by uuid references consolidation,
  check (valid_to is null or valid_to > valid_from),
  check ((valid_to is null) = (ended_by is null)),
  check (fields <@ array['economy', 'culture_society', 'defence_security', 'political_system']),
  constraint body_position_no_overlap
    exclude using gist (person_id with =, body_id with =, daterange(valid_from, valid_to) with &&),
  -- Nobody is head beside another head.
  constraint body_position_one_head
    exclude using gist (body_id with =, daterange(valid_from, valid_to) with &&) where (post = 'head')
);
create index body_position_body on body_position (body_id, valid_from);
create index body_position_person on body_position (person_id, valid_from);

create table position_area (
  position_id uuid not null references body_position on delete cascade,
  unit_id uuid not null references unit,
  primary key (position_id, unit_id)
);
create index position_area_unit on position_area (unit_id);

-- Who looks after a draft now, where it is no longer the one who wrote it.
create table draft_keeper (
  document_id uuid primary key references document,
  account_id uuid not null references account
);
create index draft_keeper_account on draft_keeper (account_id);
