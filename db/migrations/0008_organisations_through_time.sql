-- A unit's whole life, several trees over the same units, and where what is past stands on any later day.

-- A short number of a unit that never changes: one step of the path to it.
alter table unit add column serial integer generated always as identity;
create unique index unit_serial on unit (serial);

-- The administrative unit that a committee, a Front or a People's Committee covers.
alter table unit_version add column area_unit_id uuid references unit;
create index unit_version_unit on unit_version (unit_id, valid_from);
create index unit_version_name on unit_version using gin (name_folded gin_trgm_ops);

-- Places in the trees beside the main one. unit_version.parent_id is the main tree: who leads whom.
create table unit_membership (
  id uuid primary key,
  tree text not null check (tree in ('government', 'front', 'mass_organisations')),
  unit_id uuid not null references unit,
  parent_id uuid references unit,
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to > valid_from),
  check (parent_id is null or parent_id <> unit_id),
  constraint unit_membership_no_overlap exclude using gist (tree with =, unit_id with =, daterange(valid_from, valid_to) with &&)
);
create index unit_membership_parent on unit_membership (parent_id);

-- One act of reorganising on a day, by a document. What it changed is kept, so that it can be shown and taken back.
create table reorganisation (
  id uuid primary key,
  kind text not null check (kind in ('found', 'change', 'merge', 'split', 'dissolve', 'remove_level')),
  on_day date not null,
  document_id uuid references document,
  -- Symbol and issuer where the paper is not in the register.
  document_text text not null default '',
  reason text not null default '',
  -- What was asked, and each row that was written or changed (domain/organisations/reorganisation.ts).
  asked jsonb not null default '{}',
  effects jsonb not null default '{}',
  account_id uuid references account,
  at timestamptz not null,
  undone_at timestamptz,
  undo_reason text,
  seq bigint generated always as identity
);
create index reorganisation_day on reorganisation (on_day, seq);

create table reorganisation_unit (
  reorganisation_id uuid not null references reorganisation,
  unit_id uuid not null references unit,
  part text not null check (part in ('from', 'to', 'moved')),
  primary key (reorganisation_id, unit_id, part)
);
create index reorganisation_unit_unit on reorganisation_unit (unit_id);

-- Where the records of a unit that is gone stand from a day on. Where a split leaves several units and nothing says
-- which, they stand at the nearest unit above all of them and are not apportioned.
create table unit_heir (
  id uuid primary key,
  unit_id uuid not null references unit,
  heir_id uuid references unit,
  valid_from date not null,
  valid_to date,
  apportioned boolean not null,
  reorganisation_id uuid not null references reorganisation,
  check (heir_id is null or heir_id <> unit_id),
  check (valid_to is null or valid_to > valid_from),
  constraint unit_heir_no_overlap exclude using gist (unit_id with =, daterange(valid_from, valid_to) with &&)
);
create index unit_heir_heir on unit_heir (heir_id);

-- Who follows whom, with the rule of a split. Shares of one unit in one act add up to one.
create table unit_succession (
  reorganisation_id uuid not null references reorganisation,
  from_unit_id uuid not null references unit,
  to_unit_id uuid not null references unit,
  rule text not null check (rule in ('whole', 'village', 'share', 'hand')),
  share numeric(9, 8) check (share > 0 and share <= 1),
  check ((rule = 'share') = (share is not null)),
  check (from_unit_id <> to_unit_id),
  primary key (reorganisation_id, from_unit_id, to_unit_id)
);
create index unit_succession_from on unit_succession (from_unit_id);
create index unit_succession_to on unit_succession (to_unit_id);

-- practice.unit_id is where a practice is kept today. Where a split gave it to a successor, these rows tell where it
-- was kept on which days; a practice without rows has always been kept by its unit.
create table practice_holding (
  id uuid primary key,
  practice_id uuid not null references practice,
  unit_id uuid not null references unit,
  valid_from date,
  valid_to date,
  reorganisation_id uuid not null references reorganisation,
  check (valid_to > valid_from),
  constraint practice_holding_no_overlap exclude using gist (practice_id with =, daterange(valid_from, valid_to) with &&)
);
create index practice_holding_unit on practice_holding (unit_id);
create index practice_of_unit_newest on practice (unit_id, created_at desc, id desc);
create index practice_newest on practice (created_at desc, id desc);
drop index practice_unit;

