create table unit (
  id uuid primary key,
  founded_on date not null,
  dissolved_on date,
  check (dissolved_on is null or dissolved_on > founded_on)
);

-- What a unit was for a span of days; [valid_from, valid_to) half open, null while it lasts.
create table unit_version (
  id uuid primary key,
  unit_id uuid not null references unit,
  valid_from date not null,
  valid_to date,
  parent_id uuid references unit,
  name text not null,
  short_name text not null,
  name_folded text not null,
  kind text not null,
  code text not null,
  position integer not null default 0,
  document_id uuid,
  check (valid_to is null or valid_to > valid_from),
  check (parent_id is null or parent_id <> unit_id),
  constraint unit_version_no_overlap exclude using gist (unit_id with =, daterange(valid_from, valid_to) with &&),
  constraint unit_code_unique exclude using gist (code with =, daterange(valid_from, valid_to) with &&)
);
create index unit_version_parent on unit_version (parent_id);

-- Number series restart with each party term (nhiệm kỳ).
create table party_term (
  id uuid primary key,
  unit_id uuid not null references unit,
  name text not null,
  begins_on date not null,
  ends_on date,
  check (ends_on is null or ends_on > begins_on),
  constraint party_term_no_overlap exclude using gist (unit_id with =, daterange(begins_on, ends_on, '[]') with &&)
);

create table role_grant (
  id uuid primary key,
  account_id uuid not null references account,
  role text not null,
  unit_id uuid not null references unit,
  begins_on date not null,
  ends_on date,
  covers_subtree boolean not null default true,
  granted_by uuid references account,
  granted_at timestamptz not null,
  -- Taken back before its last day: it works no more from this instant on.
  ended_at timestamptz,
  check (ends_on is null or ends_on >= begins_on)
);
create index role_grant_account on role_grant (account_id);
create index role_grant_unit on role_grant (unit_id);

-- Grows with every change of the organisation, so that a tree kept in memory knows when it is old.
create table organisation_revision (
  only_row boolean primary key default true check (only_row),
  revision bigint not null default 1
);
insert into organisation_revision default values;

create function note_organisation_change() returns trigger language plpgsql as $$
begin
  update organisation_revision set revision = revision + 1;
  return null;
end $$;
create trigger unit_version_changes after insert or update or delete on unit_version
  for each statement execute function note_organisation_change();
