import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formDefaults, type FormContent, type Indicator } from '#domain/reports/form.ts';
import { registerMeasureWords, type RegisterMeasure } from '#domain/reports/register-measures.ts';
import { connect, type Connection } from '#server/platform/database/connect.ts';
import { laneOf, raiseTotals } from '#server/reports/totals.store.ts';
import { startNation, type Nation } from './nation.ts';

/** The month whose 100,000 reports of villages are rolled up, and the one whose reports are being sent. */
export const month = { from: '2025-11-01', to: '2025-11-30' } as const;
export const openMonth = { from: '2025-12-01', to: '2025-12-31' } as const;
export const width = 40;

/** Forms by the number that their ids are made from. */
export const villageForm = 1;
export const communeForm = 2;

export interface ReportingNation extends Nation {
  readonly formIds: { readonly village: string; readonly commune: string };
  readonly admin: Nation['connection'];
}

/**
 * The country of `startNation` with its reports: 100,000 villages × 40 figures for one month, each taken up by the
 * statement that the application uses; and five years of a monthly form of six figures of the communes, three of four
 * answered, which gives 50,000 reports in the twelve months across the reform. Runs with the settings of the
 * application in use.
 */
export async function startReportingNation(folder: string): Promise<ReportingNation> {
  const mark = join(folder, 'made-reports-2');
  const loading = await startNation(folder);
  try {
    if (!existsSync(mark) || loading.madeIn !== null) {
      await makeReports(loading.adminUrl);
      writeFileSync(mark, '');
    }
  } finally {
    await loading.stop();
  }
  const nation = await startNation(folder, { durable: true });
  const admin = connect(nation.adminUrl, { max: 1 });
  const { rows } = await admin.pool.query<{ village: string; commune: string }>(
    `select uid('form', ${villageForm}) as village, uid('form', ${communeForm}) as commune`,
  );
  return {
    ...nation,
    madeIn: loading.madeIn,
    admin,
    formIds: rows[0] ?? { village: '', commune: '' },
    stop: async () => {
      await admin.close();
      await nation.stop();
    },
  };
}

function counted(code: string, measure: RegisterMeasure): Indicator {
  const { label, definition, unit } = registerMeasureWords[measure];
  const source = { kind: 'register', measure, baseField: null } as const;
  return { code, label, definition, unit, group: '', decimals: 0, source, aggregation: 'sum', partOf: null };
}

function typed(code: string, label: string): Indicator {
  const source = { kind: 'entered', required: true } as const;
  const definition = `${label}, trong kỳ.`;
  return {
    code,
    label,
    definition,
    unit: 'việc',
    group: '',
    decimals: 0,
    source,
    aggregation: 'sum',
    partOf: null,
  };
}

const threeCounted = [
  counted('registered', 'registered'),
  counted('effective', 'effective'),
  counted('new_in_period', 'registered_in_period'),
];

export function formContent(figures: number): FormContent {
  const indicators = [...threeCounted];
  while (indicators.length < figures)
    indicators.push(typed(`figure_${indicators.length}`, `Số liệu ${indicators.length}`));
  return {
    sections: [{ code: 'notes', title: 'Việc đáng chú ý', guidance: '', required: false, level: 1 }],
    indicators,
    due: { kind: 'working_days_after', days: 5 },
    needsApproval: false,
    mayBeNothing: true,
    escalateAfterDays: 5,
    ...formDefaults,
    note: '',
  };
}

