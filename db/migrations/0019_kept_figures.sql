-- Of which year's profile of the place a figure was taken, by the indicator's code; frozen with the figures.
alter table report add column profile_years jsonb not null default '{}';
alter table report_revision add column profile_years jsonb not null default '{}';

-- What was sent stays although the register or the profile says otherwise by now: which difference the unit looked at,
-- figures in the order of the form's indicators. A further change is another difference.
create table report_kept_figures (
  id uuid primary key,
  report_id uuid not null references report,
  counted bigint[] not null,
  known bigint[] not null,
  account_id uuid references account,
  at timestamptz not null
);
create index report_kept_figures_report on report_kept_figures (report_id, at);
create trigger report_kept_figures_append_only before update or delete on report_kept_figures
  for each row execute function refuse_change();
