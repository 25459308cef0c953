-- Figures as bytes: how many bytes each has (2, 4 or 8), then each, the highest byte first. Most are small counts; what
-- goes out is a third of it, and so is the time that it takes.
create function pack_figures_short(figures bigint[]) returns bytea language sql immutable parallel safe
  return case
    when 32767 >= all (figures) and -32768 <= all (figures) then
      '\x02'::bytea || coalesce((select string_agg(int2send(value::smallint), ''::bytea) from unnest(figures) as value), ''::bytea)
    when 2147483647 >= all (figures) and -2147483648 <= all (figures) then
      '\x04'::bytea || (select string_agg(int4send(value::integer), ''::bytea) from unnest(figures) as value)
    else '\x08'::bytea || (select string_agg(int8send(value), ''::bytea) from unnest(figures) as value)
  end;

alter table report_total drop column packed;
drop function pack_figures;
alter function pack_figures_short rename to pack_figures;
alter table report_total
  add column packed bytea generated always as (case when depth <= 3 then pack_figures(sums) end) stored;
