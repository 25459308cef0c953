-- Extensions the whole system leans on; all are trusted, so any database owner may create them.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- Refuses changes to rows that are history.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

create table account (
  id uuid primary key,
  username text not null,
  display_name text not null,
  password_hash text not null,
  must_change_password boolean not null default false,
  text_size text not null default 'normal' check (text_size in ('normal', 'large')),
  is_demo boolean not null default false,
  failed_sign_ins integer not null default 0,
  last_failed_at timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 1
);
create unique index account_username on account (lower(username));

-- A session is known by the hash of its secret; the secret itself is only in the cookie.
create table session (
  id_hash text primary key,
  account_id uuid not null references account,
  csrf_token text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_account on session (account_id);

create table command (
  id uuid primary key,
  account_id uuid references account,
  name text not null,
  request_hash text not null,
  response jsonb,
  at timestamptz not null
);

-- What happened to a record: the truth that state columns are folded from.
create table history_entry (
  id uuid primary key,
  at timestamptz not null,
  account_id uuid references account,
  actor_name text not null,
  subject_type text not null,
  subject_id uuid not null,
  unit_id uuid,
  action text not null,
  from_state text,
  to_state text,
  reason text,
  document_id uuid,
  details jsonb not null default '{}',
  seq bigint generated always as identity
);
create index history_subject on history_entry (subject_type, subject_id, seq);
create index history_unit on history_entry (unit_id, id);
create trigger history_entry_append_only before update or delete on history_entry
  for each row execute function refuse_change();

-- Who did what, for the auditor: one row a command, and one a refused attempt at something sensitive.
create table audit_entry (
  seq bigint generated always as identity primary key,
  at timestamptz not null,
  account_id uuid,
  command_id uuid,
  endpoint text not null,
  subject_type text,
  subject_id uuid,
  unit_id uuid,
  outcome text not null check (outcome in ('done', 'refused')),
  problem text
);
create trigger audit_entry_append_only before update or delete on audit_entry
  for each row execute function refuse_change();

create table file (
  id uuid primary key,
  sha256 text not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  uploaded_by uuid not null references account,
  uploaded_at timestamptz not null
);
create index file_sha256 on file (sha256);