async function makeReports(adminUrl: string): Promise<void> {
  const admin = connect(adminUrl, { max: 1 });
  try {
    await admin.pool.query("set session_replication_role = replica; set work_mem = '256MB'");
    await admin.pool.query(emptied);
    for (const [form, kinds, figures] of [
      [villageForm, ['village'], width],
      [communeForm, ['commune_committee'], 6],
    ] as const) {
      await admin.pool.query(
        `insert into report_form (id, owner_unit_id, code, name, period_kind, asked_from, created_at)
         values (uid('form', $1), uid('nation', 0), 'bieu-' || $1::text, 'Biểu số ' || $1::text, 'month', '2021-03-01', '2021-01-01')`,
        [form],
      );
      await admin.pool.query(
        `insert into report_form_revision (form_id, revision, valid_from, unit_kinds, content, saved_at)
         values (uid('form', $1), 1, '2021-03-01', $2, $3, '2021-01-01')`,
        [form, [...kinds], JSON.stringify(formContent(figures))],
      );
    }
    await admin.pool.query(villageReports);
    await admin.pool.query('analyze report');
    await takeUp(admin);
    await admin.pool.query(communeReports);
    await admin.pool.query('vacuum analyze');
  } finally {
    await admin.close();
  }
}

/** One report after the other goes up, each in a transaction of its own, as they come in life. */
async function takeUp({ db, pool }: Connection): Promise<void> {
  for (let from = 0; from < 100_000; from += 200) {
    const { rows } = await pool.query<{ formId: string; unitId: string; sums: string[] }>(
      `select form_id as "formId", unit_id as "unitId", contribution::text[] as sums
       from generate_series($1::int, $1::int + 199) as v join report on report.id = uid('village report', v) order by v`,
      [from],
    );
    for (const row of rows)
      await raiseTotals(db, {
        ...row,
        periodFrom: month.from,
        periodTo: month.to,
        lane: laneOf(row.unitId),
        reports: 1,
      });
  }
}

const emptied =
  'truncate report_form, report_form_revision, report, report_revision, report_total, report_extension cascade';

const figuresOf = (seed: string, count: number): string =>
  `(select array_agg((hashint8((${seed}) * 64 + k) & 1023)::bigint order by k) from generate_series(0, ${count - 1}) as k)`;

const columns = `(id, form_id, form_revision, unit_id, period_from, period_to, state, narrative, counted, stated, figures,
  contribution, figure_revision, counted_at, due_on, first_submitted_at, submitted_at, accepted_at, created_at, updated_at)`;

/** Three of the figures are counted, the others stated. */
const bothSources = (count: number): string =>
  `figures[1:3] || array_fill(null::bigint, array[${count - 3}]), array_fill(null::bigint, array[3]) || figures[4:], figures, figures`;

const villageReports = `
  insert into report ${columns}
  select uid('village report', v), uid('form', ${villageForm}), 1, uid('village', v), '${month.from}', '${month.to}', 'accepted',
    jsonb_build_object('notes', repeat('Ra quân làm đường, trồng hoa, bà con cùng làm. ', 3)),
    ${bothSources(width)}, 1, sent, date '2025-12-05', sent, sent, sent, sent, sent
  from (select v, timestamptz '2025-12-02 08:00+07' + v * interval '3 seconds' as sent, ${figuresOf('v::bigint', width)} as figures
    from generate_series(0, 99999) as v) as made`;

const communeReports = `
  insert into report ${columns}
  select gen_random_uuid(), uid('form', ${communeForm}), 1, unit_id, first, last, 'accepted', '{"notes": "Không có việc nổi bật."}',
    ${bothSources(6)}, 1, sent, due, sent, sent, sent, sent, sent
  from (
    select unit_id, first, last, due, due::timestamptz - interval '3 days' + h % 100 * interval '1 hour' as sent,
      ${figuresOf('h::bigint', 6)} as figures
    from (
      select unit_id, month::date as first, (month + interval '1 month - 1 day')::date as last,
        (month + interval '1 month 7 days')::date as due, hashtext(unit_id::text || month) & 2147483647 as h
      from generate_series(timestamp '2021-03-01', timestamp '2026-02-01', interval '1 month') as month
      join unit_version as version on version.kind = 'commune_committee'
        and version.valid_from <= (month + interval '1 month - 1 day')::date
        and (version.valid_to is null or version.valid_to > (month + interval '1 month - 1 day')::date)
    ) as owed where h % 4 > 0
  ) as made`;
