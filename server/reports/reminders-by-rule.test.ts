import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { jobTable } from '#server/jobs.ts';
import { Actor } from '#server/platform/http/actor.ts';
import { startKheo, testPassword, type Kheo } from '#server/testing/kheo.ts';
import { readyForm, sendReport, takeForm, writeReport } from '#server/testing/reports.ts';
import { foundTown, type Town } from '#server/testing/town.ts';

// The report of March is due on the fifth working day of April: Tuesday the 7th. The ready form reminds two days before
// and on the day: Friday the 3rd, because the 5th is a Sunday, and the 7th; then every two days, at most five times: the
// 9th, the 13th (the 11th is a Saturday, the 13th itself comes next), the 15th and the 17th.

let kheo: Kheo;
let town: Town;
let formId: string;
let names: Map<string, string>;
beforeAll(async () => {
  kheo = await startKheo({ today: '2026-03-20' });
  town = await foundTown(kheo);
  await kheo.given.account({ username: 'quantri', role: 'administrator', unitId: town.town });
  await kheo.given.account({ username: 'coquan', role: 'unit_officer', unitId: town.agency });
  names = new Map(Object.entries(town).map(([name, id]) => [id, name]));
  formId = await takeForm(kheo, readyForm('dvk-thang', { ownerUnitId: town.town, askedFrom: '2026-03-01' }));
});
afterAll(() => kheo.stop());

const query = async (text: string, values: unknown[] = []) =>
  (await kheo.connection.pool.query(text, values)).rows;
/** Seven in the morning of a day: whoever was reminded, by name. */
const morning = async (day: string): Promise<string[]> => {
  kheo.clock.set(`${day}T07:00:00+07:00`);
  const before = await query('select unit_id, on_day from report_reminder');
  await jobTable(kheo.app).remind_reports({});
  const after = await query('select unit_id, on_day from report_reminder');
  return after
    .filter((row) => !before.some((was) => was.unit_id === row.unit_id && was.on_day === row.on_day))
    .map((row) => names.get(row.unit_id) ?? '?')
    .toSorted();
};
const as = (day: string, username: string): Promise<Actor> => {
  kheo.clock.set(day);
  return new Actor(kheo.app).signIn(username, testPassword);
};
const all = ['agency', 'chu', 'school', 'xuan'];
beforeEach(async () => {
  await query('truncate report_reminder');
});

