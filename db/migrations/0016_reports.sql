-- Periodic reports: forms as data, one answer a unit and period, figures kept exact and added upward.

create table report_form (
  id uuid primary key,
  owner_unit_id uuid not null references unit,
  code text not null,
  name text not null,
  period_kind text not null check (period_kind in ('month', 'quarter', 'half_year', 'year', 'custom')),
  -- The years it is asked for begin and end here; periods before the first are not owed.
  asked_from date not null,
  asked_to date,
  -- A form for one period of days of its own (a stage, a theme).
  custom_from date,
  custom_to date check (custom_to >= custom_from),
  created_at timestamptz not null,
  version integer not null default 1,
  check (asked_to is null or asked_to >= asked_from),
  check ((period_kind = 'custom') = (custom_from is not null and custom_to is not null)),
  unique (owner_unit_id, code)
);

-- Who answers a form, and what, while it is valid; a report keeps the revision it was answered with.
create table report_form_revision (
  form_id uuid not null references report_form,
  revision integer not null,
  -- By the first day of a period.
  valid_from date not null,
  valid_to date,
  -- Kinds of unit below the owner that answer it.
  unit_kinds text[] not null check (cardinality(unit_kinds) > 0),
  -- domain/reports/form.ts
  content jsonb not null,
  legal_basis text not null default '',
  saved_by uuid references account,
  saved_at timestamptz not null,
  primary key (form_id, revision),
  check (valid_to is null or valid_to > valid_from),
  constraint report_form_revision_no_overlap exclude using gist (form_id with =, daterange(valid_from, valid_to) with &&)
);

-- Days off, and Saturdays worked in exchange, beyond those that the law fixes (domain/reports/holidays.ts).
create table holiday (
  day date primary key,
  name text not null,
  works boolean not null default false,
  set_by uuid references account,
  set_at timestamptz not null
);

