import { readyForm } from '#server/testing/reports.ts';
import { readyForms } from '#domain/reports/ready-forms.ts';
import { starterTemplate } from '#server/word/starter-template.ts';
import type { TownBase } from './world-town.ts';

export interface ReportRecords {
  readonly reportFormId: string;
  /** Of February, with a piece of evidence. */
  readonly draftReportId: string;
  readonly reportEvidenceId: string;
  /** Of January. */
  readonly submittedReportId: string;
  /** The town's of January, a draft; and a template of its form. */
  readonly consolidationId: string;
  readonly paperTemplateId: string;
  /** Of March, sent. */
  readonly returnedReportId: string;
}

/** The ready monthly form, asked from 2026 on. */
export function monthly(ownerUnitId: string) {
  return readyForm('dvk-thang', { ownerUnitId, askedFrom: '2026-01-01' });
}

/** The monthly form of the town, with three reports of the commune. */
export async function recordsOfReporting(base: TownBase): Promise<ReportRecords> {
  const { officer, agency } = base;
  const { id: formId } = await agency.call('POST /api/report-forms', { body: monthly(base.units.town) });
  const begun = async (periodFrom: string): Promise<string> => {
    const { id } = await officer.call('POST /api/reports', {
      body: { formId, unitId: base.units.commune, periodFrom },
    });
    await officer.call('PUT /api/reports/:id', {
      params: { id },
      body: {
        version: 1,
        stated: { campaign_days: '1', participants: '120', dialogues: '1' },
        reasons: {},
        narrative: { notes: 'Đã vận động 12 hộ' },
      },
    });
    return id;
  };
  const sent = async (periodFrom: string): Promise<string> => {
    const id = await begun(periodFrom);
    await officer.call('POST /api/reports/:id/submission', { params: { id } });
    return id;
  };
  const submittedReportId = await sent('2026-01-01');
  const draftReportId = await begun('2026-02-01');
  return {
    reportFormId: formId,
    submittedReportId,
    draftReportId,
    returnedReportId: await sent('2026-03-01'),
    reportEvidenceId: await evidence(base, draftReportId),
    ...(await consolidation(base, formId)),
  };
}

async function consolidation(
  { agency, units }: TownBase,
  formId: string,
): Promise<{ consolidationId: string; paperTemplateId: string }> {
  const { id: consolidationId } = await agency.call('POST /api/consolidated-reports', {
    body: { formId, unitId: units.town, periodFrom: '2026-01-01' },
  });
  const { id: paperTemplateId } = await agency.call('POST /api/paper-template-files', {
    query: { ownerUnitId: units.town, formId, name: 'Mẫu của văn phòng' },
    file: await templateFile(),
  });
  return { consolidationId, paperTemplateId };
}

/** The starter of the monthly form, as an office sends it back. */
export async function templateFile(): Promise<{ name: string; content: Uint8Array }> {
  const ready = readyForms.find((one) => one.code === 'dvk-thang');
  if (!ready) throw new Error('there is no monthly form');
  return { name: 'mau-bao-cao.docx', content: await starterTemplate(ready.content, 'party') };
}

async function evidence({ officer }: TownBase, reportId: string): Promise<string> {
  const file = await officer.call('POST /api/files', {
    file: { name: 'bien-ban.txt', content: new TextEncoder().encode('Biên bản ra quân') },
  });
  await officer.call('POST /api/reports/:id/evidence', {
    params: { id: reportId },
    body: { files: [{ fileId: file.id, caption: 'Biên bản' }] },
  });
  const report = await officer.call('GET /api/reports/:id', { params: { id: reportId } });
  const [first] = report.evidence;
  if (!first) throw new Error('the evidence was not attached');
  return first.id;
}
