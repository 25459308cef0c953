import type { FigureRun } from '#domain/documents/paper.ts';
import { countsFor } from '#domain/campaigns/expected-units.ts';
import { formatShare } from '#domain/kernel/numbers.ts';
import { funnelWords, type FunnelStage } from '#domain/practices/funnel.ts';
import { expectedOf } from '#server/campaigns/expected-units.reads.ts';
import {
  countByField,
  countFunnel,
  countFunnelByUnit,
  funnelBasis,
  type FieldCount,
  type FunnelScope,
} from '#server/campaigns/funnel.reads.ts';
import type { Draft } from './paper-draft.ts';

export interface UnitNumbers {
  readonly id: string;
  readonly name: string;
  readonly least: number;
  readonly registered: number;
}

/** What the register knows of a campaign: the funnel, and which of the units that owe a registration gave one. */
export interface CampaignNumbers {
  readonly scope: FunnelScope;
  readonly funnel: Record<FunnelStage, number>;
  readonly registeredByField: readonly FieldCount[];
  readonly units: readonly UnitNumbers[];
}

export async function campaignNumbers(draft: Draft): Promise<CampaignNumbers> {
  const { context, campaign } = draft;
  const scope: FunnelScope = {
    ...funnelBasis(campaign, context.today),
    campaignId: campaign.id,
    areas: null,
  };
  const { tree, withQuota, expected } = await expectedOf(context, campaign);
  const quotaUnits = new Set(withQuota.map((one) => one.unit.id));
  const registered = new Map<string, number>();
  for (const [unitId, counts] of await countFunnelByUnit(context.db, scope)) {
    // A unit founded after the day of the denominator stands only in today's tree.
    const counted = countsFor(tree, quotaUnits, unitId) ?? countsFor(context.tree, quotaUnits, unitId);
    if (counted !== null) registered.set(counted, (registered.get(counted) ?? 0) + counts.registered);
  }
  return {
    scope,
    funnel: await countFunnel(context.db, scope),
    registeredByField: await countByField(context.db, scope, 'registered'),
    units: expected.map(({ unit, least }) => ({
      id: unit.id,
      name: unit.name,
      least,
      registered: registered.get(unit.id) ?? 0,
    })),
  };
}

/** "24/39 (61,5%)": the units that registered, never without the units that owe it. */
export function unitFigures(
  draft: Draft,
  numbers: CampaignNumbers,
): { registered: FigureRun; expected: FigureRun } {
  const value = numbers.units.filter((one) => one.registered > 0).length;
  const expected = numbers.units.length;
  const link = `/chien-dich/${draft.campaign.id}?muc=don-vi`;
  return {
    registered: draft.figures.of(
      'units_registered',
      {
        label: 'Đơn vị đã đăng ký',
        definition:
          'Số đơn vị phải đăng ký đã gửi ít nhất một mô hình; đơn vị đăng ký nhiều mô hình chỉ tính một lần.',
        value,
        unit: 'đơn vị',
        link,
      },
      formatShare(value, expected),
    ),
    expected: draft.figures.of('units_expected', {
      label: 'Đơn vị phải đăng ký',
      definition:
        'Số đơn vị thuộc loại có chỉ tiêu trong kế hoạch, theo tổ chức bộ máy ngày chốt số liệu, không kể đơn vị được miễn có lý do.',
      value: expected,
      unit: 'đơn vị',
      link,
    }),
  };
}

/** One figure for each field of the plan, and one for what stands in none, so that they always add up. */
export function fieldFigures(
  draft: Draft,
  numbers: CampaignNumbers,
  stage: 'registered',
): { code: string | null; name: string; value: number; figure: FigureRun }[] {
  const counts = new Map(numbers.registeredByField.map((one) => [one.fieldCode, one.count]));
  const known = draft.campaign.plan.fields.map((field) => ({
    code: field.code as string | null,
    name: field.name,
  }));
  const others = [...counts.keys()]
    .filter((code) => !known.some((field) => field.code === code))
    .map((code) => ({ code, name: code ?? 'Chưa chọn lĩnh vực' }));
  return [...known, ...others].map(({ code, name }) => {
    const value = counts.get(code) ?? 0;
    const filter: Record<string, string> = code === null ? {} : { field: code };
    const figure = draft.figures.of(`${stage}.field.${code ?? 'none'}`, {
      label: `${funnelWords[stage].label}: ${name}`,
      definition: funnelWords[stage].definition,
      value,
      unit: 'mô hình',
      filter: { funnel: stage, ...filter },
    });
    return { code, name, value, figure };
  });
}
