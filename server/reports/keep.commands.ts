import type { ParsedBody } from '#contract/endpoint.ts';
import type { reportsApi } from '#contract/reports.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { exactText } from './exact.reads.ts';
import { differingPlaces, keptAt, keptFigures } from './kept-figures.reads.ts';
import { keepFigures } from './kept-figures.store.ts';
import { lockFor, recordAct, refuseWhenBlocked, type Done } from './report.commands.ts';
import { countNow } from './report-record.reads.ts';

/** Leaves a sent report as it is although the register or the profile says otherwise now; exactly what was seen. */
export async function keepSentFigures(
  command: CommandContext,
  id: string,
  { seen }: ParsedBody<(typeof reportsApi)['POST /api/reports/:id/kept-figures']>,
): Promise<Done> {
  const opened = await lockFor(command, 'keep', id);
  const { report, content } = opened;
  const { counted } = report;
  await refuseWhenBlocked(command, 'keep', { opened, counted });
  const { counted: known } = await countNow(command, opened);
  const differing = differingPlaces(content.indicators, { counted, known }).map((at) => ({
    at,
    code: content.indicators[at]?.code ?? '',
    sent: exactText(counted[at] ?? null),
    now: exactText(known[at] ?? null),
  }));
  if (differing.length === 0)
    throw blocked('sổ không khác số đã gửi', 'Chỉ cần giữ khi sổ mô hình hoặc hồ sơ địa phương đã thay đổi.');
  const asSeen =
    differing.length === Object.keys(seen).length && differing.every((one) => seen[one.code] === one.now);
  if (!asSeen)
    throw blocked('sổ đã đổi thêm sau khi mở trang này', 'Tải lại trang, xem số mới rồi chọn lại.');
  const before = await keptFigures(command.db, report);
  if (differing.every(({ at }) => keptAt(before, at, { counted, known }) !== undefined))
    throw blocked('đơn vị đã giữ số đã gửi', 'Xem ai giữ và ngày nào trong lịch sử của báo cáo.');
  await keepFigures(command, { reportId: id, counted, known });
  await recordAct(command, report, {
    action: 'keep',
    details: { figures: differing.map(({ code, sent, now }) => ({ code, sent, now })) },
  });
  return { id };
}

function blocked(reason: string, mend: string): Problem {
  return new Problem('action_blocked', { action: 'giữ số đã gửi', reason, mend });
}
