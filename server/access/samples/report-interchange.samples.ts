import type { reportInterchangeApi } from '#contract/report-interchange.ts';
import { list, reaches, readAt, type Samples } from '../sample.ts';
import type { World } from '../world.ts';

const january = { from: '2026-01-01', to: '2026-01-31' };
const figures = () => ({ query: { formCode: 'dvk-thang', ...january } });
const unknownUnit = {
  format: 'kheo-reports',
  formatVersion: 1,
  reports: [
    {
      formCode: 'dvk-thang',
      revision: 1,
      unitCode: 'khong-co',
      periodFrom: january.from,
      periodTo: january.to,
    },
  ],
};
const file = {
  name: 'bao-cao.json',
  content: new TextEncoder().encode(JSON.stringify(unknownUnit)),
};

export const reportInterchangeSamples: Samples<keyof typeof reportInterchangeApi> = {
  'GET /api/report-figures': [{ rule: list('unit_report.read'), args: figures }],
  'GET /api/report-figures.csv': [{ rule: list('unit_report.read'), args: figures }],
  'GET /api/report-files': [
    {
      rule: reaches('unit_report.read', 'town'),
      args: ({ near }: World) => ({
        query: { formId: near.reportFormId, ...january, format: 'json' as const },
      }),
    },
  ],
  'GET /api/report-entry-sheet': [
    {
      rule: readAt('unit_report.read', 'commune'),
      args: ({ near, units }: World) => ({
        query: { formId: near.reportFormId, unitId: units.commune, periodFrom: '2026-02-01' },
      }),
    },
  ],
  'POST /api/report-file-imports': [
    {
      rule: { gate: 'unit_report.write', needs: [{ permission: 'unit_report.read', fromBelow: 'town' }] },
      args: ({ near }: World) => ({ query: { formId: near.reportFormId, dryRun: 'false' as const }, file }),
    },
  ],
};
