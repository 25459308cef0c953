-- Figures that a paper states for a stage or a year. Never added to counts of the register.
create table reported_figure_set (
  id uuid primary key,
  owner_unit_id uuid not null references unit,
  stage_id uuid references stage,
  title text not null,
  -- Whom and when the figures speak of, in the paper's words: "toàn thị xã", "27 địa phương, cơ quan, đơn vị".
  scope text not null,
  period_from date not null,
  period_to date not null check (period_to >= period_from),
  source_document_id uuid references document,
  source_text text not null,
  stated_on date,
  note text not null default '',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1
);

create table reported_figure (
  id uuid primary key,
  set_id uuid not null references reported_figure_set on delete cascade,
  position integer not null,
  kind text not null,
  label text not null,
  definition text not null,
  value numeric(20, 4) not null,
  unit text not null,
  approx text not null check (approx in ('exact', 'over', 'nearly', 'about', 'at_least', 'at_most')),
  base_field text,
  -- The figure this one is a part of, and the figure it is a share of ("24 of 39").
  part_of_id uuid references reported_figure on delete cascade,
  out_of_id uuid references reported_figure on delete cascade,
  as_written text not null default ''
);
create index reported_figure_set_id on reported_figure (set_id, position);

-- A practice known from an old paper (state documented) belongs to the set of figures entered from that paper.
alter table practice add column figure_set_id uuid references reported_figure_set;
create index practice_figure_set on practice (figure_set_id) where figure_set_id is not null;