describe('each morning', () => {
  it('units that owe a report are reminded on the days of the form, and on no others', async () => {
    const told: string[] = [];
    for (let date = 1; date <= 30; date += 1) {
      const day = `2026-04-${String(date).padStart(2, '0')}`;
      const reminded = await morning(day);
      if (reminded.length > 0) told.push(`${day.slice(8)}: ${reminded.join(' ')}`);
    }
    // April itself is due on 11 May, after two days off: its first reminder is in May.
    expect(told).toEqual(['03', '07', '09', '13', '15', '17'].map((day) => `${day}: ${all.join(' ')}`));
  });

  it('a second run on the same day reminds nobody again', async () => {
    expect(await morning('2026-04-07')).toEqual(all);
    expect(await morning('2026-04-07')).toEqual([]);
    expect(await query('select count(*)::int as of from report_reminder')).toEqual([{ of: 4 }]);
  });

  it('two runs at the same moment remind once, and only what was done is in the audit trail', async () => {
    const acts = async () => {
      const [found] = await query(`select
        (select count(*)::int from history_entry where action = 'remind_by_rule') as history,
        (select count(*)::int from audit_entry where endpoint = 'remind_reports') as audit`);
      return found as { history: number; audit: number };
    };
    const before = await acts();
    kheo.clock.set('2026-04-07T07:00:00+07:00');
    // Holds up both where they remind the same unit.
    const other = await kheo.connection.pool.connect();
    await other.query('begin');
    await other.query(
      `insert into report_reminder (form_id, period_from, unit_id, on_day, at) values ($1, '2026-03-01', $2, '2026-04-07', now())`,
      [formId, town.chu],
    );
    const runs = [1, 2].map(() => jobTable(kheo.app).remind_reports({}));
    await expect
      .poll(async () => {
        const waiting = `select count(*)::int as of from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
        return (await query(waiting))[0].of;
      })
      .toBe(2);
    await other.query('commit');
    other.release();
    await Promise.all(runs);
    expect(await query('select count(*)::int as of from report_reminder')).toEqual([{ of: 4 }]);
    expect(await acts()).toEqual({ history: before.history + 1, audit: before.audit + 1 });
  });

  it('days on which nothing ran are made up for by one reminder', async () => {
    expect(await morning('2026-04-03')).toEqual(all);
    expect(await morning('2026-04-14')).toEqual(all);
    expect(await morning('2026-04-14')).toEqual([]);
    expect(await morning('2026-04-15')).toEqual(all);
  });

  it('whoever was reminded by hand that day is left alone, the next reminder comes as usual', async () => {
    const officer = await as('2026-04-07T06:30:00+07:00', 'thuongtruc');
    await officer.call('POST /api/report-reminders', {
      body: { formId, periodFrom: '2026-03-01', unitIds: [town.chu] },
    });
    expect(await morning('2026-04-07')).toEqual(['agency', 'school', 'xuan']);
    expect(await morning('2026-04-09')).toEqual(all);
  });

  it('who has a later day is reminded by that one', async () => {
    const officer = await as('2026-04-06', 'thuongtruc');
    await officer.call('POST /api/report-extensions', {
      body: {
        formId,
        periodFrom: '2026-03-01',
        unitIds: [town.agency],
        dueOn: '2026-04-15',
        reason: 'Bận bầu cử',
      },
    });
    expect(await morning('2026-04-07')).toEqual(['chu', 'school', 'xuan']);
    // Two days before the 15th; the others are late for the second time.
    expect(await morning('2026-04-13')).toEqual(all);
    expect(await morning('2026-04-14')).toEqual([]);
    // The 25th is a Saturday, and Monday is off for the Hùng kings.
    expect(await morning('2026-04-28')).toEqual(['agency']);
  });

  it('who has sent is not reminded; who got it back is, as it is owed still', async () => {
    kheo.clock.set('2026-04-02');
    const id = await writeReport(kheo, 'xuan', { formId, unitId: town.xuan, periodFrom: '2026-03-01' });
    await writeReport(kheo, 'chu', { formId, unitId: town.chu, periodFrom: '2026-03-01' });
    await sendReport(kheo, 'xuan', id);
    expect(await morning('2026-04-03')).toEqual(['chu', 'school']);
    await (
      await as('2026-04-06', 'thuongtruc')
    ).call('POST /api/reports/:id/return', {
      params: { id },
      body: { reason: 'Thiếu số liệu', pins: [] },
    });
    expect(await morning('2026-04-07')).toEqual(['chu', 'school', 'xuan']);
  });

  it('is written into the history of the form and the audit trail as of the system', async () => {
    await morning('2026-04-09');
    const { history } = await (
      await as('2026-04-09', 'thuongtruc')
    ).call('GET /api/report-forms/:id', { params: { id: formId }, query: {} });
    expect(history.filter((entry) => entry.action === 'remind_by_rule').at(0)).toMatchObject({
      actorName: 'Hệ thống',
      label: 'Nhắc theo lịch các đơn vị chưa gửi',
      details: { periodFrom: '2026-03-01', units: 3 },
    });
    const audit = await (
      await as('2026-04-09', 'quantri')
    ).call('GET /api/audit', { query: { from: '2026-04-09' } });
    expect(audit.items.map((one) => one.summary)).toContain('Nhắc đơn vị chưa gửi báo cáo theo lịch');
  });
});

describe('a reminder', () => {
  it('is told on the home page of the unit with its day, and by whom or that it was by rule', async () => {
    const home = async (username: string) =>
      (await (await as('2026-04-07', username)).call('GET /api/home', {})).waiting
        .filter((one) => one.tag === 'Được nhắc')
        .map((one) => one.detail);
    const officer = await as('2026-04-06', 'thuongtruc');
    await officer.call('POST /api/report-reminders', {
      body: { formId, periodFrom: '2026-03-01', unitIds: [town.chu] },
    });
    await morning('2026-04-06');
    expect(await home('chu')).toEqual([
      'Đảng bộ phường Hương Chữ · Đã nhắc ngày 06/04/2026 (thuongtruc nhắc) · hạn 07/04/2026',
    ]);
    await morning('2026-04-07');
    expect(await home('chu')).toEqual([
      'Đảng bộ phường Hương Chữ · Đã nhắc ngày 07/04/2026 (theo lịch) · hạn 07/04/2026',
    ]);
  });

  it('is counted for the level above, with the day of the next', async () => {
    const march = async (username: string, at: string) =>
      (await (await as(at, username)).call('GET /api/reports/matrix', { query: { formId } })).periods[0]
        ?.reminded;
    const officer = await as('2026-04-06', 'thuongtruc');
    await officer.call('POST /api/report-reminders', {
      body: { formId, periodFrom: '2026-03-01', unitIds: [town.chu] },
    });
    expect(await march('thuongtruc', '2026-04-07T06:59:00+07:00')).toEqual({
      byRule: 0,
      byHand: 1,
      next: '2026-04-07',
    });
    await morning('2026-04-07');
    await morning('2026-04-09');
    const next = '2026-04-13';
    expect(await march('thuongtruc', '2026-04-09')).toEqual({ byRule: 3, byHand: 1, next });
    expect(await march('chu', '2026-04-09')).toEqual({ byRule: 1, byHand: 1, next });
    expect(await march('coquan', '2026-04-09')).toEqual({ byRule: 0, byHand: 0, next });
  });

  it('goes to nobody where the unit is gone by then', async () => {
    const admin = await as('2026-04-10', 'quantri');
    await admin.call('POST /api/reorganisations', {
      body: {
        kind: 'merge',
        on: '2026-04-10',
        fromUnitIds: [town.chu],
        into: { unitId: town.xuan },
        documentText: 'Nghị quyết số 1',
        reason: 'Sáp nhập',
        moveGrants: false,
      },
    });
    expect(await morning('2026-04-13')).toEqual(['agency', 'school', 'xuan']);
  });
});

describe('a form', () => {
  it('asks nothing of the days before it was made, however long its periods are overdue', async () => {
    const officer = await as('2026-04-16', 'thuongtruc');
    const ready = readyForm('dvk-thang', { ownerUnitId: town.town, askedFrom: '2026-01-01' });
    const body = { ...ready, code: 'dvk-thang-moi' };
    const { id } = await officer.call('POST /api/report-forms', { body });
    const told = () =>
      query('select distinct period_from, on_day from report_reminder where form_id = $1', [id]);
    await morning('2026-04-16');
    expect(await told()).toEqual([]);
    await morning('2026-04-17');
    expect(await told()).toEqual([{ period_from: '2026-03-01', on_day: '2026-04-17' }]);
  });

  it('of a stage that ended in another year reminds on no day off of this year', async () => {
    const officer = await as('2026-04-20', 'thuongtruc');
    const ready = readyForm('dvk-thang', { ownerUnitId: town.town, askedFrom: '2024-01-01' });
    const stage = { periodKind: 'custom' as const, customFrom: '2024-01-01', customTo: '2024-12-31' };
    const content = {
      ...ready.content,
      due: { kind: 'days_after' as const, days: 35, shift: 'none' as const },
      reminders: { beforeDue: [], overdue: { everyDays: 30, atMost: 20 } },
    };
    const body = { ...ready, ...stage, content, code: 'giai-doan' };
    const { id } = await officer.call('POST /api/report-forms', { body });
    const told = async (day: string) => {
      await morning(day);
      return (await query('select on_day from report_reminder where form_id = $1', [id])).length;
    };
    expect([await told('2026-04-30'), await told('2026-05-04')]).toEqual([0, all.length - 1]);
    const { periods } = await (
      await as('2026-04-29', 'thuongtruc')
    ).call('GET /api/reports/matrix', { query: { formId: id } });
    expect(periods[0]?.reminded.next).toBe('2026-05-04');
  });

  it('reminds nobody where it was saved without a rule', async () => {
    await query(`update report_form_revision set content = content - 'reminders' - 'approvedByAnother'`);
    expect(await morning('2026-04-17')).toEqual([]);
  });
});
