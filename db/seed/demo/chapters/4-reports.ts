import { addDays, addMonths } from '#domain/kernel/day.ts';
import { acknowledge, bodies, prepare, sign } from '../agency.ts';
import { placeNow, tellPlace } from '../place-profile.ts';
import { acceptReport, answer, consolidate, readyForm, sendReport, takeForm } from '../reporting.ts';
import type { Story } from '../story.ts';
import { receive } from './2-papers-and-stages.ts';
import { running } from '../running-campaign.ts';

/** Sent no mid-year report. */
const silentUnits: readonly string[] = [
  'dienluc',
  'thue',
  'gdtx',
  'haiduong',
  'khobac',
  'thpthuongvinh',
  'lamnghiep',
];
const lateUnits: readonly string[] = ['binhthanh', 'huongvinh'];

/** The profile of a place; the mid-year report of units and committee; the first year-end reports; a paper from above that goes on to all. */
export function planReports(story: Story): void {
  planPlaceProfile(story);
  planMidYear(story);
  planYearEnd(story);
  planMonths(story);
  planPaperFromAbove(story);
  planPaperForTown(story);
}

/** What the ward told of itself years ago, told again: a review says what became of it. */
function planPlaceProfile(story: Story): void {
  const on = story.calendar.day('02-24');
  story.timeline.on(on, 4, () => tellPlace(story, { on, facts: placeNow }));
}

function planMidYear(story: Story): void {
  const { calendar, timeline } = story;
  const sent: string[] = [];
  for (const [at, unit] of bodies.entries()) {
    if (silentUnits.includes(unit)) continue;
    const from = lateUnits.includes(unit) ? '07-14' : '07-01';
    timeline.on(addDays(calendar.day(from), at % 9), (at + 1) % 10, async () => {
      sent.push(await sendReport(story, { campaign: running, unit, kind: 'mid_year' }));
    });
  }
  timeline.on(calendar.day('07-23'), 1, async () => {
    for (const id of sent) await acceptReport(story, id);
  });
  // Left open: a draft that names seven units without a report.
  timeline.on(calendar.day('07-23'), 2, () =>
    consolidate(story, { campaign: running, kind: 'mid_year', name: 'consolidated-mid-year' }),
  );
  timeline.on(calendar.day('07-23'), 3, () =>
    prepare(story, { campaign: running, purpose: 'mid_year_report', name: 'mid-year' }),
  );
  timeline.on(calendar.day('07-24'), 3, () => sign(story, 'mid-year'));
  for (const [at, unit] of bodies.entries())
    if (!silentUnits.includes(unit))
      timeline.on(addDays(calendar.day('07-27'), at % 4), at % 10, () =>
        acknowledge(story, 'mid-year', unit),
      );
}

function planYearEnd(story: Story): void {
  const { calendar, timeline } = story;
  const send = (unit: string, whole = true) =>
    sendReport(story, { campaign: running, unit, kind: 'year_end', send: whole });
  for (const [at, unit] of ['huongvan', 'tuha', 'congan', 'quansu'].entries())
    timeline.on(addDays(calendar.day('11-17'), at), 5, () => send(unit));
  timeline.on(calendar.day('11-18'), 2, () => send('huongxuan', false));
  timeline.on(calendar.day('11-16'), 2, async () => {
    story.records.set('returned-report', await send('huongan'));
  });
  timeline.on(calendar.day('11-19'), 1, () =>
    story.as('thuongtruc').call('POST /api/reports/:id/return', {
      params: { id: story.record('returned-report') },
      body: {
        reason: 'Chưa nêu kết quả của hai mô hình đang đề nghị công nhận; đề nghị bổ sung.',
        pins: [
          {
            indicator: null,
            section: 'results',
            text: 'Nêu kết quả của hai mô hình đang đề nghị công nhận.',
          },
          { indicator: 'participants', section: null, text: 'Kiểm tra lại: thấp hơn báo cáo 6 tháng.' },
        ],
      },
    }),
  );
}

/** The monthly form: two months answered by most bodies, one left with nothing to say, some silent. */
function planMonths(story: Story): void {
  const { calendar, timeline } = story;
  const months = [2, 1].map((back) => addMonths(`${calendar.today.slice(0, 7)}-01`, -back));
  const [first = calendar.today] = months;
  for (const [index, month] of months.entries())
    for (const [at, unit] of bodies.entries()) {
      const day = addDays(addMonths(month, 1), at % 5);
      if (day >= calendar.today || (at + index) % 11 === 10) continue;
      timeline.on(day, (at + 3) % 10, async () => {
        const asked = await takeForm(story, 'monthly', async () => ({
          ready: readyForm('dvk-thang'),
          code: 'dvk-thang',
          from: first,
          to: null,
          period: first,
        }));
        await answer(
          story,
          { ...asked, periodFrom: month },
          {
            unit,
            send: true,
            signOff: false,
            narrative: at % 3 === 0 ? { notes: 'Ra quân vệ sinh các tuyến đường tự quản.' } : {},
          },
        );
      });
    }
}

/** A công văn of the province on the year's closing: sent on to every body, two thirds have said that they got it. */
function planPaperFromAbove(story: Story): void {
  const { calendar, timeline } = story;
  timeline.on(calendar.day('11-12'), 2, async () => {
    const id = await receive(story, {
      key: 'guidance',
      type: 'CV',
      symbol: '318-CV/BTGDVTU',
      issuerName: 'Ban Tuyên giáo và Dân vận Tỉnh ủy',
      issuedOn: calendar.day('11-10'),
      receivedOn: calendar.day('11-12'),
      subject: `hướng dẫn tổng kết phong trào thi đua “Dân vận khéo” năm ${calendar.year}`,
    });
    await story.as('thuongtruc').call('POST /api/documents/:id/dispatches', {
      params: { id },
      body: { unitIds: bodies.map((key) => story.unit(key)) },
    });
  });
  for (const [at, unit] of bodies.entries())
    if (at % 3 !== 0 && unit !== 'thptdanghuytru')
      timeline.on(addDays(calendar.day('11-13'), at % 6), at % 10, () =>
        acknowledge(story, 'guidance', unit),
      );
}

/** A công văn that the province has passed on to the town, where nobody has confirmed it yet. */
function planPaperForTown(story: Story): void {
  const { calendar, timeline } = story;
  timeline.on(calendar.day('11-19'), 3, async () => {
    const { id } = await story.as('tinhuy').call('POST /api/documents/received', {
      body: {
        ownerUnitId: story.unit('tinh'),
        type: 'CV',
        symbol: '1125-CV/BTGDVTW',
        issuerName: 'Ban Tuyên giáo và Dân vận Trung ương',
        issuedOn: calendar.day('11-14'),
        receivedOn: calendar.day('11-18'),
        subject: 'giới thiệu mô hình “Dân vận khéo” tiêu biểu để biểu dương toàn quốc',
        signerPost: '',
        signerName: '',
        fileId: null,
        campaignId: null,
        links: [],
      },
    });
    await story.as('tinhuy').call('POST /api/documents/:id/dispatches', {
      params: { id },
      body: { unitIds: [story.unit('thixa')] },
    });
  });
}
