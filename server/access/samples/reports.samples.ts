import type { figuresApi } from '#contract/figures.ts';
import type { reportsApi } from '#contract/reports.ts';
import type { Opening, Rule } from '../reference.ts';
import { actAt, list, reaches, readAt, versionOf, type Samples } from '../sample.ts';
import { figureSetOf, namedPractice } from '../world-committee.ts';
import type { World } from '../world.ts';

const seesReport: Opening = { permission: 'unit_report.read', at: ['commune'] };
const writes = actAt('unit_report.write', 'commune', seesReport);
const reviews: Rule = {
  gate: 'unit_report.review',
  needs: [seesReport, { permission: 'unit_report.review', at: ['town'] }],
  seen: [seesReport],
};
const reports = actAt('figure.report', 'town', { permission: 'figure.read', fromBelow: 'town' });
const draft = ({ near }: World) => ({ params: { id: near.draftReportId } });
const figureSet = ({ near }: World) => ({ params: { id: near.figureSetId } });

export const reportsSamples: Samples<keyof typeof reportsApi | keyof typeof figuresApi> = {
  'GET /api/unit-reports': [
    { rule: list('unit_report.read'), args: () => ({ query: {} }) },
    {
      about: 'of one campaign',
      rule: reaches('unit_report.read', 'town'),
      args: ({ near }) => ({ query: { campaignId: near.campaignId } }),
    },
  ],
  'POST /api/unit-reports': [
    {
      rule: writes,
      args: ({ near, units }) => ({
        body: { campaignId: near.campaignId, unitId: units.commune, kind: 'mid_year' },
      }),
    },
  ],
  'GET /api/unit-reports/:id': [{ rule: readAt('unit_report.read', 'commune'), args: draft }],
  'PUT /api/unit-reports/:id': [
    {
      rule: writes,
      args: async (world) => ({
        ...draft(world),
        body: {
          version: await versionOf(world, 'unit_report', world.near.draftReportId),
          results: 'Đã làm',
          difficulties: '',
          proposals: '',
        },
      }),
    },
  ],
  'POST /api/unit-reports/:id/submission': [{ rule: writes, args: draft }],
  'POST /api/unit-reports/:id/return': [
    { rule: reviews, args: (world) => ({ ...draft(world), body: { reason: 'Thiếu kết quả' } }) },
  ],
  'POST /api/unit-reports/:id/acceptance': [
    { rule: reviews, args: ({ near }) => ({ params: { id: near.submittedReportId } }) },
  ],
  'GET /api/figure-sets': [{ rule: list('figure.read'), args: () => ({ query: {} }) }],
  'POST /api/figure-sets': [{ rule: reports, args: ({ near }) => ({ body: figureSetOf(near) }) }],
  'GET /api/figure-sets/:id': [{ rule: reaches('figure.read', 'town'), args: figureSet }],
  'PUT /api/figure-sets/:id': [
    {
      rule: reports,
      args: async (world) => ({
        ...figureSet(world),
        body: {
          version: await versionOf(world, 'reported_figure_set', world.near.figureSetId),
          reason: 'Sửa theo bản in',
          set: figureSetOf(world.near),
        },
      }),
    },
  ],
  'POST /api/figure-sets/:id/practices': [
    {
      rule: reports,
      args: (world) => ({
        ...figureSet(world),
        body: { practices: [namedPractice(world.units.commune, 'Mô hình thứ hai trong báo cáo')] },
      }),
    },
  ],
};
