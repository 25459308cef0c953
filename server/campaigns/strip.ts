import type { ResponseOf } from '#contract/endpoint.ts';
import type { campaignsApi } from '#contract/campaigns.ts';
import type { Plan } from '#domain/campaigns/plan.ts';
import { currentStep } from '#domain/campaigns/steps.ts';
import type { FunnelStage } from '#domain/practices/funnel.ts';
import { funnelWords } from '#domain/practices/funnel.ts';
import type { CampaignScope } from './campaign-scope.reads.ts';
import type { OwedCheck } from './self-check-standing.reads.ts';
import type { StepFacts } from './standing.reads.ts';

export type Overview = ResponseOf<(typeof campaignsApi)['GET /api/campaigns/:id/overview']>;
type Step = Overview['steps'][number];
type Traced = Step['count'];

export interface StripInput {
  readonly scope: CampaignScope;
  readonly funnel: Record<FunnelStage, number>;
  readonly facts: StepFacts;
  readonly unitsRegistered: number;
  readonly unitsExpected: number;
  /** Units with fewer registrations than their quota. */
  readonly unitsShort: number;
  readonly dueChecks: readonly OwedCheck[];
  readonly lateCheckUnits: number;
  readonly offers: { readonly made: number; readonly open: number };
}

type StepBody = Pick<Step, 'count' | 'outOf' | 'done' | 'remark'> & { open: boolean };

/** A number of a view with its words, its day and the list that it opens. */
export function traced(
  scope: CampaignScope,
  number: { value: number; label: string; definition: string; link: string | null },
): Traced {
  return { ...number, scope: scope.words, asOf: scope.today };
}

export function tracedStage(scope: CampaignScope, stage: FunnelStage, value: number): Traced {
  return traced(scope, { value, ...funnelWords[stage], link: scope.link(`funnel=${stage}`) });
}

/** The strip of six steps: what each has reached, out of what, what is wrong in words, and which one is now. */
export function sixSteps(input: StripInput): Step[] {
  const { campaign, today } = input.scope;
  const now = campaign.state === 'open' ? currentStep(campaign.plan, today) : null;
  const bodies = [register, appraise, build, review, recognise, replicate];
  return campaign.plan.steps
    .toSorted((a, b) => a.number - b.number)
    .map((step) => {
      const { open, ...body } = (bodies[step.number - 1] ?? register)(input);
      const due = dueOf(campaign.plan, step);
      return {
        number: step.number,
        name: step.name,
        from: step.from,
        due,
        now: step.number === now,
        ...body,
        late: campaign.state === 'open' && open && due !== null && due < today,
      };
    });
}

/** A step without a date of its own takes the one that the plan sets for its work. */
function dueOf(plan: Plan, step: Plan['steps'][number]): string | null {
  if (step.due !== null) return step.due;
  if (step.number === 1) return plan.intakes.find((intake) => intake.number === 1)?.closesOn ?? null;
  return step.number === 5 ? plan.recogniseBy : null;
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.min(1, part / whole));

function words(...parts: (string | false)[]): string {
  return parts.filter((part) => part !== false).join(', ');
}

function register(input: StripInput): StepBody {
  const { unitsRegistered: units, unitsExpected: expected, unitsShort: short } = input;
  return {
    count: tracedStage(input.scope, 'registered', input.funnel.registered),
    outOf: null,
    done: share(units, expected),
    remark: words(
      `${units}/${expected} đơn vị`,
      short > expected - units && `${short} đơn vị chưa đủ chỉ tiêu`,
    ),
    open: short > 0,
  };
}

function appraise({ scope, funnel, facts }: StripInput): StepBody {
  const decided = funnel.accepted + facts.declined;
  return {
    count: tracedStage(scope, 'accepted', funnel.accepted),
    outOf: null,
    done: share(decided, funnel.registered),
    remark:
      words(
        facts.pending > 0 && `${facts.pending} chờ thẩm định`,
        facts.withoutNotice > 0 && `${facts.withoutNotice} chưa có thông báo`,
        facts.returned > 0 && `${facts.returned} trả lại`,
        facts.declined > 0 && `${facts.declined} không giao`,
      ) || (funnel.accepted > 0 ? 'Đã thẩm định xong' : 'Chưa có đăng ký'),
    open: facts.pendingOfFirst + facts.withoutNoticeOfFirst > 0,
  };
}

function build({ scope, funnel, facts }: StripInput): StepBody {
  return {
    count: tracedStage(scope, 'implementing', funnel.implementing),
    outOf: null,
    done: share(funnel.implementing, funnel.accepted),
    remark:
      words(
        facts.notStarted > 0 && `${facts.notStarted} chưa bắt đầu`,
        facts.silent > 0 && `${facts.silent} im lặng từ ${scope.campaign.plan.silentAfterDays} ngày`,
      ) || (funnel.implementing > 0 ? 'Đều có tiến độ' : 'Chưa thực hiện'),
    open: facts.notStarted > 0,
  };
}

function review({ scope, facts, dueChecks, lateCheckUnits }: StripInput): StepBody {
  const answered = dueChecks.filter((check) => check.answeredOn !== null).length;
  return {
    count: traced(scope, {
      value: answered,
      label: 'Lượt tự kiểm tra đã làm',
      definition:
        'Số lượt tự kiểm tra đơn vị đã trả lời, trên số lượt đã đến hạn: mỗi mô hình đang thực hiện trả lời mỗi lần tự kiểm tra của kế hoạch rơi vào thời gian thực hiện.',
      link: scope.link('funnel=implementing'),
    }),
    outOf: dueChecks.length,
    done: share(answered, dueChecks.length),
    remark: words(
      lateCheckUnits > 0
        ? `${lateCheckUnits} đơn vị chậm`
        : answered < dueChecks.length
          ? `Còn ${dueChecks.length - answered} lượt chưa tự kiểm tra`
          : dueChecks.length > 0
            ? 'Đủ, đúng hạn'
            : 'Chưa đến hạn',
      facts.secondIntake > 0 && `đợt hai ${facts.secondIntake} mô hình`,
    ),
    open: answered < dueChecks.length,
  };
}

function recognise({ scope, funnel, facts }: StripInput): StepBody {
  return {
    count: tracedStage(scope, 'recognised', funnel.recognised),
    outOf: null,
    done: share(funnel.recognised + facts.notRecognised, funnel.implementing),
    remark:
      words(
        facts.awaitingDecision > 0 && `${facts.awaitingDecision} đang đề nghị`,
        facts.notRecognised > 0 && `${facts.notRecognised} chưa công nhận`,
      ) || (funnel.recognised > 0 ? 'Đã họp xét xong' : 'Chưa có đề nghị'),
    open: facts.awaitingDecision > 0,
  };
}

function replicate({ scope, facts, offers }: StripInput): StepBody {
  return {
    count: traced(scope, {
      value: facts.replicas,
      label: 'Nhân rộng',
      definition: 'Mô hình đã đăng ký trong năm do áp dụng lại một mô hình đã có, có ghi mô hình gốc.',
      link: scope.link('origin=replicated&funnel=registered'),
    }),
    outOf: null,
    done: share(offers.made - offers.open, offers.made),
    remark:
      words(
        facts.replicas > 0 && `từ ${facts.replicaSources} mô hình gốc`,
        offers.open > 0 && `${offers.open} đề nghị chờ trả lời`,
      ) || 'Chưa nhân rộng',
    open: false,
  };
}
