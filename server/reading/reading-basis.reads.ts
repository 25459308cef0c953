import type { ReadContext } from '#server/platform/commands/context.ts';
import { periodOf, planRegistration, type PlanBasis, type RegistrationPlan } from './plan-registration.ts';
import type { ReadingRow } from './reading-access.reads.ts';
import { factsOf } from './reading-facts.reads.ts';
import { knownDocuments, matchesOf } from './reading-matches.reads.ts';
import { resolvePlaces } from './reading-places.reads.ts';

/** A reading's facts with their places, their matches in the register, and what registering would make of them. */
export async function readingBasis(
  read: ReadContext,
  reading: ReadingRow,
): Promise<PlanBasis & { plan: RegistrationPlan }> {
  const facts = await factsOf(read.db, reading.id);
  const day = reading.paper_day ?? reading.paper.period?.to ?? read.today;
  const places = await resolvePlaces(read, { unitId: reading.unit_id, day, practices: facts.practices });
  // What was registered from this very paper would match itself.
  const open = reading.state === 'open' ? facts.practices.filter((fact) => fact.state !== 'refused') : [];
  const matches = await matchesOf(read, {
    unitId: reading.unit_id,
    period: periodOf(reading),
    practices: open,
    places,
  });
  const cited = await knownDocuments(
    read,
    facts.documents.map((fact) => fact.content),
  );
  const known = new Map(facts.documents.map((fact, at) => [fact.id, cited[at] ?? null]));
  const basis = { reading, today: read.today, facts, places, matches, known };
  return { ...basis, plan: planRegistration(basis) };
}
