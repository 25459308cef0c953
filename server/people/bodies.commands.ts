import type { ParsedBody } from '#contract/endpoint.ts';
import type { peopleApi } from '#contract/people.ts';
import type { Day } from '#domain/kernel/day.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { invalidInput, Problem, type FieldProblem } from '#domain/kernel/problem.ts';
import { bodyKindWords, type BodyKind } from '#domain/people/bodies.ts';
import {
  bodyActionBlocked,
  bodyActionWords,
  changesNothing,
  consolidate,
  dayFault,
  reversalBlocked,
  seatFaults,
  type ActKind,
  type BodyAction,
  type Consolidation,
} from '#domain/people/consolidation.ts';
import { visibleDocumentById } from '#server/documents/document-access.reads.ts';
import { loadTree } from '#server/organisations/organisations.reads.ts';
import type { CommandContext, ReadContext } from '#server/platform/commands/context.ts';
import { stateChanged } from '#server/platform/history.reads.ts';
import { type NamedSeat, standingActs } from './acts.reads.ts';
import { actById } from './act-access.reads.ts';
import { insertBody, undoAct, writeAct, type NewAct } from './bodies.store.ts';
import { membersOn } from './members.reads.ts';
import { mayManageAt } from './people.commands.ts';
import { type BodyRow, visibleBodyById, visiblePersons } from './people-scope.reads.ts';
import { insertPerson } from './people.store.ts';

type Api = typeof peopleApi;
type Founding = ParsedBody<Api['POST /api/bodies']>;
type Members = ParsedBody<Api['POST /api/bodies/:id/consolidations']>;
type Dissolution = ParsedBody<Api['POST /api/bodies/:id/dissolution']>;
type Paper = Pick<Members, 'on' | 'documentId' | 'documentText' | 'note'>;
type Asking = Pick<ReadContext, 'db' | 'caller' | 'today'>;
interface Done {
  readonly id: string;
}

/** Founds a body with its first members; or enters one that existed before its first known decision. */
export async function foundBody(command: CommandContext, given: Founding): Promise<Done> {
  mayManageAt(command, given.unitId);
  const body = { unitId: given.unitId, kind: given.kind };
  const seats = await seatsAsked(command, given, { ...body, acts: [], known: [] });
  const bodyId = await insertBody(command, { ...body, ...given, from: given.on });
  const moves = consolidate<NamedSeat>([], await withNewPersons(command, given.unitId, seats));
  const kind = given.foundingKnown ? 'founding' : 'consolidation';
  await act(command, { bodyId, kind, ...paperOf(given) }, { unitId: given.unitId, moves });
  return { id: bodyId };
}

/** One act on a day by its document: ends some, starts others, changes posts and areas. */
export async function consolidateBody(command: CommandContext, id: string, given: Members): Promise<Done> {
  const body = await visibleBodyById(command, id, { forUpdate: true });
  const { before, seats } = await consolidationAsked(command, body, given);
  const moves = consolidate<NamedSeat>(before, await withNewPersons(command, body.unit_id, seats));
  await act(
    command,
    { bodyId: id, kind: 'consolidation', ...paperOf(given) },
    { unitId: body.unit_id, moves },
  );
  return { id };
}

/** What a consolidation would do; refused just as the act itself would be. */
export async function plannedConsolidation(
  read: ReadContext,
  id: string,
  given: Members,
): Promise<{ body: BodyRow; moves: Consolidation<AskedSeat> }> {
  const body = await visibleBodyById(read, id);
  const { before, seats } = await consolidationAsked(read, body, given);
  return { body, moves: consolidate<AskedSeat>(before, seats) };
}

export async function dissolveBody(command: CommandContext, id: string, given: Dissolution): Promise<Done> {
  const body = await visibleBodyById(command, id, { forUpdate: true });
  mayManageAt(command, body.unit_id);
  const acts = await standingActs(command.db, id);
  refuseBlocked('dissolve', { body, acts });
  const faults = await paperFaults(command, given, acts);
  if (faults.length > 0) throw invalidInput(faults);
  const moves = consolidate<NamedSeat>(await seatsBefore(command, body, given.on), []);
  await act(command, { bodyId: id, kind: 'dissolution', ...paperOf(given) }, { unitId: body.unit_id, moves });
  return { id };
}

/** Takes the newest act back: posts it began never were, posts it ended go on. */
export async function reverseAct(command: CommandContext, actId: string, reason: string): Promise<Done> {
  const found = await actById(command, actId);
  const body = await visibleBodyById(command, found.bodyId, { forUpdate: true });
  mayManageAt(command, body.unit_id);
  const acts = await standingActs(command.db, body.id);
  const standing = acts.find((one) => one.id === actId);
  if (!standing)
    throw await stateChanged(command.db, { type: 'body', id: body.id, stateWords: 'đã rút lại' });
  const blocked = reversalBlocked(standing, acts);
  if (blocked) throw new Problem('action_blocked', { action: 'rút lại quyết định này', ...blocked });
  await undoAct(
    command,
    { id: actId, kind: standing.kind, bodyId: body.id, isFirst: acts.length === 1 },
    reason,
  );
  await command.record({
    subjectType: 'body',
    subjectId: body.id,
    unitId: body.unit_id,
    action: 'reverse',
    toState: acts.length === 1 ? 'withdrawn' : 'standing',
    reason,
    details: { actId, kind: standing.kind, on: standing.on },
  });
  return { id: body.id };
}

