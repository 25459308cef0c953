import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '#server/platform/ids.ts';
import { migrate } from '#server/platform/database/migrate.ts';
import { connectTestDatabase, type TestConnection } from '#server/testing/database.ts';
import { recomputeAll } from './totals.store.ts';

let connection: TestConnection;
beforeAll(async () => {
  connection = await connectTestDatabase({ max: 2 });
  await connection.pool.query('drop schema public cascade; create schema public');
  await migrate(connection.pool, { upTo: '0015_places_below.sql' });
});
afterAll(() => connection.close());

/** Accounts that changed a report one after the other, as the history before the migrations tells it. */
async function writtenBy(names: readonly string[], reportId: string | undefined): Promise<string[]> {
  const ids = names.map(newId);
  for (const [at, id] of ids.entries()) {
    await connection.pool.query(
      `insert into account (id, username, display_name, password_hash, created_at) values ($1, $2, $2, '', now())`,
      [id, names[at]],
    );
    await connection.pool.query(
      `insert into history_entry (id, at, account_id, actor_name, subject_type, subject_id, action)
       values ($1, '2023-07-09T02:00:00Z', $2, $3, 'unit_report', $4, 'edit')`,
      [newId(), id, names[at], reportId],
    );
  }
  return ids;
}

it('the reports of campaigns become answers to two forms, words, figures and totals kept', async () => {
  const query = async (text: string, values: unknown[] = []) =>
    (await connection.pool.query(text, values)).rows;
  const [town, ward, campaign, sent, draft] = Array.from({ length: 5 }, newId);
  for (const [id, parent, kind] of [
    [town, null, 'district_committee'],
    [ward, town, 'commune_committee'],
  ]) {
    await query(`insert into unit (id, founded_on) values ($1, '2000-01-01')`, [id]);
    await query(
      `insert into unit_version (id, unit_id, parent_id, name, name_folded, short_name, kind, code, position, valid_from)
       values ($1, $2, $3, 'Đơn vị', 'don vi', 'Đơn vị', $4, $5, 0, '2000-01-01')`,
      [newId(), id, parent, kind, kind],
    );
  }
  await query('select rebuild_unit_places()');
  await query(
    `insert into campaign (id, owner_unit_id, year, title, state, plan, created_at)
     values ($1, $2, 2023, 'Năm 2023', 'open', $3, '2023-01-05T00:00:00Z')`,
    [campaign, town, { reports: [{ kind: 'mid_year', unitDue: '2023-07-15', committeeDue: '2023-07-25' }] }],
  );
  const counted = JSON.stringify([
    { key: 'registered', value: 7 },
    { key: 'land', value: 12.5 },
    { key: 'mobilised', value: 5_000_000 },
  ]);
  const report = `insert into unit_report (id, campaign_id, unit_id, kind, state, results, difficulties, proposals, counted, submitted_at, updated_at)
    values ($1, $2, $3, $4, $5, 'Đã làm', 'Thiếu kinh phí', 'Hỗ trợ', $6, $7, '2023-07-10T02:00:00Z')`;
  await query(report, [sent, campaign, ward, 'mid_year', 'accepted', counted, '2023-07-10T02:00:00Z']);
  await query(report, [draft, campaign, ward, 'year_end', 'draft', null, null]);

  const [, writer] = await writtenBy(['Người mở', 'Người soạn'], draft);

  await migrate(connection.pool);

  const writers = await query('select id, written_by from report order by written_by nulls last');
  expect(writers).toEqual([
    { id: draft, written_by: writer },
    { id: sent, written_by: null },
  ]);
  const reports = await query(`
    select report.id, form.code, report.state, report.period_to, report.due_on, narrative, figures
    from report join report_form as form on form.id = report.form_id order by form.code`);
  expect(reports).toMatchObject([
    {
      id: sent,
      code: 'dvk-6-thang',
      state: 'accepted',
      period_to: '2023-06-30',
      due_on: '2023-07-15',
      narrative: { results: 'Đã làm', limits: 'Thiếu kinh phí', proposals: 'Hỗ trợ' },
      figures: [7, null, null, null, null, null, null, null, null, null, 5_000_000, 12_500, null, null],
    },
    { id: draft, code: 'dvk-nam', state: 'draft', period_to: '2023-12-31', due_on: '2023-12-31' },
  ]);
  const totals = await query(
    'select unit_id, reports, sums[1] as registered from report_total order by unit_id',
  );
  expect(totals).toEqual([town, ward].toSorted().map((unit_id) => ({ unit_id, reports: 1, registered: 7 })));
  const agreed = await recomputeAll(connection.db, { cause: 'nightly', now: '2026-01-01T00:00:00Z' });
  expect(agreed.differing).toBe(0);
});
