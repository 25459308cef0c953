import type { ParsedBody } from '#contract/endpoint.ts';
import type { peopleApi } from '#contract/people.ts';
import { invalidInput, type FieldProblem } from '#domain/kernel/problem.ts';
import { grantRole, takeGrantBack } from '#server/accounts/accounts.commands.ts';
import { holdsAlready } from '#server/accounts/grants.store.ts';
import { lockCampaign, refuseWhenBlocked } from '#server/campaigns/campaigns.commands.ts';
import { updatePlan } from '#server/campaigns/campaigns.store.ts';
import { keptPerson, openWorkOf, type OpenWorkItem } from '#server/people/open-work.reads.ts';
import { type PersonRow, visiblePersons } from '#server/people/people-scope.reads.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { grantToPass, setDraftKeeper } from './hand-over.store.ts';

type Asked = ParsedBody<(typeof peopleApi)['POST /api/people/:id/hand-over']>;

/** One piece of work on its way from one account to another. */
interface Passing {
  readonly work: OpenWorkItem;
  readonly from: { readonly accountId: string; readonly name: string };
  readonly to: PersonRow & { readonly account_id: string };
  readonly reason: string;
}

/**
 * Hands a person's open work over, each piece to its receiver, all or nothing. Each kind goes through the rules of
 * its own feature, so that nobody gives what he could not give there.
 */
export async function handOver(
  command: CommandContext,
  personId: string,
  asked: Asked,
): Promise<{ id: string; handedOver: number }> {
  const person = await keptPerson(command, personId, { forUpdate: true });
  const passings = await passingsAsked(command, person, asked);
  for (const passing of passings) await pass(command, passing);
  await command.record({
    subjectType: 'person',
    subjectId: personId,
    unitId: person.unit_id,
    action: 'hand_over',
    reason: asked.reason,
    details: { items: passings.map(({ work, to }) => ({ kind: work.kind, title: work.title, to: to.name })) },
  });
  for (const [receiverId, received] of Map.groupBy(passings, (passing) => passing.to.id))
    await command.record({
      subjectType: 'person',
      subjectId: receiverId,
      unitId: received[0]?.to.unit_id ?? null,
      action: 'receive',
      reason: asked.reason,
      details: {
        from: person.name,
        items: received.map(({ work }) => ({ kind: work.kind, title: work.title })),
      },
    });
  return { id: personId, handedOver: passings.length };
}

async function passingsAsked(command: CommandContext, person: PersonRow, asked: Asked): Promise<Passing[]> {
  const open = await openWorkOf(command, person, null);
  const receivers = await visiblePersons(
    command,
    asked.items.map((item) => item.toPersonId),
  );
  const faults: FieldProblem[] = [];
  const passings: Passing[] = [];
  const seen = new Set<string>();
  for (const [at, item] of asked.items.entries()) {
    const work = open.find((one) => one.kind === item.kind && one.id === item.id);
    const to = receivers.get(item.toPersonId);
    const fault = workFault(work, seen) ?? receiverFault(to, person);
    if (fault !== null) faults.push({ path: `items.${at}.${fault.at}`, message: fault.message });
    seen.add(`${item.kind} ${item.id}`);
    if (work && to?.account_id && person.account_id)
      passings.push({
        work,
        from: { accountId: person.account_id, name: person.name },
        to: { ...to, account_id: to.account_id },
        reason: asked.reason,
      });
  }
  if (faults.length > 0) throw invalidInput(faults);
  return passings;
}

function workFault(work: OpenWorkItem | undefined, seen: ReadonlySet<string>) {
  if (!work)
    return { at: 'id', message: 'Việc này không còn ở người bàn giao; tải lại trang để xem việc còn lại' };
  if (seen.has(`${work.kind} ${work.id}`)) return { at: 'id', message: 'Việc này đã có trong danh sách' };
  return work.blocked === null
    ? null
    : { at: 'id', message: `Chưa bàn giao được: ${work.blocked.reason}. ${work.blocked.mend}` };
}

function receiverFault(to: PersonRow | undefined, from: PersonRow) {
  if (!to) return { at: 'toPersonId', message: 'Không tìm thấy người nhận' };
  if (to.id === from.id) return { at: 'toPersonId', message: 'Người nhận phải là người khác' };
  return to.account_id === null
    ? {
        at: 'toPersonId',
        message: `${to.name} chưa gắn với tài khoản nào; gắn tài khoản trước khi nhận việc`,
      }
    : null;
}

async function pass(command: CommandContext, passing: Passing): Promise<void> {
  if (passing.work.kind === 'grant') await passGrant(command, passing);
  if (passing.work.kind === 'campaign_area') await passAreas(command, passing);
  if (passing.work.kind === 'draft') await passDraft(command, passing);
}

/** The role ends for the one and begins for the other today, until the same last day; who holds it already keeps it. */
async function passGrant(command: CommandContext, { work, to, reason }: Passing): Promise<void> {
  const grant = await grantToPass(command.db, work.id);
  const given = { ...grant, beginsOn: grant.beginsOn > command.today ? grant.beginsOn : command.today };
  await takeGrantBack(command, work.id, reason);
  if (!(await holdsAlready(command.db, to.account_id, given))) await grantRole(command, to.account_id, given);
}

/** In the plan the receiver stands where the giver stood, with the same post and area. */
async function passAreas(command: CommandContext, { work, from, to, reason }: Passing): Promise<void> {
  const campaign = await lockCampaign(command, work.id);
  refuseWhenBlocked('edit_plan', campaign);
  const members = campaign.plan.members.map((member) =>
    member.accountId === from.accountId ? { ...member, accountId: to.account_id } : member,
  );
  const version = await updatePlan(command, campaign.id, {
    ...campaign,
    plan: { ...campaign.plan, members },
  });
  await command.record({
    subjectType: 'campaign',
    subjectId: campaign.id,
    unitId: campaign.ownerUnitId,
    action: 'edit_plan',
    reason,
    details: { version, handOver: { from: from.name, to: to.name } },
  });
}

async function passDraft(command: CommandContext, { work, from, to, reason }: Passing): Promise<void> {
  const ownerUnitId = await setDraftKeeper(command.db, work.id, to.account_id);
  await command.record({
    subjectType: 'document',
    subjectId: work.id,
    unitId: ownerUnitId,
    action: 'hand_over',
    reason,
    details: { from: from.name, to: to.name },
  });
}
