-- Finds what lies below the changed units by paths, one unit at a time: a join of all with all is what the planner
-- takes where the country is large.
create or replace function refresh_unit_places(changed uuid[], from_day date) returns void language plpgsql as $$
declare
  affected uuid[];
  later constant daterange := daterange(from_day, null);
begin
  select array_agg(distinct unit_id) into affected from (
    select unnest(changed) as unit_id
    union all
    select below.unit_id
    from unit_place as top
    -- "offset 0" keeps this part whole: a unit has a few below it, and they are found by the index of paths.
    cross join lateral (
      select place.unit_id, place.valid_from, place.valid_to from unit_place as place
      where place.tree = top.tree and place.path > top.path and place.path < top.path || 'g'
      offset 0
    ) as below
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

