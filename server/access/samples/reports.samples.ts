import type { figuresApi } from '#contract/figures.ts';
import type { reportFormsApi } from '#contract/report-forms.ts';
import type { reportsApi } from '#contract/reports.ts';
import { newId } from '#server/platform/ids.ts';
import type { Opening, Rule } from '../reference.ts';
import { actAt, list, reaches, readAt, versionOf, type Samples } from '../sample.ts';
import { figureSetOf, namedPractice } from '../world-committee.ts';
import { monthly } from '../world-reports.ts';
import type { World } from '../world.ts';

const seesReport: Opening = { permission: 'unit_report.read', at: ['commune'] };
const seesForm: Opening = { permission: 'unit_report.read', fromBelow: 'town' };
const writes = actAt('unit_report.write', 'commune', seesReport);
const approves = actAt('unit_report.approve', 'commune', seesReport);
const reviews: Rule = {
  gate: 'unit_report.review',
  needs: [seesReport, { permission: 'unit_report.review', at: ['town'] }],
  seen: [seesReport],
};
/** Days and reminders are for whoever reviews at the form's owner. */
const reviewsForm = actAt('unit_report.review', 'town', seesForm);
const managesForm = actAt('report_form.manage', 'town', seesForm);
const makesForm = actAt('report_form.manage', 'town', {
  permission: 'organisation.read',
  fromBelow: 'town',
});
const reports = actAt('figure.report', 'town', { permission: 'figure.read', fromBelow: 'town' });
const draft = ({ near }: World) => ({ params: { id: near.draftReportId } });
const sent = ({ near }: World) => ({ params: { id: near.submittedReportId } });
const form = ({ near }: World) => ({ params: { id: near.reportFormId } });
const figureSet = ({ near }: World) => ({ params: { id: near.figureSetId } });
const period = ({ near }: World) => ({ formId: near.reportFormId, periodFrom: '2026-02-01' });
const why = { reason: 'Đơn vị đề nghị' };

const formSamples: Samples<keyof typeof reportFormsApi> = {
  'GET /api/report-forms': [{ rule: list('unit_report.read'), args: () => ({}) }],
  'GET /api/ready-report-forms': [{ rule: list('report_form.manage'), args: () => ({}) }],
  'GET /api/report-forms/:id': [
    { rule: reaches('unit_report.read', 'town'), args: (world) => ({ ...form(world), query: {} }) },
  ],
  'POST /api/report-forms': [
    {
      rule: makesForm,
      args: ({ units }) => ({ body: { ...monthly(units.town), code: 'bieu-thu' } }),
    },
  ],
  'PUT /api/report-forms/:id': [
    {
      rule: managesForm,
      args: async (world) => ({
        ...form(world),
        body: {
          version: await versionOf(world, 'report_form', world.near.reportFormId),
          name: 'Báo cáo tháng',
          unitKinds: ['commune_committee' as const],
          unitKindsFrom: '2026-06-01',
          askedTo: null,
        },
      }),
    },
  ],
  'POST /api/report-forms/:id/revisions': [
    {
      rule: managesForm,
      args: async (world) => ({
        ...form(world),
        body: {
          version: await versionOf(world, 'report_form', world.near.reportFormId),
          validFrom: '2026-06-01',
          content: monthly(world.units.town).content,
        },
      }),
    },
  ],
  'GET /api/report-forms/:id/file.json': [{ rule: reaches('unit_report.read', 'town'), args: form }],
  'POST /api/report-form-imports': [
    {
      rule: makesForm,
      args: ({ units }) => {
        const { ownerUnitId, unitKinds, content, ...head } = monthly(units.town);
        const revision = { validFrom: '2026-01-01', validTo: null, unitKinds, legalBasis: '', content };
        const file = {
          format: 'kheo-report-form' as const,
          formatVersion: 1 as const,
          form: { ...head, code: 'bieu-nhan' },
          revisions: [revision],
        };
        return { body: { ownerUnitId, file } };
      },
    },
  ],
  'GET /api/holidays': [{ rule: list('unit_report.read'), args: () => ({ query: { year: 2026 } }) }],
  'PUT /api/holidays/:day': [
    {
      rule: {
        gate: 'report_form.manage',
        needs: [{ permission: 'report_form.manage', oneOf: ['province', 'farProvince'] }],
        unseen: 403,
      },
      args: () => ({ params: { day: '2026-11-24' }, body: { name: 'Nghỉ bù', works: false } }),
    },
  ],
};

