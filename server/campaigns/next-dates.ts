import type { Day } from '#domain/kernel/day.ts';
import { nameUnits } from '#domain/organisations/name-units.ts';
import { funnelByExpected, type Standing, type StepFacts } from './standing.reads.ts';
import type { Overview } from './strip.ts';

type NextDate = Overview['next'][number];

interface Dated {
  readonly due: Day;
  /** What is to be done by then. */
  readonly what: string;
  /** What is missing once the day is past; null when nothing is, and the day drops out of the list. */
  readonly missing: string | null;
  readonly link: string | null;
}

const MOST_COMING = 6;

/** Days to come, and days that are past with something still missing: what, by when, who is late. */
export function nextDates(standing: Standing, facts: StepFacts): NextDate[] {
  const { campaign, today } = standing.scope;
  if (campaign.state !== 'open') return [];
  const dates = [
    ...intakeDates(standing),
    ...appraisalDate(standing, facts),
    ...checkDates(standing),
    ...reportDates(standing),
    ...conclusionDates(standing, facts),
  ].toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  const late = dates.filter((date) => date.due < today && date.missing !== null);
  const coming = dates.filter((date) => date.due >= today).slice(0, MOST_COMING);
  return [...late, ...coming].map((date) => ({
    due: date.due,
    text: date.missing === null ? date.what : `${date.what}: ${date.missing}`,
    link: date.link,
    late: date.due < today,
  }));
}

function intakeDates({ scope, ...standing }: Standing): Dated[] {
  const { plan } = scope.campaign;
  const sums = funnelByExpected({ scope, ...standing });
  const short = standing.expected.filter((one) => (sums.get(one.unit.id)?.registered ?? 0) < one.least);
  return plan.intakes.map((intake) => ({
    due: intake.closesOn,
    what: intake.number === 1 ? 'Hết hạn đăng ký đợt 1' : 'Hết hạn đăng ký bổ sung đợt 2',
    missing:
      intake.number === 1 && short.length > 0
        ? `${short.length} đơn vị chưa đủ chỉ tiêu (${nameUnits(short.map((one) => one.unit.shortName))})`
        : null,
    link: `/chien-dich/${scope.campaignId}?cham=1${scope.dayWord}`,
  }));
}

function appraisalDate({ scope }: Standing, facts: StepFacts): Dated[] {
  const due = scope.campaign.plan.steps.find((step) => step.number === 2)?.due;
  if (!due) return [];
  const missing = [
    facts.pendingOfFirst > 0 ? `${facts.pendingOfFirst} đăng ký chưa có kết luận` : '',
    facts.withoutNoticeOfFirst > 0 ? `${facts.withoutNoticeOfFirst} mô hình chưa có thông báo giao` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
  return [
    {
      due,
      what: 'Thẩm định, giao nhiệm vụ',
      missing: missing || null,
      link: scope.link('state=submitted,appraising'),
    },
  ];
}

function checkDates({ scope, owedChecks, ...standing }: Standing): Dated[] {
  return scope.campaign.plan.selfChecks.map((check) => {
    const open = owedChecks.filter((one) => one.code === check.code && one.answeredOn === null);
    const units = new Set(open.map((one) => standing.countsFor(one.unitId) ?? one.unitId));
    const names = standing.withQuota.filter((one) => units.has(one.unit.id)).map((one) => one.unit.shortName);
    return {
      due: check.due,
      what: check.name,
      missing: open.length > 0 ? `còn ${open.length} mô hình chưa làm${inBrackets(nameUnits(names))}` : null,
      link: scope.link('lacking=self_check'),
    };
  });
}

function reportDates({ scope, reports, expected }: Standing): Dated[] {
  return scope.campaign.plan.reports.flatMap((report) => {
    const sent = new Set(
      reports
        .filter((one) => one.kind === report.kind && (one.state === 'submitted' || one.state === 'accepted'))
        .map((one) => one.unitId),
    );
    const open = expected.filter((one) => !sent.has(one.unit.id));
    const word = report.kind === 'mid_year' ? '6 tháng' : 'cuối năm';
    const dates: Dated[] = [
      {
        due: report.unitDue,
        what: `Đơn vị gửi báo cáo ${word}`,
        missing:
          open.length > 0
            ? `còn ${open.length} đơn vị (${nameUnits(open.map((one) => one.unit.shortName))})`
            : null,
        link: `/bao-cao?campaignId=${scope.campaignId}&kind=${report.kind}`,
      },
    ];
    if (scope.holds(scope.campaign.ownerUnitId))
      dates.push({
        due: report.committeeDue,
        what: `Ban Chỉ đạo báo cáo ${word}`,
        missing: null,
        link: `/van-ban?campaignId=${scope.campaignId}`,
      });
    return dates;
  });
}

function conclusionDates({ scope }: Standing, facts: StepFacts): Dated[] {
  const { plan } = scope.campaign;
  const dates: Dated[] = [];
  if (plan.proposeBy !== null)
    dates.push({
      due: plan.proposeBy,
      what: 'Đơn vị đề nghị công nhận',
      missing: null,
      link: scope.link('state=implementing'),
    });
  if (plan.recogniseBy !== null)
    dates.push({
      due: plan.recogniseBy,
      what: 'Họp xét, công nhận, khen thưởng',
      missing: facts.awaitingDecision > 0 ? `${facts.awaitingDecision} mô hình chờ họp xét` : null,
      link: scope.link('state=proposed'),
    });
  return dates;
}

function inBrackets(text: string): string {
  return text === '' ? '' : ` (${text})`;
}
