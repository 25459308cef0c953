import type { readingsApi } from '#contract/readings.ts';
import type { ParsedBody, ResponseOf } from '#contract/endpoint.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { addPaperFile, receivePaper } from '#server/documents/documents.commands.ts';
import { enterNamedPractices, enterSet } from '#server/figures/figure-sets.commands.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { fileById } from '#server/platform/files/files.store.ts';
import { addContributionFromPaper } from '#server/practices/progress.commands.ts';
import {
  typeCodeOf,
  wordsOf,
  type PlannedPractice,
  type RegistrationPlan,
} from '#server/reading/plan-registration.ts';
import { titleOf, visibleReading, type ReadingRow } from '#server/reading/reading-access.reads.ts';
import { readingBasis } from '#server/reading/reading-basis.reads.ts';
import type { Facts } from '#server/reading/reading-facts.reads.ts';
import { equalContribution } from '#server/reading/reading-contributions.reads.ts';
import { knownDocuments } from '#server/reading/reading-matches.reads.ts';
import { note, readingMoved } from '#server/reading/readings.commands.ts';
import { linkFacts, updateReading } from '#server/reading/readings.store.ts';

type Registration = (typeof readingsApi)['POST /api/readings/:id/registration'];
type Body = ParsedBody<Registration>;

const UNKNOWN_ISSUER = 'Chưa rõ cơ quan ban hành';
const MOST_LINKS = 300;

interface Work {
  readonly command: CommandContext;
  readonly reading: ReadingRow;
  readonly plan: RegistrationPlan;
  readonly facts: Facts;
  readonly title: string;
}

/**
 * Puts what was confirmed of a paper into the registers: the paper with what it cites, its figures, its practices and
 * what was given to them. All through the registers' own commands, in one transaction, each record with its passage.
 */
export async function registerReading(
  command: CommandContext,
  id: string,
  given: Body,
): Promise<ResponseOf<Registration>> {
  const reading = await visibleReading(command, id, { forUpdate: true });
  if (reading.state !== 'open') throw await readingMoved(command, reading);
  const { plan, facts, places } = await readingBasis(command, reading);
  const period = refuseLacking(plan);
  const file = await fileById(command.db, reading.file_id);
  const work = { command, reading, plan, facts, title: titleOf(reading.paper, file?.name ?? given.title) };
  const { documentId, cited } = await registerPapers(work);
  const setId = await registerFigures(work, { ...given, period, documentId });
  const practiceOf = await registerPractices(work, setId, places);
  const contributions = await registerContributions(work, practiceOf);
  const version = await updateReading(command, reading, {
    state: 'registered',
    documentId,
    figureSetId: setId,
  });
  const made = {
    documents: cited + 1,
    practices: plan.practices.filter((one) => one.match !== 'same').length,
    figures: plan.figures.length,
    contributions,
  };
  await note(command, reading, {
    action: 'register',
    fromState: 'open',
    toState: 'registered',
    documentId,
    details: { ...made, figureSetId: setId },
  });
  return { id, version, ...made };
}

/** The paper and what it cites; `cited` is how many of these the register did not know. */
async function registerPapers(work: Work): Promise<{ documentId: string; cited: number }> {
  const { command, facts } = work;
  const { links, made, wordsOnly } = await registerCited(work);
  const documentId = await registerPaper(work, links);
  const own = facts.documents.filter((one) => one.state === 'confirmed' && one.content.isOwn);
  // What is cited in words only opens the paper that cites it.
  await linkFacts(command, [...own.map((one) => one.id), ...wordsOnly], { document_id: documentId });
  return { documentId, cited: made };
}

/** One set of figures, as the paper states them. */
async function registerFigures(
  work: Work,
  given: Body & { period: NonNullable<RegistrationPlan['period']>; documentId: string },
): Promise<string> {
  const { command, reading, plan, title } = work;
  const set = await enterSet(command, {
    ownerUnitId: reading.unit_id,
    stageId: given.stageId,
    title: given.title,
    scope: nameOf(command, reading.unit_id),
    periodFrom: given.period.from,
    periodTo: given.period.to,
    sourceDocumentId: given.documentId,
    sourceText: title.slice(0, 600),
    statedOn: reading.paper_day,
    note: '',
    figures: plan.figures.map((one) => one.figure),
  });
  for (const { factIds, figure } of plan.figures) {
    const figureId = set.figureIds.get(figure.key);
    if (figureId !== undefined) await linkFacts(command, factIds, { figure_id: figureId });
  }
  await linkSums(work, set.figureIds);
  return set.id;
}

/** Also of a unit that is gone by now: its papers are read where its records stand. */
function nameOf({ tree }: CommandContext, unitId: string): string {
  return tree.find(unitId)?.name ?? tree.findGone(unitId)?.name ?? '';
}

function refuseLacking({ missing, period }: RegistrationPlan): NonNullable<RegistrationPlan['period']> {
  const [first] = missing;
  if (first === undefined && period !== null) return period;
  throw new Problem(
    'action_blocked',
    {
      action: 'đưa vào sổ',
      reason: `${first?.message ?? 'chưa rõ kỳ báo cáo'}.`,
      mend: 'Bổ sung ở trang đọc tài liệu rồi đưa vào sổ.',
    },
    missing.map((one) => ({ path: one.factId ?? 'reading', message: one.message })),
  );
}

interface Link {
  readonly kind: 'basis';
  readonly targetId: string | null;
  readonly targetText: string;
}

