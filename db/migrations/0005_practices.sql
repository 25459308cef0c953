create table practice (
  id uuid primary key,
  -- Null only for a practice known from an old paper (state documented).
  campaign_id uuid references campaign,
  stage_id uuid references stage,
  unit_id uuid not null references unit,
  intake integer not null default 1 check (intake in (1, 2)),
  state text not null,
  nature text not null check (nature in ('model', 'exemplar')),
  subject text not null check (subject in ('collective', 'individual', 'household')),
  origin text not null check (origin in ('new', 'continued', 'replicated')),
  source_practice_id uuid references practice,
  field_code text,
  base_field text check (base_field in ('economy', 'culture_society', 'defence_security', 'political_system')),
  name text not null,
  name_folded text not null,
  place_unit_id uuid references unit,
  place_text text not null default '',
  starts_on date,
  ends_on date,
  content text not null default '',
  owner_name text not null default '',
  responsible_name text not null default '',
  responsible_phone text not null default '',
  -- What a good registration also holds (domain.md §2): present state, aims, method, beneficiaries, forces, resources, outputs, durability.
  details jsonb not null default '{}',
  consent_to_publish boolean not null default false,
  submitted_at timestamptz,
  decided_at timestamptz,
  assignment_document_id uuid references document,
  recognition_document_id uuid references document,
  last_sign_of_life_at timestamptz,
  source_document_id uuid references document,
  source_passage text,
  created_by uuid references account,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  check (ends_on is null or starts_on is null or ends_on >= starts_on),
  check (origin <> 'replicated' or source_practice_id is not null),
  check ((state = 'documented') = (campaign_id is null))
);
create index practice_campaign on practice (campaign_id, unit_id, state);
create index practice_unit on practice (unit_id);
create index practice_source on practice (source_practice_id) where source_practice_id is not null;
create index practice_name_trgm on practice using gin (name_folded gin_trgm_ops);

create table appraisal_note (
  id uuid primary key,
  practice_id uuid not null references practice,
  -- A look at the place before the decision (kiểm tra thực tế), or a note at the desk.
  kind text not null check (kind in ('field_check', 'desk')),
  on_date date not null,
  text text not null,
  account_id uuid not null references account,
  at timestamptz not null
);
create index appraisal_note_practice on appraisal_note (practice_id);

create table progress_entry (
  id uuid primary key,
  practice_id uuid not null references practice,
  on_date date not null,
  text text not null,
  participants integer check (participants >= 0),
  account_id uuid not null references account,
  at timestamptz not null
);
create index progress_entry_practice on progress_entry (practice_id, on_date);

create table contribution (
  id uuid primary key,
  practice_id uuid not null references practice,
  kind text not null check (kind in ('money', 'land', 'labour', 'in_kind')),
  source text not null check (source in ('budget', 'people', 'business', 'other')),
  amount numeric(18, 3) not null check (amount > 0),
  -- đồng, m², ngày công; goods say their own unit.
  unit text not null,
  -- Goods: worth in đồng where somebody has estimated it.
  worth numeric(18, 0) check (worth >= 0),
  on_date date not null,
  note text not null default '',
  account_id uuid not null references account,
  at timestamptz not null,
  cancelled_at timestamptz,
  cancel_reason text
);
create index contribution_practice on contribution (practice_id);

create table self_check (
  id uuid primary key,
  practice_id uuid not null references practice,
  -- The plan's check that this answers, for example q1, h1, q3.
  check_code text not null,
  status text not null check (status in ('on_track', 'slow', 'at_risk', 'stopped')),
  result text not null,
  difficulty text not null default '',
  need text not null default '',
  account_id uuid not null references account,
  at timestamptz not null,
  unique (practice_id, check_code)
);

-- Files as evidence for a practice or one of its entries, a score, a unit's report.
create table evidence (
  id uuid primary key,
  subject_type text not null check (subject_type in ('practice', 'progress_entry', 'self_check', 'score_sheet', 'unit_report', 'appraisal_note')),
  subject_id uuid not null,
  practice_id uuid references practice,
  file_id uuid not null references file,
  caption text not null default '',
  added_by uuid not null references account,
  added_at timestamptz not null,
  withdrawn_at timestamptz,
  withdraw_reason text
);
create index evidence_subject on evidence (subject_type, subject_id);
create index evidence_practice on evidence (practice_id);
