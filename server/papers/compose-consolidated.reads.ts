import type { Paper } from '#domain/documents/paper.ts';
import { candidates, chosenBySystem, type Candidate } from '#server/consolidation/candidates.reads.ts';
import type { Gathered } from '#server/consolidation/gather.reads.ts';
import { placeProfile } from '#server/consolidation/place-profile.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { consolidatedPaper, type Correction } from './consolidated-report.paper.ts';

/** Drafts the paper of what was gathered; without a choice the system takes the first examples of each field. */
export async function composeConsolidated(
  context: ReadContext,
  gathered: Gathered,
  asked: { practiceIds: readonly string[] | null; correction: Correction | null },
): Promise<{ paper: Paper; practiceIds: string[]; examples: Candidate[] }> {
  const { db, caller } = context;
  const { found } = await candidates(db, {
    unitId: gathered.unitId,
    period: gathered.period,
    treeDay: gathered.treeDay,
    scope: caller.access.scope('practice.read'),
    chosenIds: asked.practiceIds ?? [],
  });
  const wanted = new Set(asked.practiceIds ?? chosenBySystem(found));
  const examples = found.filter((one) => wanted.has(one.id));
  const paper = consolidatedPaper({
    gathered,
    profile: await placeProfile(db, gathered),
    examples,
    correction: asked.correction,
    today: context.today,
    tree: context.tree,
  });
  return { paper, practiceIds: examples.map((one) => one.id), examples };
}
