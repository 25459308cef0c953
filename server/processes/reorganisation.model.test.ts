import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import { type Intent, storyKinds } from '#domain/organisations/testing/organisation-story.ts';
import { loadTree } from '#server/organisations/organisations.reads.ts';
import { OrganisationTwin } from '#server/testing/organisation-twin.ts';
import { placesAgree, placesOf } from '#server/testing/places-agree.ts';

/** So many intents are tried in each life; what the rules refuse must be refused by the API too. */
const intentsInLife = 60;

describe.each([11, 23, 47, 69])('a random life through the API (seed %i)', (seed) => {
  let twin: OrganisationTwin;
  beforeAll(async () => {
    twin = await OrganisationTwin.begin();
  });
  afterAll(() => twin.kheo.stop());

  it('keeps in the database, on every day, what the rules say in memory', async () => {
    const outcomes = { act: 0, refused: 0 };
    for (const intent of randomLife(seed, intentsInLife)) {
      const before = await twin.fingerprint();
      const { wanted, status, about } = await twin.step(intent);
      if (wanted === null || status === null) continue;
      expect([about, status < 300, status < 500]).toEqual([about, wanted, true]);
      outcomes[wanted ? 'act' : 'refused'] += 1;
      // What is refused leaves no trace.
      expect([about, (await twin.fingerprint()) !== before]).toEqual([about, wanted]);
      if (wanted) await agrees(twin);
    }
    expect(outcomes.act).toBeGreaterThan(8);
    expect(outcomes.refused).toBeGreaterThan(4);
  }, 120_000);
});

async function agrees(twin: OrganisationTwin): Promise<void> {
  const { db } = twin.kheo.connection;
  await placesAgree(db);
  const places = await placesOf(db);
  const holdings = await holdingsOf(twin);
  for (const day of twin.story.history.days()) {
    const wanted = twin.story.history.treeOn(day);
    const found = await loadTree(db, day);
    const name = (id: string): string => twin.nameOf.get(id) ?? id;
    expect(describeTree(found, name)).toEqual(describeTree(wanted, (id) => id));
    const standing = places.filter(
      (one) => one.valid_from <= day && (one.valid_to === null || day < one.valid_to),
    );
    expect(belowByPath(standing, name)).toEqual(belowByTree(wanted));
    for (const practice of twin.story.practices) {
      const unit = practice.spans.findLast((span) => span.from <= day)?.unit;
      expect([day, practice.id, holdings(practice.id, day)]).toEqual([day, practice.id, unit]);
    }
  }
}

/** Each unit with what is above it, and each that is gone with where its records stand. */
function describeTree(tree: OrganisationTree, name: (id: string) => string): string[] {
  const standing = tree
    .all()
    .map((unit) => `${name(unit.id)} ${unit.name} ${unit.code} under ${name(unit.parentId ?? '')}`);
  const gone = tree.gone().map((unit) => {
    const holder = tree.holder(unit.id);
    return `${name(unit.id)} with ${name(holder?.unitId ?? '')} ${holder?.apportioned}`;
  });
  return [...standing, ...gone].toSorted();
}

/** What lies below each unit, by the paths of the database. */
function belowByPath(
  places: Awaited<ReturnType<typeof placesOf>>,
  name: (id: string) => string,
): Record<string, string[]> {
  return Object.fromEntries(
    places
      .filter((top) => top.stands)
      .map((top) => [
        name(top.unit_id),
        places
          .filter((one) => one.path.startsWith(top.path))
          .map((one) => `${name(one.unit_id)} ${one.apportioned}`)
          .toSorted(),
      ])
      .toSorted(),
  );
}

function belowByTree(tree: OrganisationTree): Record<string, string[]> {
  return Object.fromEntries(
    tree
      .all()
      .map((top) => [
        top.id,
        [...tree.holdings(top.id)].map((id) => `${id} ${tree.holder(id)?.apportioned}`).toSorted(),
      ])
      .toSorted(),
  );
}

/** Where each practice is kept on a day, by the rows of the database. */
async function holdingsOf(
  twin: OrganisationTwin,
): Promise<(practice: string, day: string) => string | undefined> {
  const { db } = twin.kheo.connection;
  const rows = await db.selectFrom('practice_holding').selectAll().execute();
  const practices = await db.selectFrom('practice').select(['id', 'unit_id']).execute();
  return (practice, day) => {
    const id = twin.idOf.get(practice);
    const row = rows.find(
      (one) =>
        one.practice_id === id &&
        (one.valid_from === null || one.valid_from <= day) &&
        (one.valid_to === null || day < one.valid_to),
    );
    return twin.nameOf.get(row?.unit_id ?? practices.find((one) => one.id === id)?.unit_id ?? '');
  };
}

/** The same seed gives the same life. Figures are left out: the API has none to put by themselves. */
function* randomLife(seed: number, count: number): Generator<Intent> {
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  const kinds = [...storyKinds, 'found', 'move', 'merge', 'split', 'practice'] as const;
  for (let at = 0; at < count; at += 1) {
    const chosen = kinds[next(kinds.length)] ?? 'found';
    yield {
      kind: chosen === 'figure' ? 'practice' : chosen,
      late: next(3) > 0,
      day: next(13),
      picks: Array.from({ length: 10 }, () => next(997)),
    };
  }
}
