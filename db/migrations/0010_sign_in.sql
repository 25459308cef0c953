-- How people come in: first links, brakes on guessing, known devices, second factors, the office's own sign-in service.

-- An account that was invited has no password until its person sets one.
alter table account alter column password_hash drop not null;
-- Brakes are kept by name, address and device (sign_in_brake), so that no stranger can lock somebody out.
alter table account drop column failed_sign_ins, drop column last_failed_at;
alter table account
  add column external_issuer text,
  add column external_subject text,
  add constraint account_external_whole check ((external_issuer is null) = (external_subject is null));
create unique index account_external on account (external_issuer, external_subject);

-- A link for a first password; only the hash of its token is kept. One is open for an account at a time.
create table invitation (
  id uuid primary key,
  account_id uuid not null references account,
  token_hash text not null unique,
  created_by uuid not null references account,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_how text check (ended_how in ('used', 'revoked', 'replaced')),
  check ((ended_at is null) = (ended_how is null))
);
create unique index invitation_open on invitation (account_id) where ended_at is null;

-- Wrong tries in a row, by what is guessed at or who guesses: name:…, address:…, device:…, code:…, own:….
create table sign_in_brake (
  subject text primary key,
  failed integer not null check (failed >= 0),
  last_failed_at timestamptz not null
);
create index sign_in_brake_age on sign_in_brake (last_failed_at);

-- A browser in which an account signed in before: others' wrong tries do not slow it down.
create table known_device (
  id uuid primary key,
  account_id uuid not null references account,
  secret_hash text not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  -- Until then the second factor is not asked here.
  second_factor_until timestamptz,
  unique (secret_hash, account_id)
);
create index known_device_account on known_device (account_id);

alter table session
  add column id uuid not null default gen_random_uuid() unique,
  add column device text not null default '',
  add column method text not null default 'password' check (method in ('password', 'invitation', 'service')),
  add column known_device_id uuid references known_device on delete set null;

-- One-time codes by time. A new secret waits in `pending_secret` until a code of it was shown.
create table second_factor (
  account_id uuid primary key references account,
  secret text,
  confirmed_at timestamptz,
  -- The time step of the last code taken: no code works twice.
  last_step bigint,
  pending_secret text,
  pending_since timestamptz,
  check ((secret is null) = (confirmed_at is null)),
  check ((pending_secret is null) = (pending_since is null))
);

-- For a lost telephone: each works once. `hint` is the first part of the code, the rest is only in the hash.
create table recovery_code (
  account_id uuid not null references account,
  hint text not null,
  code_hash text not null,
  used_at timestamptz,
  primary key (account_id, hint)
);

-- The password was right; the second step is still to come.
create table sign_in_challenge (
  secret_hash text primary key,
  account_id uuid not null references account,
  method text not null check (method in ('password', 'invitation', 'service')),
  created_at timestamptz not null,
  expires_at timestamptz not null
);

-- Somebody who was sent to the office's sign-in service and has not come back yet.
create table sign_in_journey (
  state_hash text primary key,
  browser_hash text not null,
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  expires_at timestamptz not null
);
