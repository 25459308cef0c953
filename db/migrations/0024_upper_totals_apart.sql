-- The three uppermost levels of a country are read all at once, those of the many units below them one at a time: kept
-- together, every row wanted lay among thirty that were not. Each kind lies by itself.

alter table report_total rename to report_total_mixed;
alter table report_total_mixed rename constraint report_total_pkey to report_total_mixed_pkey;
alter index report_total_depth rename to report_total_mixed_depth;

-- Made from reports and places, which name their form and units already, and made anew at night: to ask for both again
-- with every row, by thousands at once, is to have them all queue at the row of the form.
create table report_total (
  form_id uuid not null,
  period_from date not null,
  unit_id uuid not null,
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

-- The application adds to totals itself (server/reports/totals.store.ts): a function of SQL takes as long to begin as to do it.
drop function add_to_totals;
