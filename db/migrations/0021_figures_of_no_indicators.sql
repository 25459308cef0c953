-- A form may ask for words alone: its reports have no figures, and no figures added to none are none. They were null,
-- which no total may be, so that such a report could not be sent where another one was in the same total.

create or replace function add_figures(a bigint[], b bigint[]) returns bigint[] language sql immutable parallel safe
  return (
    select coalesce(array_agg(coalesce(x, 0) + coalesce(y, 0) order by place), '{}')
    from unnest(a, b) with ordinality as both_(x, y, place)
  );

create or replace function pack_figures(figures bigint[]) returns bytea language sql immutable parallel safe
  return (
    select coalesce(string_agg(int8send(value), ''::bytea order by place), ''::bytea)
    from unnest(figures) with ordinality as one(value, place)
  );

-- Kept of the uppermost levels, as it was packed before.
update report_total set depth = depth where depth <= 3 and cardinality(sums) = 0;
