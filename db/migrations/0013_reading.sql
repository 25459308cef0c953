-- Papers that were read: what was understood, what a person made of it, and what became of each fact.

create table paper_reading (
  id uuid primary key,
  -- For which unit the paper is read: its register grows.
  unit_id uuid not null references unit,
  file_id uuid not null references file,
  sha256 text not null,
  format text not null,
  -- What the reader was given; passages are offsets into it.
  text text not null,
  -- The paper itself, its sections and totals (domain/reading/types.ts); facts stand in reading_fact.
  paper jsonb not null,
  sections jsonb not null,
  -- The day by which places are looked up: the paper's own, or set by a person.
  paper_day date,
  state text not null check (state in ('open', 'registered', 'discarded')),
  document_id uuid references document,
  figure_set_id uuid references reported_figure_set,
  created_by uuid not null references account,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1
);
-- The same file is read once for a unit; a discarded reading may be begun anew.
create unique index paper_reading_once on paper_reading (unit_id, sha256) where state <> 'discarded';

create table reading_fact (
  id uuid primary key,
  reading_id uuid not null references paper_reading,
  kind text not null check (kind in ('document', 'practice', 'figure', 'sum')),
  position integer not null,
  start_at integer not null,
  end_at integer not null check (end_at > start_at),
  rule text not null,
  confidence real not null,
  -- As read, and as a person corrected it.
  content jsonb not null,
  corrected jsonb,
  state text not null check (state in ('proposed', 'confirmed', 'refused')),
  -- A place of a practice, resolved against the units of the paper's day.
  place_unit_id uuid references unit,
  owner_unit_id uuid references unit,
  -- A practice of the register that it is or goes on from; null where it is new.
  match text check (match in ('same', 'continued', 'new')),
  match_practice_id uuid references practice,
  -- What it became when it was registered.
  document_id uuid references document,
  practice_id uuid references practice,
  figure_id uuid references reported_figure,
  contribution_id uuid references contribution,
  decided_by uuid references account,
  decided_at timestamptz,
  unique (reading_id, kind, position)
);
create index reading_fact_practice on reading_fact (practice_id) where practice_id is not null;
create index reading_fact_figure on reading_fact (figure_id) where figure_id is not null;
create index reading_fact_document on reading_fact (document_id) where document_id is not null;

-- Which column of a list of registrations means what: corrected once, remembered for the unit.
create table list_columns (
  unit_id uuid not null references unit,
  -- The headings as they stand, folded and joined.
  headings text not null,
  columns jsonb not null,
  set_by uuid references account,
  set_at timestamptz not null,
  primary key (unit_id, headings)
);
