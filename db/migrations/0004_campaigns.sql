create table stage (
  id uuid primary key,
  owner_unit_id uuid not null references unit,
  name text not null,
  from_year integer not null,
  to_year integer not null check (to_year >= from_year),
  -- A stage of which only papers are left: reported figures stand for it, the register does not.
  on_paper boolean not null default false,
  version integer not null default 1
);

create table criteria_set (
  id uuid primary key,
  owner_unit_id uuid not null references unit,
  name text not null,
  -- Versions of one set share their family.
  family_id uuid not null,
  revision integer not null,
  nature text,
  subject text,
  legal_basis text not null,
  -- Criteria and thresholds (domain/scoring/criteria.ts).
  content jsonb not null,
  created_at timestamptz not null,
  unique (family_id, revision)
);

create table campaign (
  id uuid primary key,
  owner_unit_id uuid not null references unit,
  stage_id uuid references stage,
  year integer not null,
  title text not null,
  state text not null check (state in ('draft', 'open', 'closed')),
  -- The plan as data (domain/campaigns/plan.ts); each saved version is kept beside.
  plan jsonb not null,
  plan_document_id uuid references document,
  previous_campaign_id uuid references campaign,
  created_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz,
  version integer not null default 1
);
create unique index campaign_once_a_year on campaign (owner_unit_id, year);
alter table document add constraint document_campaign_id_fkey foreign key (campaign_id) references campaign;

create table campaign_plan_version (
  campaign_id uuid not null references campaign,
  version integer not null,
  plan jsonb not null,
  saved_by uuid references account,
  saved_at timestamptz not null,
  primary key (campaign_id, version)
);
create trigger campaign_plan_version_append_only before update or delete on campaign_plan_version
  for each row execute function refuse_change();

-- Units that need not register this year, and why: they leave the denominator openly.
create table campaign_exemption (
  campaign_id uuid not null references campaign,
  unit_id uuid not null references unit,
  reason text not null,
  primary key (campaign_id, unit_id)
);

-- A unit's periodic report to the committee (mid-year, year-end). Figures are counted when it is submitted and frozen.
create table unit_report (
  id uuid primary key,
  campaign_id uuid not null references campaign,
  unit_id uuid not null references unit,
  kind text not null check (kind in ('mid_year', 'year_end')),
  state text not null check (state in ('draft', 'submitted', 'returned', 'accepted')),
  results text not null default '',
  difficulties text not null default '',
  proposals text not null default '',
  counted jsonb,
  submitted_at timestamptz,
  return_reason text,
  updated_at timestamptz not null,
  version integer not null default 1,
  unique (campaign_id, unit_id, kind)
);
