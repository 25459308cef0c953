-- Handing roles on for an absence, why a role ended, and a trail of audit in which every entry hangs on the one before.

alter table role_grant add column end_reason text;
alter table role_grant add constraint role_grant_of_account unique (id, account_id);

-- Somebody absent hands own roles to somebody else for a span of days.
create table delegation (
  id uuid primary key,
  from_account_id uuid not null references account,
  to_account_id uuid not null references account,
  begins_on date not null,
  ends_on date not null,
  reason text not null,
  delegated_at timestamptz not null,
  -- Taken back before its last day: it works no more from this instant on.
  ended_at timestamptz,
  ended_by uuid references account,
  end_reason text,
  check (ends_on >= begins_on),
  check (from_account_id <> to_account_id),
  check ((ended_at is null) = (ended_by is null)),
  constraint delegation_from unique (id, from_account_id)
);
create index delegation_giver on delegation (from_account_id);
create index delegation_receiver on delegation (to_account_id);

-- Only roles held by the giver's own right can be handed on: what is held by delegation is no row of role_grant.
create table delegated_grant (
  delegation_id uuid not null,
  role_grant_id uuid not null,
  from_account_id uuid not null,
  primary key (delegation_id, role_grant_id),
  foreign key (delegation_id, from_account_id) references delegation (id, from_account_id),
  foreign key (role_grant_id, from_account_id) references role_grant (id, account_id)
);
create index delegated_grant_grant on delegated_grant (role_grant_id);

alter table history_entry add column on_behalf_of uuid references account;

-- The audit trail is kept in lanes: in each, an entry's hash covers its own words and the hash before it. Several
-- lanes, because whoever writes holds the end of the lane until the commit is on disk.
alter table audit_entry
  add column on_behalf_of uuid,
  add column lane smallint not null default 0,
  add column position bigint not null default 0,
  add column hash text not null default '';

-- Where each lane ends: cutting off its last entries is seen by the count and the hash kept here.
create table audit_lane (
  lane smallint primary key,
  entries bigint not null default 0,
  hash text not null default ''
) with (fillfactor = 10);
insert into audit_lane (lane) select generate_series(0, 7);

create function audit_hash(entry audit_entry, previous text) returns text language sql stable as $$
  select encode(sha256(convert_to(jsonb_build_array(
    previous, entry.lane, entry.position, entry.seq, extract(epoch from entry.at), entry.account_id,
    entry.on_behalf_of, entry.command_id, entry.endpoint, entry.subject_type, entry.subject_id, entry.unit_id,
    entry.outcome, entry.problem)::text, 'UTF8')), 'hex')
$$;

create function chain_audit_entry() returns trigger language plpgsql as $$
declare
  ending audit_lane;
begin
  -- A connection keeps to one lane, so that no two commands can wait for each other crosswise.
  new.lane := pg_backend_pid() % 8;
  select * into strict ending from audit_lane where lane = new.lane for update;
  new.position := ending.entries + 1;
  new.hash := audit_hash(new, ending.hash);
  update audit_lane set entries = new.position, hash = new.hash where lane = new.lane;
  return new;
end $$;

-- What was written before there were lanes follows one another in the first.
alter table audit_entry disable trigger audit_entry_append_only;
do $$
declare
  entry audit_entry;
  ending audit_lane;
begin
  select * into strict ending from audit_lane where lane = 0;
  for entry in select * from audit_entry order by seq loop
    entry.position := ending.entries + 1;
    ending.entries := entry.position;
    ending.hash := audit_hash(entry, ending.hash);
    update audit_entry set position = entry.position, hash = ending.hash where seq = entry.seq;
  end loop;
  update audit_lane set entries = ending.entries, hash = ending.hash where lane = 0;
end $$;
alter table audit_entry enable trigger audit_entry_append_only;

create unique index audit_entry_place on audit_entry (lane, position);
create trigger audit_entry_chain before insert on audit_entry for each row execute function chain_audit_entry();
create trigger audit_entry_whole before truncate on audit_entry for each statement execute function refuse_change();
create index audit_entry_account on audit_entry (account_id, seq);
create index audit_entry_unit on audit_entry (unit_id, seq);
