-- Figures as bytes: how many bytes each has (2, 4, 6 or 8), then each, the highest byte first. Most figures are small
-- counts; what goes out is a third of it, and so is the time that it takes.
create function pack_figures_short(figures bigint[]) returns bytea language sql immutable parallel safe
  return (
    select set_byte('\x00'::bytea, 0, width) || coalesce(string_agg(substr(int8send(value), 9 - width), ''::bytea order by place), '')
    from (
      select case when lowest >= -32768 and highest <= 32767 then 2
        when lowest >= -2147483648 and highest <= 2147483647 then 4
        when lowest >= -140737488355328 and highest <= 140737488355327 then 6 else 8 end as width
      from (select coalesce(min(value), 0) as lowest, coalesce(max(value), 0) as highest from unnest(figures) as value) as range
    ) as chosen left join unnest(figures) with ordinality as one(value, place) on true
    group by width
  );

alter table report_total drop column packed;
drop function pack_figures;
alter function pack_figures_short rename to pack_figures;
alter table report_total
  add column packed bytea generated always as (case when depth <= 3 then pack_figures(sums) end) stored;
