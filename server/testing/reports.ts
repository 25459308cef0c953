import type { BodyOf } from '#contract/endpoint.ts';
import type { reportFormsApi } from '#contract/report-forms.ts';
import { readyForms } from '#domain/reports/ready-forms.ts';
import type { Kheo } from './kheo.ts';

/** A ready form as the request that takes it in. */
export function readyForm(code: string, given: { ownerUnitId: string; askedFrom: string }) {
  const ready = readyForms.find((one) => one.code === code);
  if (!ready) throw new Error(`there is no ready form ${code}`);
  return {
    ...given,
    code: ready.code,
    name: ready.name,
    periodKind: ready.periodKind,
    unitKinds: [...ready.unitKinds],
    askedTo: null,
    customFrom: null,
    customTo: null,
    content: ready.content,
  };
}

/** The standing agency of the town asks for a form; its id. */
export async function takeForm(
  kheo: Kheo,
  body: BodyOf<(typeof reportFormsApi)['POST /api/report-forms']>,
): Promise<string> {
  return (await (await kheo.as('thuongtruc')).call('POST /api/report-forms', { body })).id;
}

export interface WrittenReport {
  readonly formId: string;
  readonly unitId: string;
  readonly periodFrom: string;
  readonly stated?: Readonly<Record<string, string | null>>;
  readonly narrative?: Readonly<Record<string, string>>;
  readonly reasons?: Readonly<Record<string, string>>;
}

const activities = { campaign_days: '1', participants: '100', dialogues: '1' };

/** Begins a report of a ready form and writes it, whole unless something else is given. */
export async function writeReport(kheo: Kheo, username: string, given: WrittenReport): Promise<string> {
  const officer = await kheo.as(username);
  const { formId, unitId, periodFrom } = given;
  const { id } = await officer.call('POST /api/reports', { body: { formId, unitId, periodFrom } });
  const { version } = await officer.call('GET /api/reports/:id', { params: { id } });
  await officer.call('PUT /api/reports/:id', {
    params: { id },
    body: {
      version,
      stated: given.stated ?? activities,
      reasons: given.reasons ?? {},
      narrative: given.narrative ?? {},
    },
  });
  return id;
}

/** Signs it off where its form asks that, and sends it. */
export async function sendReport(kheo: Kheo, username: string, id: string): Promise<void> {
  const officer = await kheo.as(username);
  const { formContent, state } = await officer.call('GET /api/reports/:id', { params: { id } });
  if (formContent.needsApproval && state !== 'approved')
    await officer.call('POST /api/reports/:id/approval', { params: { id } });
  await officer.call('POST /api/reports/:id/submission', { params: { id } });
}