export const reportsSamples: Samples<
  keyof typeof reportsApi | keyof typeof reportFormsApi | keyof typeof figuresApi
> = {
  ...formSamples,
  'GET /api/reports/owed': [{ rule: list('unit_report.read'), args: () => ({}) }],
  'GET /api/reports/matrix': [
    {
      rule: reaches('unit_report.read', 'town'),
      args: ({ near }) => ({ query: { formId: near.reportFormId } }),
    },
  ],
  'GET /api/reports/matrix.xlsx': [
    {
      rule: reaches('unit_report.read', 'town'),
      args: ({ near }) => ({ query: { formId: near.reportFormId } }),
    },
  ],
  'POST /api/reports': [
    { rule: writes, args: (world) => ({ body: { ...period(world), unitId: world.units.commune } }) },
  ],
  'GET /api/reports/:id': [{ rule: readAt('unit_report.read', 'commune'), args: draft }],
  'PUT /api/reports/:id': [
    {
      rule: writes,
      args: async (world) => ({
        ...draft(world),
        body: {
          version: await versionOf(world, 'report', world.near.draftReportId),
          stated: { dialogues: '1' },
          reasons: {},
          narrative: { notes: 'Đã làm' },
        },
      }),
    },
  ],
  'POST /api/reports/:id/approval': [{ rule: approves, args: draft }],
  'POST /api/reports/:id/reopening': [{ rule: writes, args: draft }],
  'POST /api/reports/:id/submission': [{ rule: writes, args: draft }],
  'POST /api/reports/:id/withdrawal': [{ rule: writes, args: (world) => ({ ...draft(world), body: why }) }],
  'POST /api/reports/:id/return': [
    {
      rule: reviews,
      args: ({ near }) => ({ params: { id: near.returnedReportId }, body: { reason: 'Thiếu kết quả' } }),
    },
  ],
  // Only files that one has sent up oneself can be attached.
  'POST /api/reports/:id/evidence': [
    {
      rule: writes,
      args: (world) => ({ ...draft(world), body: { files: [{ fileId: newId(), caption: '' }] } }),
      refusedAs: 'invalid_input',
    },
  ],
  'POST /api/reports/:id/evidence/:evidenceId/withdrawal': [
    {
      rule: writes,
      args: ({ near }) => ({
        params: { id: near.draftReportId, evidenceId: near.reportEvidenceId },
        body: why,
      }),
    },
  ],
  'POST /api/reports/acceptances': [
    { rule: reviews, args: ({ near }) => ({ body: { reportIds: [near.submittedReportId] } }) },
  ],
  'POST /api/reports/:id/corrections': [
    {
      rule: writes,
      args: async (world) => ({
        ...sent(world),
        body: {
          version: await versionOf(world, 'report', world.near.submittedReportId),
          why: 'Đếm lại',
          stated: { dialogues: '3' },
        },
      }),
    },
  ],
  'POST /api/reports/:id/recounts': [
    // The register has not changed since.
    {
      rule: writes,
      args: (world) => ({ ...sent(world), body: { why: 'Sổ đã bổ sung' } }),
      refusedAs: 'action_blocked',
    },
  ],
  'POST /api/reports/:id/kept-figures': [
    { rule: writes, args: (world) => ({ ...sent(world), body: { seen: {} } }), refusedAs: 'action_blocked' },
  ],
  'POST /api/report-extensions': [
    {
      rule: reviewsForm,
      args: (world) => ({ body: { ...period(world), unitIds: null, dueOn: '2026-03-31', reason: 'Tết' } }),
    },
  ],
  'POST /api/report-reminders': [{ rule: reviewsForm, args: (world) => ({ body: period(world) }) }],
  'GET /api/report-totals': [
    {
      rule: readAt('unit_report.read', 'commune'),
      args: (world) => ({ query: { ...period(world), unitId: world.units.commune } }),
    },
  ],
  'GET /api/report-totals/levels.xlsx': [
    {
      rule: readAt('unit_report.read', 'commune'),
      args: (world) => ({ query: { ...period(world), unitId: world.units.commune } }),
    },
  ],
  'GET /api/units/:id/profile': [
    { rule: readAt('unit_report.read', 'commune'), args: ({ units }) => ({ params: { id: units.commune } }) },
  ],
  'PUT /api/units/:id/profile/:year': [
    {
      rule: writes,
      args: ({ units }) => ({
        params: { id: units.commune, year: '2025' },
        body: { version: 0, source: 'Niên giám', facts: { households: '1.800' } },
      }),
    },
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
