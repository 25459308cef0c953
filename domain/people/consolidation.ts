import { addDays, addMonths, formatDay, type Day } from '#domain/kernel/day.ts';
import type { FieldProblem } from '#domain/kernel/problem.ts';
import type { BaseField } from '#domain/campaigns/fields.ts';
import { type BodyKind, bodyKindWords, type Post, postsOf, postWord } from './bodies.ts';

/** What somebody is in a body: the post, its full title, and the area in charge. */
export interface Seat {
  readonly personId: string;
  readonly post: Post;
  /** "Phó Bí thư Thường trực Đảng ủy": the office by which the person sits in the body. */
  readonly title: string;
  readonly fields: readonly BaseField[];
  readonly unitIds: readonly string[];
}

/** What an act does to a body, person by person. */
export interface Consolidation<S extends Seat = Seat> {
  readonly comes: readonly S[];
  readonly goes: readonly S[];
  readonly stays: readonly S[];
  /** Stays in the body with another post, title or area. */
  readonly changes: readonly { readonly before: S; readonly after: S }[];
}

/** Who comes, goes, stays and changes when a body that was `before` is `after` from a day on. */
export function consolidate<S extends Seat>(before: readonly S[], after: readonly S[]): Consolidation<S> {
  const was = new Map(before.map((seat) => [seat.personId, seat]));
  const is = new Set(after.map((seat) => seat.personId));
  const comes: S[] = [];
  const stays: S[] = [];
  const changes: { before: S; after: S }[] = [];
  for (const seat of after) {
    const old = was.get(seat.personId);
    if (!old) comes.push(seat);
    else if (sameSeat(old, seat)) stays.push(old);
    else changes.push({ before: old, after: seat });
  }
  return { comes, goes: before.filter((seat) => !is.has(seat.personId)), stays, changes };
}

export function changesNothing(act: Consolidation): boolean {
  return act.comes.length + act.goes.length + act.changes.length === 0;
}

function sameSeat(a: Seat, b: Seat): boolean {
  return (
    a.post === b.post && a.title === b.title && sameSet(a.fields, b.fields) && sameSet(a.unitIds, b.unitIds)
  );
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.toSorted().join() === b.toSorted().join();
}

/** What is wrong with a list of members, at the fields of a form. */
export function seatFaults(kind: BodyKind, seats: readonly Seat[]): FieldProblem[] {
  const faults: FieldProblem[] = [];
  const seen = new Set<string>();
  const allowed = postsOf(kind);
  let head: string | null = null;
  if (seats.length === 0) faults.push({ path: 'members', message: 'Chưa có thành viên nào' });
  for (const [at, seat] of seats.entries()) {
    if (!allowed.includes(seat.post))
      faults.push({
        path: `members.${at}.post`,
        message: `${bodyKindWords[kind]} không có chức danh này; chọn ${allowed.map((post) => postWord(kind, post)).join(', ')}`,
      });
    if (seen.has(seat.personId))
      faults.push({
        path: `members.${at}.personId`,
        message:
          'Người này đã có trong danh sách; mỗi người giữ một chức danh, việc kiêm nhiệm ghi ở chức vụ',
      });
    seen.add(seat.personId);
    if (seat.post !== 'head') continue;
    if (head !== null)
      faults.push({ path: `members.${at}.post`, message: `Chỉ có một ${postWord(kind, 'head')}` });
    head = seat.personId;
  }
  return faults;
}

/** Acts of a body that count, oldest first; the last decides what may follow. */
export interface Act {
  readonly kind: ActKind;
  readonly on: Day;
}

export const actKinds = ['founding', 'consolidation', 'dissolution'] as const;
export type ActKind = (typeof actKinds)[number];
export const actKindWords: Record<ActKind, string> = {
  founding: 'Thành lập',
  consolidation: 'Kiện toàn',
  dissolution: 'Giải thể, kết thúc hoạt động',
};

export const bodyActions = ['consolidate', 'dissolve', 'reverse'] as const;
export type BodyAction = (typeof bodyActions)[number];
export const bodyActionWords: Record<BodyAction, string> = {
  consolidate: 'Kiện toàn',
  dissolve: 'Kết thúc hoạt động',
  reverse: 'Rút lại quyết định cuối',
};

export interface Blocked {
  readonly reason: string;
  readonly mend: string;
}

/** action → whether a body that stands (or stands no more) takes it. Every action needs `people.manage` at its unit. */
export const bodyWorkflow: Record<BodyAction, { readonly of: 'standing' | 'any' }> = {
  consolidate: { of: 'standing' },
  dissolve: { of: 'standing' },
  reverse: { of: 'any' },
};

export function bodyActionBlocked(action: BodyAction, acts: readonly Act[]): Blocked | null {
  const last = acts.at(-1);
  if (bodyWorkflow[action].of === 'any' || last?.kind !== 'dissolution') return null;
  return {
    reason: `đã kết thúc hoạt động từ ngày ${formatDay(last.on)}`,
    mend: 'Nếu kết thúc nhầm, rút lại quyết định đó; nếu lập lại, ghi một ban, khối, tổ mới.',
  };
}

/** Why an act cannot take effect on a day; null when it can. */
export function dayFault(on: Day, given: { acts: readonly Act[]; today: Day }): string | null {
  const last = given.acts.at(-1);
  if (last && on <= last.on)
    return `Đã có quyết định có hiệu lực ngày ${formatDay(last.on)}; chọn từ ngày ${formatDay(addDays(last.on, 1))} trở đi`;
  const latest = addMonths(given.today, 12);
  return on > latest ? `Ngày hiệu lực xa quá một năm; chọn đến ngày ${formatDay(latest)}` : null;
}

/** Only the newest act may be taken back: whatever came later leans on it. */
export function reversalBlocked(act: Act, acts: readonly Act[]): Blocked | null {
  const last = acts.at(-1);
  if (!last || last.on === act.on) return null;
  return {
    reason: `quyết định ngày ${formatDay(last.on)} dựa vào quyết định này`,
    mend: 'Rút lại các quyết định sau trước, bắt đầu từ quyết định mới nhất.',
  };
}