async function act(
  command: CommandContext,
  given: NewAct,
  done: { unitId: string; moves: Consolidation<NamedSeat> },
): Promise<void> {
  const { moves, unitId } = done;
  const actId = await writeAct(command, given, moves);
  await command.record({
    subjectType: 'body',
    subjectId: given.bodyId,
    unitId,
    action: given.kind,
    toState: given.kind === 'dissolution' ? 'dissolved' : 'standing',
    documentId: given.documentId,
    reason: given.note || null,
    details: {
      actId,
      on: given.on,
      documentText: given.documentText,
      comes: moves.comes.length,
      goes: moves.goes.length,
      changes: moves.changes.length,
    },
  });
}

function paperOf({ on, documentId, documentText, note }: Paper): Paper {
  return { on, documentId, documentText, note };
}

/** A seat as asked for: of a person who may not be entered yet. */
interface AskedSeat extends NamedSeat {
  readonly isNew: boolean;
}

async function consolidationAsked(asking: Asking, body: BodyRow, given: Members) {
  mayManageAt(asking, body.unit_id);
  const acts = await standingActs(asking.db, body.id);
  refuseBlocked('consolidate', { body, acts });
  const before = await seatsBefore(asking, body, given.on);
  const seats = await seatsAsked(asking, given, {
    unitId: body.unit_id,
    kind: body.kind,
    acts,
    known: before,
  });
  if (changesNothing(consolidate(before, seats)))
    throw invalidInput([
      { path: 'members', message: 'Danh sách giống hệt hiện tại; chưa có ai vào, ra hoặc đổi chức danh' },
    ]);
  return { before, seats };
}

/** Whoever sits in the body right before an act of a day. */
async function seatsBefore(asking: Asking, body: BodyRow, on: Day): Promise<AskedSeat[]> {
  const rows = (await membersOn(asking.db, [body.id], on)).get(body.id) ?? [];
  return rows.map(({ personId, name, post, title, fields, unitIds, ordinal }) => {
    const isNew = false;
    return { personId, name, post, title, fields, unitIds, ordinal, isNew };
  });
}

interface Place {
  readonly unitId: string;
  readonly kind: BodyKind;
  readonly acts: readonly { kind: ActKind; on: Day }[];
  readonly known: readonly NamedSeat[];
}

/** The members asked for, checked: persons the caller knows, posts the kind has, areas below the unit on that day. */
async function seatsAsked(asking: Asking, given: Members, place: Place): Promise<AskedSeat[]> {
  const persons = await visiblePersons(
    asking,
    given.members.flatMap((member) => member.personId ?? []),
  );
  const nameOf = new Map([
    ...[...persons.values()].map((row) => [row.id, row.name] as const),
    ...place.known.map((seat) => [seat.personId, seat.name] as const),
  ]);
  const faults: FieldProblem[] = [];
  const seats = given.members.map((member, at): AskedSeat => {
    const name = member.personId === null ? member.name : nameOf.get(member.personId);
    if (!name)
      faults.push({
        path: `members.${at}.personId`,
        message:
          member.personId === null ? 'Chọn người, hoặc ghi họ tên người mới' : 'Không tìm thấy người này',
      });
    return {
      ...member,
      name: name ?? '',
      personId: member.personId ?? `new-${at}`,
      ordinal: at,
      isNew: member.personId === null,
    };
  });
  faults.push(...(await paperFaults(asking, given, place.acts)));
  faults.push(...seatFaults(place.kind, seats), ...(await areaFaults(asking, given, place.unitId)));
  if (faults.length > 0) throw invalidInput(faults);
  return seats;
}

async function paperFaults(asking: Asking, paper: Paper, acts: Place['acts']): Promise<FieldProblem[]> {
  const faults: FieldProblem[] = [];
  const day = dayFault(paper.on, { acts, today: asking.today });
  if (day !== null) faults.push({ path: 'on', message: day });
  if (paper.documentId === null && paper.documentText === '')
    faults.push({
      path: 'documentText',
      message: 'Chọn văn bản trong sổ, hoặc ghi số, ký hiệu, ngày của quyết định',
    });
  if (paper.documentId !== null && !(await seesDocument(asking, paper.documentId)))
    faults.push({ path: 'documentId', message: 'Không tìm thấy văn bản này' });
  return faults;
}

async function seesDocument(asking: Asking, id: string): Promise<boolean> {
  if (!asking.caller.access.holds('document.read')) return false;
  return visibleDocumentById(asking, id).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Problem) return false;
      throw error;
    },
  );
}

async function areaFaults(asking: Asking, given: Members, unitId: string): Promise<FieldProblem[]> {
  const tree = await loadTree(asking.db, given.on);
  if (!tree.has(unitId))
    return [{ path: 'on', message: `Đơn vị không tồn tại vào ngày ${formatDay(given.on)}` }];
  return given.members.flatMap((member, at) =>
    member.unitIds.every((id) => tree.has(id) && tree.isWithin(id, unitId))
      ? []
      : [
          {
            path: `members.${at}.unitIds`,
            message: `Có đơn vị phụ trách không thuộc phạm vi vào ngày ${formatDay(given.on)}`,
          },
        ],
  );
}

/** Enters those who are new, so that each seat has its person. */
async function withNewPersons(
  command: CommandContext,
  unitId: string,
  seats: readonly AskedSeat[],
): Promise<NamedSeat[]> {
  const known: NamedSeat[] = [];
  for (const { isNew, ...seat } of seats) {
    const person = { name: seat.name, accountId: null, phone: '', email: '' };
    known.push(isNew ? { ...seat, personId: await insertPerson(command, unitId, person) } : seat);
  }
  return known;
}

function refuseBlocked(action: BodyAction, on: { body: BodyRow; acts: Place['acts'] }): void {
  const blocked = bodyActionBlocked(action, on.acts);
  if (blocked === null) return;
  throw new Problem('action_blocked', {
    action: `${bodyActionWords[action].toLowerCase()} ${bodyKindWords[on.body.kind]}`,
    ...blocked,
  });
}
