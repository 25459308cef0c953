import { invalidInput, Problem } from '#domain/kernel/problem.ts';
import { carriedOutStates, type Origin, type PracticeState } from '#domain/practices/practice.states.ts';
import { campaignById } from '#server/campaigns/plan.reads.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { isEffectiveNow } from './origin.reads.ts';
import type { PracticeRow } from './practice-facts.reads.ts';
import { lockSource, takenUpAlready } from './registration.store.ts';
import { seePractice } from './see-practice.reads.ts';

interface FromSource {
  readonly origin: Origin;
  readonly sourcePracticeId: string | null;
  readonly campaignId: string;
  readonly unitId: string;
}

/** Checks where a practice says it comes from (domain.md §2, origin): new has no source, a replica must have one. */
export async function refuseUnfitSource(command: CommandContext, given: FromSource): Promise<void> {
  if (given.origin === 'new' && given.sourcePracticeId !== null)
    throw sourceRefused('Mô hình mới thì không có mô hình gốc; chọn “Tiếp tục” hoặc “Nhân rộng”');
  if (given.origin === 'replicated' && given.sourcePracticeId === null)
    throw sourceRefused('Chọn mô hình gốc đã học theo');
  if (given.sourcePracticeId === null) return;
  const source = await lockSource(command, given.sourcePracticeId);
  if (!source || !(await mayBuildOn(command, source))) throw sourceRefused('Không tìm thấy mô hình gốc');
  if (given.origin === 'continued') refuseUnfitContinuation(source, given);
  else await refuseUnfitReplica(command, source, given);
  const taken = await takenUpAlready(command, { ...given, sourceId: source.id });
  if (taken !== null)
    throw new Problem('already_replicated', {}, [
      { path: 'sourcePracticeId', message: 'Đã có đăng ký từ mô hình này trong chiến dịch' },
    ]);
}

function refuseUnfitContinuation(source: PracticeRow, given: FromSource): void {
  if (source.unit_id !== given.unitId)
    throw sourceRefused('Chỉ tiếp tục được mô hình của chính đơn vị; mô hình nơi khác thì chọn “Nhân rộng”');
  if (source.campaign_id === given.campaignId)
    throw sourceRefused('Mô hình này thuộc chính chiến dịch đang đăng ký');
  const state = source.state as PracticeState;
  if (state !== 'documented' && !carriedOutStates.includes(state))
    throw sourceRefused('Chỉ tiếp tục được mô hình đã triển khai thực hiện');
}

async function refuseUnfitReplica(
  command: CommandContext,
  source: PracticeRow,
  given: FromSource,
): Promise<void> {
  if (source.unit_id === given.unitId)
    throw sourceRefused('Mô hình của chính đơn vị thì chọn “Tiếp tục”, không phải nhân rộng');
  const proven =
    ['recognised', 'documented'].includes(source.state) || (await isEffectiveNow(command, source));
  if (!proven) throw sourceRefused('Chỉ nhân rộng mô hình đã được công nhận hoặc đang thực hiện có hiệu quả');
}

/** A source must be open to the caller: in the area, put to the unit, or shown in the gallery that the caller sees. */
async function mayBuildOn(command: CommandContext, source: PracticeRow): Promise<boolean> {
  if (source.state === 'recognised' && source.consent_to_publish && source.campaign_id !== null) {
    const { ownerUnitId } = await campaignById(command.db, source.campaign_id);
    if (command.caller.access.reachesFromBelow('gallery.read', ownerUnitId)) return true;
  }
  return seePractice(command, source.id).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Problem) return false;
      throw error;
    },
  );
}

function sourceRefused(message: string): Problem {
  return invalidInput([{ path: 'sourcePracticeId', message }]);
}
