import type { ApiResponse } from '../platform/api-client.ts';

export type ActRecord = ApiResponse<'GET /api/reorganisations/:id'>;
export type ActRow = ApiResponse<'GET /api/reorganisations'>['items'][number];

/** "Hương Xuân, Hương Chữ → Kim Trà": what an act was about, in a line. */
export function actTitle(act: Pick<ActRow, 'from' | 'to' | 'kind' | 'kindName'>): string {
  const from = names(act.from);
  const to = names(act.to);
  if (act.kind === 'found') return `Thành lập ${to || from}`;
  if (act.kind === 'change') return `Đổi tên, chuyển trực thuộc: ${from || to}`;
  if (act.kind === 'dissolve') return `Kết thúc hoạt động: ${from}`;
  if (to === '') return `${act.kindName}: ${from}`;
  return from === '' ? `${act.kindName}: ${to}` : `${from} → ${to}`;
}

const FEW = 4;

function names(units: ActRow['from']): string {
  const shown = units.slice(0, FEW).map((unit) => unit.shortName);
  const more = units.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` và ${more} đơn vị khác` : '');
}
