import type { Day } from '#domain/kernel/day.ts';
import {
  campaignReportPeriod,
  campaignReports,
  type CampaignReportKind,
} from '#domain/reports/asked-periods.ts';
import { readyForms, type ReadyForm } from '#domain/reports/ready-forms.ts';
import { running } from './running-campaign.ts';
import type { Story } from './story.ts';
import { reportWords } from './wording.ts';

/** A form of the town and one of its periods. */
export interface AskedReport {
  readonly formId: string;
  readonly periodFrom: Day;
}

const taken = new WeakMap<Story, Map<string, Promise<AskedReport>>>();

/** The town takes in a ready form once, under a name of the story. */
export function takeForm(
  story: Story,
  name: string,
  make: () => Promise<{ ready: ReadyForm; code: string; from: Day; to: Day | null; period: Day }>,
): Promise<AskedReport> {
  const forms = taken.get(story) ?? new Map<string, Promise<AskedReport>>();
  taken.set(story, forms);
  const known = forms.get(name);
  if (known) return known;
  const taking = make().then(async ({ ready, code, from, to, period }) => {
    const { id } = await story.as('thuongtruc').call('POST /api/report-forms', {
      body: {
        ownerUnitId: story.unit('thixa'),
        code,
        name: ready.name,
        periodKind: ready.periodKind,
        unitKinds: [...ready.unitKinds],
        askedFrom: from,
        askedTo: to,
        customFrom: null,
        customTo: null,
        content: ready.content,
      },
    });
    return { formId: id, periodFrom: period };
  });
  forms.set(name, taking);
  return taking;
}

export function readyForm(code: string): ReadyForm {
  const ready = readyForms.find((one) => one.code === code);
  if (!ready) throw new Error(`there is no ready form ${code}`);
  return ready;
}

/** The half-year or yearly form of a campaign; that of a closed year is asked no longer. */
function formOf(story: Story, campaign: string, kind: CampaignReportKind): Promise<AskedReport> {
  return takeForm(story, `${campaign} ${kind}`, async () => {
    const { plan } = await story.as('thuongtruc').call('GET /api/campaigns/:id', {
      params: { id: story.record(campaign) },
    });
    const due = plan.reports.find((report) => report.kind === kind)?.unitDue;
    if (due === undefined) throw new Error(`the plan of ${campaign} asks no ${kind}`);
    const period = campaignReportPeriod(kind, due);
    const { formCode } = campaignReports[kind];
    const runs = campaign === running;
    return {
      ready: readyForm(formCode),
      code: runs ? formCode : `${formCode}-${campaign}`,
      from: period.from,
      to: runs ? null : period.to,
      period: period.from,
    };
  });
}

/** What the unit writes in its report, and how the report moves. */
export async function sendReport(
  story: Story,
  given: { campaign: string; unit: string; kind: CampaignReportKind; send?: boolean },
): Promise<string> {
  const asked = await formOf(story, given.campaign, given.kind);
  const words = given.kind === 'mid_year' ? '6 tháng đầu năm' : 'trong năm';
  const { difficulties, proposals } = reportWords(given.unit);
  return answer(story, asked, {
    unit: given.unit,
    send: given.send !== false,
    signOff: true,
    narrative: {
      leadership:
        'Cấp ủy đã quán triệt kế hoạch, ban hành kế hoạch của đơn vị, phân công người theo dõi từng mô hình.',
      results: `Trong kỳ, ${words} các mô hình đi vào nền nếp, nhân dân đồng tình tham gia.`,
      limits: difficulties,
      proposals,
    },
  });
}

export interface Answer {
  readonly unit: string;
  readonly send: boolean;
  readonly signOff: boolean;
  readonly narrative: Readonly<Record<string, string>>;
}

/** Begins a report, writes it with the activities of the unit, signs it off and sends it. */
export async function answer(story: Story, asked: AskedReport, given: Answer): Promise<string> {
  const officer = story.as(given.unit);
  const { id } = await officer.call('POST /api/reports', {
    body: { ...asked, unitId: story.unit(given.unit) },
  });
  const own = [...given.unit].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  // A few units copy what they wrote the month before: the matrix shows it.
  const at = own % 17 === 0 ? own : own + Number(asked.periodFrom.slice(5, 7));
  await officer.call('PUT /api/reports/:id', {
    params: { id },
    body: {
      version: 1,
      stated: {
        campaign_days: String(1 + (at % 4)),
        participants: String(40 + (at % 37) * 15),
        dialogues: String(at % 3),
      },
      reasons: {},
      narrative: given.narrative,
    },
  });
  if (!given.send) return id;
  if (given.signOff) await officer.call('POST /api/reports/:id/approval', { params: { id } });
  await officer.call('POST /api/reports/:id/submission', { params: { id } });
  return id;
}

/** The town drafts its consolidated report of a campaign's form; its paper is known under `name`. */
export async function consolidate(
  story: Story,
  given: { campaign: string; kind: CampaignReportKind; name: string },
): Promise<void> {
  const asked = await formOf(story, given.campaign, given.kind);
  const { documentId } = await story.as('thuongtruc').call('POST /api/consolidated-reports', {
    body: { ...asked, unitId: story.unit('thixa') },
  });
  story.records.set(given.name, documentId);
}

export async function acceptReport(story: Story, id: string): Promise<void> {
  await story.as('thuongtruc').call('POST /api/reports/acceptances', { body: { reportIds: [id] } });
}