create table report (
  id uuid primary key,
  form_id uuid not null,
  form_revision integer not null,
  unit_id uuid not null references unit,
  period_from date not null,
  period_to date not null check (period_to >= period_from),
  state text not null check (state in ('draft', 'approved', 'submitted', 'returned', 'accepted')),
  nothing_to_report boolean not null default false,
  -- Section → words.
  narrative jsonb not null default '{}',
  -- One number an indicator, in the order of the form's revision: whole numbers of its smallest step, null where
  -- nothing is stated. What the register counted, what the unit states instead, and why (indicator → reason).
  counted bigint[] not null,
  stated bigint[] not null,
  reasons jsonb not null default '{}',
  -- What it says: stated or counted, with the formulas. The part that is added upward.
  figures bigint[] not null,
  contribution bigint[] not null,
  -- Grows with every change of the figures after the first sending; each is kept in report_revision.
  figure_revision integer not null default 0,
  counted_at timestamptz,
  due_on date not null,
  approved_at timestamptz,
  approved_by uuid references account,
  first_submitted_at timestamptz,
  submitted_at timestamptz,
  accepted_at timestamptz,
  -- Changed after it had been accepted: whoever accepted it is told.
  corrected_at timestamptz,
  return_reason text,
  -- Reasons pinned to a figure or a sentence: [{indicator | section, quote, text}].
  return_pins jsonb not null default '[]',
  hollow text check (hollow in ('copied', 'empty')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  foreign key (form_id, form_revision) references report_form_revision (form_id, revision),
  unique (form_id, period_from, unit_id)
);
create index report_unit on report (unit_id, period_from);
create index report_corrected on report (corrected_at) where corrected_at is not null;
-- Completeness is counted from the index alone.
create index report_state on report (form_id, period_from, state)
  include (unit_id, first_submitted_at, due_on, hollow, nothing_to_report);

create table report_revision (
  report_id uuid not null references report,
  revision integer not null,
  counted bigint[] not null,
  stated bigint[] not null,
  reasons jsonb not null,
  narrative jsonb not null,
  figures bigint[] not null,
  why text not null,
  account_id uuid references account,
  at timestamptz not null,
  primary key (report_id, revision)
);
create trigger report_revision_append_only before update or delete on report_revision
  for each row execute function refuse_change();

-- A later day for one unit, or for all that owe the form in the period.
create table report_extension (
  id uuid primary key,
  form_id uuid not null references report_form,
  period_from date not null,
  unit_id uuid references unit,
  due_on date not null,
  reason text not null,
  granted_by uuid references account,
  granted_at timestamptz not null
);
create index report_extension_form on report_extension (form_id, period_from);

-- A unit is reminded of a report at most once a day.
create table report_reminder (
  form_id uuid not null references report_form,
  period_from date not null,
  unit_id uuid not null references unit,
  on_day date not null,
  reminded_by uuid references account,
  at timestamptz not null,
  primary key (form_id, period_from, unit_id, on_day)
);

-- Who is expected to report is asked by kind.
create index unit_version_kind on unit_version (kind);

-- Figures as bytes, eight each, the highest first: 130,000 of them go out in a fraction of the time that text takes.
create function pack_figures(figures bigint[]) returns bytea language sql immutable parallel safe
  return (
    select string_agg(int8send(value), ''::bytea order by place) from unnest(figures) with ordinality as one(value, place)
  );

-- What every unit and all below it amount to, as the organisation stood on the period's last day. Kept in lanes, so
-- that reports sent at the same time do not wait for each other at the top; the total is the sum of the lanes.
create table report_total (
  form_id uuid not null references report_form,
  period_from date not null,
  unit_id uuid not null references unit,
  lane smallint not null,
  -- Steps from the root, which has 1: the upper levels are read without the many below them.
  depth smallint not null,
  reports integer not null,
  sums bigint[] not null,
  -- Of the three uppermost levels, which are read all at once.
  packed bytea generated always as (case when depth <= 3 then pack_figures(sums) end) stored,
  primary key (form_id, period_from, unit_id, lane)
);
create index report_total_depth on report_total (form_id, period_from, depth);

-- The nightly recomputation: whether the totals kept agree with the reports.
create table report_recomputation (
  id uuid primary key,
  form_id uuid not null references report_form,
  period_from date not null,
  -- A reorganisation dated back changes totals; at night they must agree.
  cause text not null check (cause in ('nightly', 'reorganisation')),
  at timestamptz not null,
  agreed boolean not null,
  differences jsonb not null default '[]'
);

-- The place in a year: area, households, people, poverty … (S3, part I); kept once, shown in every report.
create table unit_profile (
  unit_id uuid not null references unit,
  year integer not null,
  facts jsonb not null,
  source text not null default '',
  updated_by uuid references account,
  updated_at timestamptz not null,
  version integer not null default 1,
  primary key (unit_id, year)
);

-- Word files that an office edits: place-holders and loops, no code. Kept with versions.
create table paper_template (
  id uuid primary key,
  owner_unit_id uuid not null references unit,
  name text not null,
  -- The form whose consolidated report it lays out; null for any.
  form_id uuid references report_form,
  file_id uuid not null references file,
  revision integer not null,
  -- Versions of one template share their family.
  family_id uuid not null,
  -- What the check of its place-holders found when it was taken in.
  placeholders jsonb not null default '[]',
  added_by uuid references account,
  added_at timestamptz not null,
  retired_at timestamptz,
  unique (family_id, revision)
);

-- A consolidated report drafted from below: the document it became, the figures it froze and the reports they came from.
create table consolidation_report (
  id uuid primary key,
  form_id uuid not null,
  form_revision integer not null,
  unit_id uuid not null references unit,
  period_from date not null,
  period_to date not null,
  -- 1, 2 …: a correction of an issued one is the next, with its reason.
  edition integer not null,
  correction_reason text,
  document_id uuid not null unique references document,
  -- The tree of which day it was added up in.
  tree_day date not null,
  sums bigint[] not null,
  figures bigint[] not null,
  report_ids uuid[] not null,
  missing_unit_ids uuid[] not null,
  -- A digest of all that the reports said: figures, words, who is missing, what was hollow or late.
  said text not null,
  -- The practices shown, as they were called then: [{id, name, placeName, unitName}].
  examples jsonb not null default '[]',
  issued_at timestamptz,
  created_by uuid references account,
  created_at timestamptz not null,
  foreign key (form_id, form_revision) references report_form_revision (form_id, revision),
  unique (form_id, unit_id, period_from, edition)
);

-- Elementwise sum; a missing element counts as nothing.
create function add_figures(a bigint[], b bigint[]) returns bigint[] language sql immutable parallel safe
  return (
    select array_agg(coalesce(x, 0) + coalesce(y, 0) order by place)
    from unnest(a, b) with ordinality as both_(x, y, place)
  );

create aggregate sum_figures(bigint[]) (
  sfunc = add_figures,
  stype = bigint[],
  combinefunc = add_figures,
  parallel = safe
);

-- Adds a change to a unit and to everything above it in the main tree of a day. Only the two uppermost levels have lanes:
-- everybody meets there, and below them hardly anybody. The limit tells the planner how few steps a path has: without it
-- it reads all units.
create function add_to_totals(form uuid, period date, at_unit uuid, tree_day date, lane_ smallint, change_reports integer, change_sums bigint[])
returns void language sql as $$
  insert into report_total (form_id, period_from, unit_id, lane, depth, reports, sums)
  select form, period, unit.id, case when step.depth <= 2 then lane_ else 0 end, step.depth, change_reports, change_sums
  from unit_place as place
  cross join lateral (select * from generate_series(1, length(place.path) / 6) as depth limit 20) as step
  join unit on unit.serial = ('x' || lpad(substr(place.path, step.depth * 6 - 5, 6), 8, '0'))::bit(32)::int
  where place.unit_id = at_unit and place.tree = 'main'
    and place.valid_from <= tree_day and (place.valid_to is null or place.valid_to > tree_day)
  order by unit.id
  on conflict (form_id, period_from, unit_id, lane)
  do update set reports = report_total.reports + excluded.reports,
    sums = add_figures(report_total.sums, excluded.sums), depth = excluded.depth;
$$;

-- The reports that were bound to campaigns become answers to two forms of their owner, words and figures kept. The
-- figures that the register does not count in reports keep what it counted then as stated by the unit.
create temporary table old_figure on commit drop as
select * from (values
  (1, 'registered', 'Đã đăng ký', 'mô hình', 'registered', 0),
  (2, 'accepted', 'Được giao nhiệm vụ', 'mô hình', 'accepted', 0),
  (3, 'implementing', 'Đang thực hiện', 'mô hình', 'implementing', 0),
  (4, 'effective', 'Có hiệu quả', 'mô hình', 'effective', 0),
  (5, 'proposed', 'Đề nghị công nhận', 'mô hình', 'proposed', 0),
  (6, 'recognised', 'Được công nhận', 'mô hình', 'recognised', 0),
  (7, 'proposed_upward', 'Đề nghị cấp trên', 'mô hình', null, 0),
  (8, 'recognised_above', 'Cấp trên công nhận', 'mô hình', null, 0),
  (9, 'rewarded', 'Được khen thưởng', 'mô hình', null, 0),
  (10, 'budget', 'Tiền từ ngân sách', 'đồng', null, 0),
  (11, 'mobilised', 'Tiền huy động', 'đồng', null, 0),
  (12, 'land', 'Đất hiến', 'm²', null, 3),
  (13, 'labour', 'Ngày công', 'ngày công', null, 3),
  (14, 'goods', 'Hiện vật quy ra tiền', 'đồng', null, 0)
) as old_figure(place, code, label, unit, measure, decimals);

insert into report_form (id, owner_unit_id, code, name, period_kind, asked_from, created_at)
select gen_random_uuid(), campaign.owner_unit_id,
  case unit_report.kind when 'mid_year' then 'dvk-6-thang' else 'dvk-nam' end,
  case unit_report.kind when 'mid_year' then 'Báo cáo 6 tháng phong trào “Dân vận khéo”' else 'Báo cáo năm phong trào “Dân vận khéo”' end,
  case unit_report.kind when 'mid_year' then 'half_year' else 'year' end,
  make_date(min(campaign.year), 1, 1), min(unit_report.updated_at)
from unit_report
join campaign on campaign.id = unit_report.campaign_id
group by campaign.owner_unit_id, unit_report.kind;

insert into report_form_revision (form_id, revision, valid_from, unit_kinds, content, saved_at)
select id, 1, asked_from,
  array['commune_committee', 'agency_party_organisation', 'enterprise_party_organisation', 'school_party_organisation', 'armed_force_party_organisation'],
  jsonb_build_object(
    'sections', jsonb_build_array(
      jsonb_build_object('code', 'results', 'title', 'Kết quả thực hiện', 'guidance', '', 'required', true, 'level', 1),
      jsonb_build_object('code', 'limits', 'title', 'Khó khăn, hạn chế', 'guidance', '', 'required', false, 'level', 1),
      jsonb_build_object('code', 'proposals', 'title', 'Kiến nghị, đề xuất', 'guidance', '', 'required', false, 'level', 1)),
    'indicators', (
      select jsonb_agg(jsonb_build_object(
        'code', code, 'label', label, 'definition', label || ', tính đến ngày gửi báo cáo.', 'unit', unit, 'group', '',
        'decimals', decimals, 'aggregation', 'sum', 'partOf', null,
        'source', case when measure is null then jsonb_build_object('kind', 'entered', 'required', false)
          else jsonb_build_object('kind', 'register', 'measure', measure, 'baseField', null) end) order by place)
      from old_figure),
    'due', jsonb_build_object('kind', 'fixed', 'shift', 'previous', 'days', case period_kind
      when 'half_year' then '[{"month": 7, "day": 15}, {"month": 12, "day": 10}]'::jsonb else '[{"month": 12, "day": 5}]'::jsonb end),
    'needsApproval', false, 'mayBeNothing', false, 'escalateAfterDays', 5, 'note', ''),
  created_at
from report_form;

insert into report (id, form_id, form_revision, unit_id, period_from, period_to, state, narrative, counted, stated, figures,
  contribution, figure_revision, counted_at, due_on, first_submitted_at, submitted_at, return_reason, created_at, updated_at, version)
select unit_report.id, form.id, 1, unit_report.unit_id, make_date(campaign.year, 1, 1),
  case unit_report.kind when 'mid_year' then make_date(campaign.year, 6, 30) else make_date(campaign.year, 12, 31) end,
  unit_report.state,
  jsonb_build_object('results', unit_report.results, 'limits', unit_report.difficulties, 'proposals', unit_report.proposals),
  figure.counted, figure.stated, figure.figures, figure.contribution,
  (unit_report.submitted_at is not null)::int, unit_report.submitted_at,
  coalesce(
    (select (due ->> 'unitDue')::date from jsonb_array_elements(campaign.plan -> 'reports') as due where due ->> 'kind' = unit_report.kind),
    make_date(campaign.year, 12, 31)),
  unit_report.submitted_at, unit_report.submitted_at, unit_report.return_reason,
  coalesce((select min(at) from history_entry where subject_type = 'unit_report' and subject_id = unit_report.id), unit_report.updated_at),
  unit_report.updated_at, unit_report.version
from unit_report
join campaign on campaign.id = unit_report.campaign_id
join report_form as form on form.owner_unit_id = campaign.owner_unit_id
  and form.code = case unit_report.kind when 'mid_year' then 'dvk-6-thang' else 'dvk-nam' end
cross join lateral (
  select array_agg(case when measure is not null then value end order by place) as counted,
    array_agg(case when measure is null then value end order by place) as stated,
    array_agg(value order by place) as figures,
    array_agg(coalesce(value, 0) order by place) as contribution
  from (
    select old_figure.place, old_figure.measure, round((frozen ->> 'value')::numeric * 10 ^ old_figure.decimals)::bigint as value
    from old_figure
    left join jsonb_array_elements(unit_report.counted) as frozen on frozen ->> 'key' = old_figure.code
  ) as kept
) as figure;

insert into report_revision (report_id, revision, counted, stated, reasons, narrative, figures, why, at)
select id, 1, counted, stated, reasons, narrative, figures, 'Gửi báo cáo', submitted_at from report where submitted_at is not null;

select add_to_totals(form_id, period_from, unit_id, period_to, 0::smallint, 1, contribution)
from report where state in ('submitted', 'accepted');

drop table unit_report;
