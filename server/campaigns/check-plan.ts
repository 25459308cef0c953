import type { Plan } from '#domain/campaigns/plan.ts';
import { invalidInput, Problem, type FieldProblem } from '#domain/kernel/problem.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { existingAccounts, ownersOf, planItemsInUse } from './campaigns.store.ts';
import type { CampaignRecord } from './plan.reads.ts';

interface PlanWithLinks {
  readonly plan: Plan;
  readonly stageId: string | null;
  readonly planDocumentId: string | null;
}

/** Refuses a plan that names what does not exist: units outside the owner's area, accounts, criteria sets, a stage. */
export async function checkPlan(
  command: CommandContext,
  ownerUnitId: string,
  { plan, stageId, planDocumentId }: PlanWithLinks,
): Promise<void> {
  const { db, tree, caller } = command;
  const fromAbove = caller.access.ownersAbove('campaign.read');
  const faults: FieldProblem[] = [];
  const accounts = await existingAccounts(
    db,
    plan.members.flatMap((member) => member.accountId ?? []),
  );
  for (const [index, member] of plan.members.entries()) {
    if (member.accountId !== null && !accounts.has(member.accountId))
      faults.push({ path: `plan.members.${index}.accountId`, message: 'Không tìm thấy tài khoản này' });
    if (!member.areaUnitIds.every((unitId) => tree.isWithin(unitId, ownerUnitId)))
      faults.push({
        path: `plan.members.${index}.areaUnitIds`,
        message: 'Có đơn vị phụ trách không thuộc phạm vi của chiến dịch',
      });
  }
  const sets = await ownersOf(db, 'criteria_set', plan.criteriaSetIds);
  for (const [index, id] of plan.criteriaSetIds.entries())
    if (!fromAbove.has(sets.get(id) ?? ''))
      faults.push({ path: `plan.criteriaSetIds.${index}`, message: 'Không tìm thấy bộ tiêu chí này' });
  if (stageId !== null && !fromAbove.has((await ownersOf(db, 'stage', [stageId])).get(stageId) ?? ''))
    faults.push({ path: 'stageId', message: 'Không tìm thấy giai đoạn này' });
  if (planDocumentId !== null) {
    const owner = (await ownersOf(db, 'document', [planDocumentId])).get(planDocumentId);
    if (owner === undefined || !caller.access.can('document.read', owner))
      faults.push({ path: 'planDocumentId', message: 'Không tìm thấy văn bản này' });
  }
  if (faults.length > 0) throw invalidInput(faults);
}

/** Refuses a plan that drops a field, a self-check or an intake which practices already stand on. */
export async function refusePlanThatPullsAway(db: Db, campaign: CampaignRecord, plan: Plan): Promise<void> {
  const used = await planItemsInUse(db, campaign.id);
  const nameOfField = (code: string): string =>
    campaign.plan.fields.find((field) => field.code === code)?.name ?? code;
  const faults = [
    ...used.fields.flatMap(({ code, baseField }): FieldProblem[] => {
      const kept = plan.fields.find((field) => field.code === code);
      if (!kept) return [{ path: 'plan.fields', message: `Lĩnh vực “${nameOfField(code)}” đã có mô hình` }];
      return baseField === null || kept.baseField === baseField
        ? []
        : [
            {
              path: `plan.fields.${plan.fields.indexOf(kept)}.baseField`,
              message: `Lĩnh vực “${nameOfField(code)}” đã có mô hình, không đổi được lĩnh vực gốc`,
            },
          ];
    }),
    ...used.checks
      .filter((code) => !plan.selfChecks.some((check) => check.code === code))
      .map((code): FieldProblem => ({
        path: 'plan.selfChecks',
        message: `Lần tự kiểm tra “${campaign.plan.selfChecks.find((check) => check.code === code)?.name ?? code}” đã có đơn vị trả lời`,
      })),
    ...used.intakes
      .filter((number) => !plan.intakes.some((intake) => intake.number === number))
      .map((number): FieldProblem => ({
        path: 'plan.intakes',
        message: `Đợt đăng ký ${number} đã có mô hình`,
      })),
  ];
  if (faults.length > 0)
    throw new Problem(
      'action_blocked',
      {
        action: 'bỏ mục đang dùng khỏi kế hoạch',
        reason: faults.map((fault) => fault.message).join('; '),
        mend: 'Giữ các mục này; có thể đổi tên, đổi hạn, thêm mục mới.',
      },
      faults,
    );
}