/** Cited papers enter the register without a file, unless it knows them; laws and the like are cited in words. */
async function registerCited({
  command,
  reading,
  plan,
  title,
}: Work): Promise<{ links: Link[]; made: number; wordsOnly: string[] }> {
  const links: Link[] = [];
  const wordsOnly: string[] = [];
  let made = 0;
  for (const { factIds, known, type, content, words } of plan.documents) {
    if (known === null && type === null) {
      wordsOnly.push(...factIds);
      links.push({ kind: 'basis', targetId: null, targetText: words.slice(0, 500) });
      continue;
    }
    const id =
      known?.id ?? (await enterCited(command, { reading, title, type: type ?? 'CV', content, words }));
    if (known === null) made += 1;
    await linkFacts(command, factIds, { document_id: id });
    links.push({ kind: 'basis', targetId: id, targetText: '' });
  }
  return { links: links.slice(0, MOST_LINKS), made, wordsOnly };
}

async function enterCited(
  command: CommandContext,
  cited: Pick<RegistrationPlan['documents'][number], 'content' | 'words'> & {
    reading: ReadingRow;
    title: string;
    type: NonNullable<RegistrationPlan['documents'][number]['type']>;
  },
): Promise<string> {
  const { content, reading } = cited;
  const { id } = await receivePaper(command, {
    ownerUnitId: reading.unit_id,
    type: cited.type,
    symbol: content.symbol.slice(0, 60),
    issuerName: (content.issuer ?? UNKNOWN_ISSUER).slice(0, 200),
    issuedOn: notAhead(command, content.issuedOn),
    receivedOn: command.today,
    subject: `${cited.words} (dẫn trong: ${cited.title})`.slice(0, 600),
    signerPost: '',
    signerName: '',
    fileId: null,
    campaignId: null,
    links: [],
  });
  return id;
}

/** The paper itself with its file; where another paper cited it before, its entry gets the file. */
async function registerPaper({ command, reading, title }: Work, links: Link[]): Promise<string> {
  const { paper } = reading;
  const own = { symbol: paper.symbol ?? '', issuer: paper.issuer, issuedOn: reading.paper_day };
  const [known] = own.symbol === '' ? [null] : await knownDocuments(command, [own]);
  if (known) {
    await addPaperFile(command, known.id, reading.file_id);
    return known.id;
  }
  const { id } = await receivePaper(
    command,
    {
      ownerUnitId: reading.unit_id,
      type: typeCodeOf({ symbol: own.symbol, type: paper.type }) ?? 'BC',
      symbol: own.symbol.slice(0, 60),
      issuerName: (paper.issuer ?? UNKNOWN_ISSUER).slice(0, 200),
      issuedOn: notAhead(command, reading.paper_day),
      receivedOn: command.today,
      subject: (paper.subject ?? title ?? wordsOf({ ...own, type: paper.type })).slice(0, 600),
      signerPost: (paper.signer?.post ?? '').slice(0, 200),
      signerName: (paper.signer?.name ?? '').slice(0, 120),
      fileId: reading.file_id,
      campaignId: null,
      links,
    },
    'reading',
  );
  return id;
}

/** A day that is misread or misprinted is no day that a paper can have come on. */
function notAhead(command: CommandContext, day: string | null): string | null {
  return day !== null && day <= command.today ? day : null;
}

/** A confirmed sum opens the figure that it is the total of. */
async function linkSums(
  { command, plan, facts: { figures, sums } }: Work,
  figureIds: ReadonlyMap<string, string>,
): Promise<void> {
  const idOfFact = new Map(
    plan.figures.flatMap((one) =>
      one.factIds.map((factId) => [factId, figureIds.get(one.figure.key)] as const),
    ),
  );
  for (const sum of sums.filter((one) => one.state === 'confirmed')) {
    const total = figures.find((one) => one.position === sum.content.totalFigure);
    const figureId = total && idOfFact.get(total.id);
    if (figureId !== undefined) await linkFacts(command, [sum.id], { figure_id: figureId });
  }
}

interface Registered {
  readonly id: string;
  readonly planned: PlannedPractice;
}

/** Facts by id → the practice of the register that each is by now. */
async function registerPractices(
  { command, plan }: Work,
  setId: string,
  places: Awaited<ReturnType<typeof readingBasis>>['places'],
): Promise<ReadonlyMap<string, Registered>> {
  const fresh = plan.practices.filter((one) => one.match !== 'same');
  const { ids } =
    fresh.length === 0
      ? { ids: [] }
      : await enterNamedPractices(
          command,
          setId,
          fresh.map(({ practice, matchId }) => ({ ...practice, sourcePracticeId: matchId })),
        );
  const idOf = new Map(fresh.map((planned, at) => [planned, ids[at] ?? null]));
  const practiceOf = new Map<string, Registered>();
  for (const planned of plan.practices) {
    const id = planned.match === 'same' ? planned.matchId : (idOf.get(planned) ?? null);
    if (id === null) continue;
    for (const factId of planned.factIds) {
      practiceOf.set(factId, { id, planned });
      await linkFacts(command, [factId], {
        practice_id: id,
        match: planned.match,
        match_practice_id: planned.matchId,
        place_unit_id: places.get(factId)?.place?.id ?? null,
      });
    }
  }
  return practiceOf;
}

async function registerContributions(
  { command, reading, plan }: Work,
  practiceOf: ReadonlyMap<string, Registered>,
): Promise<number> {
  let made = 0;
  const onDate = notAhead(command, reading.paper_day ?? plan.period?.to ?? null) ?? command.today;
  for (const { factId, practiceFactId, contribution, note: words } of plan.contributions) {
    const practice = practiceOf.get(practiceFactId);
    if (!practice) continue;
    const told = await equalContribution(command, practice.id, contribution);
    const id =
      told ??
      (
        await addContributionFromPaper(command, practice.id, {
          ...contribution,
          worth: null,
          onDate,
          note: words,
        })
      ).id;
    if (told === null) made += 1;
    await linkFacts(command, [factId], { contribution_id: id, practice_id: practice.id });
  }
  return made;
}
