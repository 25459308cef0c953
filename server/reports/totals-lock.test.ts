import { afterAll, beforeAll, expect, it } from 'vitest';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { readyForm, takeForm } from '#server/testing/reports.ts';
import { foundTown, type Town } from '#server/testing/town.ts';
import { lockTotals } from './totals-lock.reads.ts';
import { raiseTotals, recomputeTotals } from './totals.store.ts';

let kheo: Kheo;
let town: Town;
let formId: string;
beforeAll(async () => {
  kheo = await startKheo({ today: '2026-05-15' });
  town = await foundTown(kheo);
  formId = await takeForm(kheo, readyForm('dvk-thang', { ownerUnitId: town.town, askedFrom: '2026-01-01' }));
});
afterAll(() => kheo.stop());

/** Resolves when somebody waits for the totals of a form. */
async function somebodyWaits(): Promise<void> {
  for (;;) {
    const { rows } = await kheo.connection.pool.query(
      `select 1 from pg_locks where locktype = 'advisory' and not granted
         and database = (select oid from pg_database where datname = current_database())`,
    );
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** A unit is sending: it holds the totals with others, and takes its figures up only when `meanwhile` waits. */
async function whileSending(meanwhile: () => Promise<unknown>): Promise<unknown> {
  const sending = await kheo.connection.db.startTransaction().execute();
  try {
    await lockTotals(sending, formId, 'together');
    const waiting = meanwhile();
    await somebodyWaits();
    await raiseTotals(sending, {
      formId,
      unitId: town.xuan,
      periodFrom: '2026-05-01',
      periodTo: '2026-05-31',
      lane: 0,
      reports: 1,
      sums: ['1', '1', '1', '1', '1', '1'],
    });
    await sending.rollback().execute();
    return await waiting;
  } finally {
    if (!sending.isCommitted && !sending.isRolledBack) await sending.rollback().execute();
  }
}

it('a form is given a new version while a report of it is being sent, and both are done', async () => {
  const officer = await kheo.as('thuongtruc');
  const form = await officer.call('GET /api/report-forms/:id', { params: { id: formId }, query: {} });
  const { content } = readyForm('dvk-thang', { ownerUnitId: town.town, askedFrom: '2026-01-01' });
  const revised = await whileSending(() =>
    officer.call('POST /api/report-forms/:id/revisions', {
      params: { id: formId },
      body: { version: form.version, validFrom: '2026-01-01', legalBasis: '', content },
    }),
  );
  expect(revised).toMatchObject({ revision: 1 });
});

it('totals are made anew while a report is being sent, and both are done', async () => {
  const at = { formId, periodFrom: '2026-05-01' };
  const done = await whileSending(() =>
    recomputeTotals(kheo.connection.db, at, { cause: 'nightly', now: '2026-05-15T19:23:00Z' }),
  );
  expect(done).toEqual({ agreed: true, differences: [] });
});