-- Where each unit stands in each tree on any day: the steps from the root down to it. What lies below a unit is one
-- range of paths. Units that are gone stand below their heirs. Made from the rows above, never written by hand.
create table unit_place (
  tree text not null,
  unit_id uuid not null references unit,
  valid_from date not null,
  valid_to date,
  path text collate "C" not null,
  -- False from the day on which the unit was gone.
  stands boolean not null,
  apportioned boolean not null,
  primary key (unit_id, tree, valid_from)
);
create index unit_place_path on unit_place (tree, path, valid_from) include (unit_id, valid_to, stands);

create view unit_edge as
  select 'main' as tree, unit_id, parent_id, daterange(valid_from, valid_to) as span, true as stands, true as apportioned
  from unit_version
  union all
  select tree, unit_id, parent_id, daterange(valid_from, valid_to), true, true
  from unit_membership
  union all
  select 'main', unit_id, heir_id, daterange(valid_from, valid_to), false, apportioned
  from unit_heir
  union all
  select member.tree, unit_heir.unit_id, unit_heir.heir_id, daterange(unit_heir.valid_from, unit_heir.valid_to), false, unit_heir.apportioned
  from unit_heir
  join (select distinct tree, unit_id from unit_membership) as member on member.unit_id = unit_heir.unit_id;

create function path_step(serial integer) returns text language sql immutable parallel safe
  return lpad(to_hex(serial), 6, '0');

-- Makes the places of the changed units and of all below them anew, from a day on. A step sorts below 'g'.
create function refresh_unit_places(changed uuid[], from_day date) returns void language plpgsql as $$
declare
  affected uuid[];
  later constant daterange := daterange(from_day, null);
begin
  select array_agg(distinct unit_id) into affected from (
    select unnest(changed) as unit_id
    union all
    select below.unit_id
    from unit_place as top
    join unit_place as below
      on below.tree = top.tree and below.path > top.path and below.path < top.path || 'g'
    where top.unit_id = any(changed)
      and daterange(top.valid_from, top.valid_to) && later
      and daterange(below.valid_from, below.valid_to) && later
  ) as touched;
  delete from unit_place where unit_id = any(affected) and valid_from >= from_day;
  update unit_place set valid_to = from_day
  where unit_id = any(affected) and valid_from < from_day and (valid_to is null or valid_to > from_day);
  insert into unit_place (tree, unit_id, valid_from, valid_to, path, stands, apportioned)
  with recursive
  edge as materialized (
    select unit_edge.*, path_step(unit.serial) as step
    from unit_edge
    join unit on unit.id = unit_edge.unit_id
    where unit_edge.unit_id = any(affected) and unit_edge.span && later
  ),
  grown(tree, unit_id, span, path, stands, apportioned) as (
    select edge.tree, edge.unit_id,
      edge.span * later * coalesce(daterange(above.valid_from, above.valid_to), daterange(null, null)),
      coalesce(above.path, '') || edge.step, edge.stands, edge.apportioned
    from edge
    left join unit_place as above
      on above.tree = edge.tree and above.unit_id = edge.parent_id
      and daterange(above.valid_from, above.valid_to) && (edge.span * later)
    where edge.parent_id is null or (above.unit_id is not null and edge.parent_id <> all(affected))
    union all
    select edge.tree, edge.unit_id, edge.span * grown.span, grown.path || edge.step, edge.stands,
      edge.apportioned and (edge.stands or grown.stands or grown.apportioned)
    from grown
    join edge on edge.tree = grown.tree and edge.parent_id = grown.unit_id and edge.span && grown.span
  ),
  joined as (
    select tree, unit_id, path, stands, apportioned, unnest(range_agg(span)) as span
    from grown
    group by tree, unit_id, path, stands, apportioned
  )
  select tree, unit_id, lower(span), upper(span), path, stands, apportioned from joined;
end $$;

