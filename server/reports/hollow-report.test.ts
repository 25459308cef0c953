import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Indicator } from '#domain/reports/form.ts';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { readyForm, sendReport, takeForm, writeReport } from '#server/testing/reports.ts';
import { foundTown, type Town } from '#server/testing/town.ts';

let kheo: Kheo;
let town: Town;
let formId: string;
beforeAll(async () => {
  kheo = await startKheo({ today: '2023-09-05' });
  town = await foundTown(kheo);
  formId = await takeForm(kheo, readyForm('dvk-thang', { ownerUnitId: town.town, askedFrom: '2023-01-01' }));
});
afterAll(() => kheo.stop());

const said = { campaign_days: '2', participants: '150', dialogues: '1' };
const words = { notes: 'Ra quân làm sạch tuyến đường.' };

async function sent(periodFrom: string, more: Partial<Parameters<typeof writeReport>[2]> = {}) {
  const given = { formId, unitId: town.xuan, periodFrom, stated: said, narrative: words, ...more };
  const id = await writeReport(kheo, 'xuan', given);
  await sendReport(kheo, 'xuan', id);
  const report = await (await kheo.as('thuongtruc')).call('GET /api/reports/:id', { params: { id } });
  return report.hollow;
}

/** A new version of the form from a day on, its indicators as they are made of those before. */
async function reviseFrom(validFrom: string, change: (indicators: readonly Indicator[]) => Indicator[]) {
  const officer = await kheo.as('thuongtruc');
  const form = await officer.call('GET /api/report-forms/:id', { params: { id: formId }, query: {} });
  const content = { ...form.content, indicators: change(form.content.indicators) };
  await officer.call('POST /api/report-forms/:id/revisions', {
    params: { id: formId },
    body: { version: form.version, validFrom, content },
  });
}

describe('a copy of the period before', () => {
  it('is told also where the form has a new version, by the codes of its indicators and sections', async () => {
    expect(await sent('2023-04-01')).toBeNull();
    // The other way round, finer by one digit, and one more that is left empty.
    await reviseFrom('2023-05-01', (indicators) => [
      ...indicators
        .toReversed()
        .map((one): Indicator =>
          one.code === 'dialogues' ? { ...one, decimals: 1 } : { ...one, partOf: null },
        ),
      {
        ...(indicators.at(-1) as Indicator),
        code: 'visits',
        label: 'Lượt thăm',
        source: { kind: 'entered', required: false },
      },
    ]);
    expect(await sent('2023-05-01', { stated: { ...said, dialogues: '10' } })).toBe('copied');
  });

  it('is none where the new version was answered with something new', async () => {
    await reviseFrom('2023-06-01', (indicators) => indicators.map((one) => ({ ...one, decimals: 0 })));
    expect(await sent('2023-06-01', { stated: { ...said, visits: '4' } })).toBeNull();
    await reviseFrom('2023-07-01', (indicators) => indicators.filter((one) => one.code !== 'visits'));
    expect(await sent('2023-07-01', { stated: { ...said, dialogues: '2' } })).toBeNull();
  });

  it('is told where what is asked no longer is all that differs', async () => {
    await reviseFrom('2023-08-01', (indicators) => indicators.filter((one) => one.code !== 'campaign_days'));
    expect(await sent('2023-08-01', { stated: { participants: '150', dialogues: '2' } })).toBe('copied');
  });
});
