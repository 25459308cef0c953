import type { readingsApi } from '#contract/readings.ts';
import type { ParsedBody } from '#contract/endpoint.ts';
import { invalidInput, Problem } from '#domain/kernel/problem.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { seePractice } from '#server/practices/see-practice.reads.ts';
import type { ReadingRow } from './reading-access.reads.ts';
import { allFacts, factsOf, type FactKind, type FactRow } from './reading-facts.reads.ts';
import { placeIndex } from './reading-places.reads.ts';
import { note, openReading } from './readings.commands.ts';
import { insertMarked, updateFact, updateReading, type FactChange } from './readings.store.ts';
import { figuresOfSum, sumNow } from './sums.ts';

type Api = typeof readingsApi;
type Correction = ParsedBody<Api['PUT /api/readings/:id/facts/:factId']>;
type Marked = ParsedBody<Api['POST /api/readings/:id/facts']>;
type Done = { id: string; version?: number };

/** Corrects a fact, chooses its place or its match. What was read stays beside what it was corrected to. */
export async function correctFact(
  command: CommandContext,
  at: { id: string; factId: string },
  given: Correction,
): Promise<Done> {
  const reading = await openReading(command, at.id, 'sửa');
  const facts = await factsOf(command.db, at.id);
  const fact = allFacts(facts).find((one) => one.id === at.factId);
  if (!fact) throw new Problem('not_found');
  const change = await changeOf(command, { reading, fact, given });
  await updateFact(command, fact.id, change);
  if (fact.kind === 'figure') await recheckSums(command, at.id, fact.position);
  const version = await updateReading(command, reading);
  await note(command, reading, {
    action: 'correct',
    details: { factId: fact.id, kind: fact.kind, before: fact.corrected, after: { ...change } },
  });
  return { id: fact.id, version };
}

async function changeOf(
  command: CommandContext,
  { reading, fact, given }: { reading: ReadingRow; fact: FactRow<unknown>; given: Correction },
): Promise<FactChange> {
  const { document, practice, figure, placeUnitId, match, matchPracticeId } = given;
  refuseOtherKinds(fact.kind, given);
  const said = document ?? practice ?? figure;
  if (placeUnitId) await refuseForeignPlace(command, reading, placeUnitId);
  if (matchPracticeId) await refuseUnseen(command, matchPracticeId);
  return {
    ...(said !== undefined && { corrected: correctedBy(fact, said) }),
    ...(placeUnitId !== undefined && { placeUnitId }),
    ...(match !== undefined && { match }),
    ...(match === 'new' || match === null ? { matchPracticeId: null } : {}),
    ...(matchPracticeId !== undefined && match !== 'new' && match !== null && { matchPracticeId }),
  };
}

/** Only what differs from what was read; nothing where a person went back to it. */
function correctedBy(fact: FactRow<unknown>, said: object): object | null {
  const asRead = fact.asRead as Readonly<Record<string, unknown>>;
  const all = Object.entries({ ...(fact.corrected as object | null), ...said });
  const differing = all.filter(
    ([key, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(asRead[key]),
  );
  return differing.length === 0 ? null : Object.fromEntries(differing);
}

function refuseOtherKinds(kind: FactKind, given: Correction): void {
  const wrong = (['document', 'practice', 'figure'] as const).find(
    (one) => given[one] !== undefined && one !== kind,
  );
  const isChoice = [given.placeUnitId, given.match, given.matchPracticeId].some((one) => one !== undefined);
  const path = wrong ?? (isChoice && kind !== 'practice' ? 'match' : null);
  if (path !== null) throw invalidInput([{ path, message: 'Mục này không thuộc loại đó' }]);
}

async function refuseForeignPlace(
  command: CommandContext,
  reading: ReadingRow,
  unitId: string,
): Promise<void> {
  if (command.tree.isWithin(unitId, reading.unit_id)) return;
  const day = reading.paper_day ?? command.today;
  const { units } = await placeIndex(command, { unitId: reading.unit_id, day });
  if (units.has(unitId)) return;
  throw invalidInput([
    { path: 'placeUnitId', message: 'Đơn vị không thuộc phạm vi của đơn vị đọc tài liệu' },
  ]);
}

async function refuseUnseen(command: CommandContext, practiceId: string): Promise<void> {
  await seePractice(command, practiceId).catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error;
    throw invalidInput([{ path: 'matchPracticeId', message: 'Không tìm thấy mô hình này trong sổ' }]);
  });
}

/** Lists tell failed sums from what is kept: every sum of a corrected figure is added up anew. */
async function recheckSums(command: CommandContext, readingId: string, position: number): Promise<void> {
  const { figures, sums } = await factsOf(command.db, readingId);
  const concerned = sums.filter(
    ({ content }) => content.totalFigure === position || content.partFigures.includes(position),
  );
  const byPosition = new Map(figures.map((fact) => [fact.position, fact]));
  for (const sum of concerned) {
    const { message: _, ...now } = sumNow(sum.asRead, figuresOfSum(sum.asRead, byPosition));
    await updateFact(command, sum.id, { corrected: correctedBy({ ...sum, corrected: null }, now) });
  }
}

/** Marks a passage that the reader missed. */
export async function markPassage(command: CommandContext, id: string, given: Marked): Promise<Done> {
  const reading = await openReading(command, id, 'đánh dấu');
  const { start, end, document, practice, figure } = given;
  if (end <= start || end > reading.text.length)
    throw invalidInput([{ path: 'end', message: 'Đoạn được đánh dấu không nằm trong văn bản' }]);
  const kinds = [
    ...(document ? [{ kind: 'document' as const, content: { ...document, mentions: [] } }] : []),
    ...(practice ? [{ kind: 'practice' as const, content: { ...practice, aliases: [], mentions: [] } }] : []),
    ...(figure ? [{ kind: 'figure' as const, content: { ...figure, repeats: null } }] : []),
  ];
  const [one] = kinds;
  if (!one || kinds.length > 1)
    throw invalidInput([{ path: 'start', message: 'Đoạn này là văn bản, mô hình hay số liệu: chọn một' }]);
  const factId = await insertMarked(command, id, { ...one, start, end, rule: 'by-hand', confidence: 1 });
  const version = await updateReading(command, reading);
  await note(command, reading, { action: 'mark', details: { factId, kind: one.kind } });
  return { id: factId, version };
}
