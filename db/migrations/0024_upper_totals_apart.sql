-- The three uppermost levels of a country are read all at once, those of the many units below them one at a time: kept
-- together, every row wanted lay among thirty that were not. Each kind lies by itself.

alter table report_total rename to report_total_mixed;
alter table report_total_mixed rename constraint report_total_pkey to report_total_mixed_pkey;
alter table report_total_mixed rename constraint report_total_form_id_fkey to report_total_mixed_form_id_fkey;
alter table report_total_mixed rename constraint report_total_unit_id_fkey to report_total_mixed_unit_id_fkey;
alter index report_total_depth rename to report_total_mixed_depth;

create table report_total (
  form_id uuid not null references report_form,
  period_from date not null,
  unit_id uuid not null references unit,
  lane smallint not null,
  -- Steps from the root, which has 1. A unit has one depth in the tree of the period's last day; where that tree is
  -- changed afterwards it has two until its totals are made anew, and their sum is right.
  depth smallint not null,
  reports integer not null,
  sums bigint[] not null,
  -- Of the three uppermost levels, as they go out (pack_figures).
  packed bytea generated always as (case when depth <= 3 then pack_figures(sums) end) stored,
  primary key (form_id, period_from, unit_id, lane, depth)
) partition by range (depth);
create table report_total_upper partition of report_total for values from (minvalue) to (4);
create table report_total_lower partition of report_total for values from (4) to (maxvalue);
create index report_total_depth on report_total (form_id, period_from, depth);

insert into report_total (form_id, period_from, unit_id, lane, depth, reports, sums)
select form_id, period_from, unit_id, lane, depth, reports, sums from report_total_mixed;
drop table report_total_mixed;

create or replace function add_to_totals(form uuid, period date, at_unit uuid, tree_day date, lane_ smallint, change_reports integer, change_sums bigint[])
returns void language sql as $$
  insert into report_total (form_id, period_from, unit_id, lane, depth, reports, sums)
  select form, period, unit.id, case when step.depth <= 2 then lane_ else 0 end, step.depth, change_reports, change_sums
  from unit_place as place
  cross join lateral (select * from generate_series(1, length(place.path) / 6) as depth limit 20) as step
  join unit on unit.serial = ('x' || lpad(substr(place.path, step.depth * 6 - 5, 6), 8, '0'))::bit(32)::int
  where place.unit_id = at_unit and place.tree = 'main'
    and place.valid_from <= tree_day and (place.valid_to is null or place.valid_to > tree_day)
  order by unit.id
  on conflict (form_id, period_from, unit_id, lane, depth)
  do update set reports = report_total.reports + excluded.reports, sums = add_figures(report_total.sums, excluded.sums);
$$;
