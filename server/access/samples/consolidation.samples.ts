import type { consolidationApi } from '#contract/consolidation.ts';
import type { Opening } from '../reference.ts';
import { actAt, list, reaches, readAt, type Samples } from '../sample.ts';
import { templateFile } from '../world-reports.ts';
import type { World } from '../world.ts';

const seesForm: Opening = { permission: 'unit_report.read', fromBelow: 'town' };
const managesTemplates = actAt('report_form.manage', 'town', seesForm);
const consolidated = ({ near }: World) => ({ params: { id: near.consolidationId } });

export const consolidationSamples: Samples<keyof typeof consolidationApi> = {
  'POST /api/consolidated-reports': [
    {
      rule: actAt('document.draft', 'town', { permission: 'unit_report.read', at: ['town'] }),
      args: ({ near, units }) => ({
        body: {
          formId: near.reportFormId,
          unitId: units.town,
          periodFrom: '2026-01-01',
          replaceDraft: true,
          draftVersion: 1,
        },
      }),
    },
  ],
  'GET /api/consolidated-reports': [{ rule: list('unit_report.read'), args: () => ({ query: {} }) }],
  'GET /api/consolidated-reports/:id': [{ rule: readAt('unit_report.read', 'town'), args: consolidated }],
  'GET /api/consolidated-reports/:id/paper.docx': [
    {
      rule: readAt('unit_report.read', 'town'),
      args: (world) => ({ ...consolidated(world), query: {} }),
    },
    {
      about: 'in a template',
      rule: readAt('unit_report.read', 'town'),
      args: (world) => ({ ...consolidated(world), query: { templateId: world.near.paperTemplateId } }),
    },
  ],
  'GET /api/paper-templates': [{ rule: list('unit_report.read'), args: () => ({ query: {} }) }],
  'GET /api/paper-templates/starter.docx': [
    {
      rule: reaches('unit_report.read', 'town'),
      args: ({ near }) => ({ query: { formId: near.reportFormId } }),
    },
  ],
  'POST /api/paper-template-files': [
    {
      rule: managesTemplates,
      args: async ({ near, units }) => ({
        query: { ownerUnitId: units.town, formId: near.reportFormId, name: 'Mẫu thử' },
        file: await templateFile(),
      }),
    },
  ],
  'POST /api/paper-templates/:id/retirement': [
    { rule: managesTemplates, args: ({ near }) => ({ params: { id: near.paperTemplateId } }) },
  ],
};
