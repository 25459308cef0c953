-- What 0008 checks when a life is written, checked also when only the unit's own days are: its versions span them,
-- and what it left stands with an heir only from its end on.
create function check_unit_dates() returns trigger language plpgsql as $$
declare
  own unit;
begin
  select * into own from unit where id = new.id;
  if own.id is null then
    return null;
  end if;
  if daterange(own.founded_on, own.dissolved_on)::datemultirange <> (
    select coalesce(range_agg(daterange(valid_from, valid_to)), '{}') from unit_version where unit_id = own.id
  ) then
    raise exception 'the life of unit % has a gap', own.id using errcode = 'check_violation', constraint = 'unit_life_no_gap';
  end if;
  if exists (
    select 1 from unit_heir
    where unit_id = own.id and (own.dissolved_on is null or valid_from < own.dissolved_on)
  ) then
    raise exception 'unit % has an heir while it is there', own.id
      using errcode = 'check_violation', constraint = 'unit_heir_after_life';
  end if;
  return null;
end $$;

create constraint trigger unit_dates after update on unit
  deferrable initially deferred for each row execute function check_unit_dates();

-- No ring in the trees beside the main one either.
create function check_unit_membership() returns trigger language plpgsql as $$
begin
  if exists (
    with recursive above(unit_id, span) as (
      select parent_id, daterange(valid_from, valid_to) from unit_membership
      where id = new.id and parent_id is not null
      union
      select member.parent_id, above.span * daterange(member.valid_from, member.valid_to)
      from above
      join unit_membership as member
        on member.tree = new.tree and member.unit_id = above.unit_id
        and daterange(member.valid_from, member.valid_to) && above.span
      where member.parent_id is not null and above.unit_id <> new.unit_id
    )
    select 1 from above where unit_id = new.unit_id
  ) then
    raise exception 'unit % is above itself in tree %', new.unit_id, new.tree
      using errcode = 'check_violation', constraint = 'unit_membership_no_ring';
  end if;
  return null;
end $$;

create constraint trigger unit_membership_life after insert or update on unit_membership
  deferrable initially deferred for each row execute function check_unit_membership();