-- Makes all places anew: after a bulk load, and for the check that step by step gives the same.
create function rebuild_unit_places() returns void language plpgsql as $$
begin
  delete from unit_place;
  insert into unit_place (tree, unit_id, valid_from, valid_to, path, stands, apportioned)
  with recursive
  edge as materialized (
    select unit_edge.*, path_step(unit.serial) as step from unit_edge join unit on unit.id = unit_edge.unit_id
  ),
  grown(tree, unit_id, span, path, stands, apportioned) as (
    select tree, unit_id, span, step, stands, apportioned from edge where parent_id is null
    union all
    select edge.tree, edge.unit_id, edge.span * grown.span, grown.path || edge.step, edge.stands,
      edge.apportioned and (edge.stands or grown.stands or grown.apportioned)
    from grown
    join edge on edge.tree = grown.tree and edge.parent_id = grown.unit_id and edge.span && grown.span
  ),
  joined as (
    select tree, unit_id, path, stands, apportioned, unnest(range_agg(span)) as span
    from grown
    group by tree, unit_id, path, stands, apportioned
  )
  select tree, unit_id, lower(span), upper(span), path, stands, apportioned from joined;
end $$;

select rebuild_unit_places();

-- Whatever writes to a unit's life leaves it whole: no day missing, no parent that does not exist, no ring.
-- Checked when the transaction ends, because a merge is whole only then.
create function check_unit_life() returns trigger language plpgsql as $$
declare
  checked constant uuid := case when tg_op = 'DELETE' then old.unit_id else new.unit_id end;
  life datemultirange;
begin
  select coalesce(range_agg(daterange(valid_from, valid_to)), '{}') into life
  from unit_version where unit_id = checked;
  if exists (select 1 from unit where id = checked and life <> datemultirange(daterange(founded_on, dissolved_on))) then
    raise exception 'the life of unit % has a gap', checked using errcode = 'check_violation', constraint = 'unit_life_no_gap';
  end if;
  if exists (
    select 1 from unit_version as child
    where child.parent_id = checked and not life @> daterange(child.valid_from, child.valid_to)
  ) or exists (
    select 1 from unit_version as own
    where own.unit_id = checked and own.parent_id is not null
      and not (
        select coalesce(range_agg(daterange(parent.valid_from, parent.valid_to)), '{}')
        from unit_version as parent where parent.unit_id = own.parent_id
      ) @> daterange(own.valid_from, own.valid_to)
  ) then
    raise exception 'unit % has a parent or a child on days when one of them does not exist', checked
      using errcode = 'check_violation', constraint = 'unit_parent_exists';
  end if;
  if exists (
    with recursive above(unit_id, span) as (
      select parent_id, daterange(valid_from, valid_to) from unit_version
      where unit_id = checked and parent_id is not null
      union
      select version.parent_id, above.span * daterange(version.valid_from, version.valid_to)
      from above
      join unit_version as version
        on version.unit_id = above.unit_id and daterange(version.valid_from, version.valid_to) && above.span
      where version.parent_id is not null and above.unit_id <> checked
    )
    select 1 from above where unit_id = checked
  ) then
    raise exception 'unit % is above itself', checked using errcode = 'check_violation', constraint = 'unit_no_ring';
  end if;
  return null;
end $$;

create constraint trigger unit_version_life after insert or update or delete on unit_version
  deferrable initially deferred for each row execute function check_unit_life();

create trigger unit_heir_changes after insert or update or delete on unit_heir
  for each statement execute function note_organisation_change();
create trigger unit_membership_changes after insert or update or delete on unit_membership
  for each statement execute function note_organisation_change();

-- What a gone unit left stands somewhere from its last day on, never while it is still there.
create function check_unit_heir() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from unit where id = new.unit_id and dissolved_on <= new.valid_from) then
    raise exception 'unit % has an heir while it is there', new.unit_id
      using errcode = 'check_violation', constraint = 'unit_heir_after_life';
  end if;
  if exists (
    with recursive next(unit_id) as (
      select new.heir_id
      union
      select unit_heir.heir_id from next
      join unit_heir on unit_heir.unit_id = next.unit_id
        and daterange(unit_heir.valid_from, unit_heir.valid_to) && daterange(new.valid_from, new.valid_to)
    )
    select 1 from next where unit_id = new.unit_id
  ) then
    raise exception 'unit % is heir of itself', new.unit_id using errcode = 'check_violation', constraint = 'unit_heir_no_ring';
  end if;
  return null;
end $$;
create constraint trigger unit_heir_life after insert or update on unit_heir
  deferrable initially deferred for each row execute function check_unit_heir();
