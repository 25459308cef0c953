import { sql } from 'kysely';
import type { Reorganisation, Target } from '#domain/organisations/reorganisation.ts';
import {
  beginning,
  type Intent,
  OrganisationStory,
} from '#domain/organisations/testing/organisation-story.ts';
import { newId } from '#server/platform/ids.ts';
import { type Kheo, startKheo } from './kheo.ts';
import { placePractice } from './town.ts';

const paper = { documentText: 'Nghị quyết số 1', reason: 'Theo nghị quyết' };

/** An organisation that lives twice: in memory as the rules say, and in a database through the commands of the API. */
export class OrganisationTwin {
  readonly story: OrganisationStory;
  readonly kheo: Kheo;
  /** Names of the story → ids of the database, and back. */
  readonly idOf = new Map<string, string>();
  readonly nameOf = new Map<string, string>();
  readonly #acts: string[] = [];
  readonly #codes: string;
  #campaignId = '';

  private constructor(kheo: Kheo, story: OrganisationStory, codes: string) {
    this.kheo = kheo;
    this.story = story;
    this.#codes = codes;
  }

  static async begin(): Promise<OrganisationTwin> {
    const kheo = await startKheo({ today: '2024-01-01' });
    const twin = await OrganisationTwin.beginWithin(kheo, { story: new OrganisationStory(), codes: '' });
    await kheo.given.account({ username: 'quantri', role: 'administrator', unitId: twin.#id('r') });
    return twin;
  }

  /** One of several organisations in the same database, told apart by how their codes begin; `quantri` acts in all. */
  static async beginWithin(
    kheo: Kheo,
    { story, codes }: { story: OrganisationStory; codes: string },
  ): Promise<OrganisationTwin> {
    const twin = new OrganisationTwin(kheo, story, codes);
    const root = { unit: 'r', name: 'r', parent: null, kind: 'nation' as const };
    for (const { unit, kind, parent } of [root, ...beginning]) {
      const place = { name: unit, kind, code: codes + unit, foundedOn: '2020-01-01' };
      const parentId = parent === null ? null : twin.#id(parent);
      twin.#name(unit, await kheo.given.unit({ ...place, parentId }));
    }
    twin.#campaignId = newId();
    await kheo.connection.db
      .insertInto('campaign')
      .values({
        id: twin.#campaignId,
        owner_unit_id: twin.#id('r'),
        year: 2020,
        title: 'Đợt năm 2020',
        state: 'closed',
        plan: '{}',
        created_at: '2020-01-01T00:00:00Z',
      })
      .execute();
    return twin;
  }

  #id(name: string): string {
    return this.idOf.get(name) ?? newId();
  }

  #name(name: string, id: string): void {
    this.idOf.set(name, id);
    this.nameOf.set(id, name);
  }

  /** Carries an intent out in both; says what the rules and what the API made of it. */
  async step(intent: Intent): Promise<{ wanted: boolean | null; status: number | null; about: string }> {
    const outcome = this.story.step(intent);
    if (outcome.done === 'act' || outcome.done === 'refused') {
      const { status, founded } = await this.#ask(outcome.asked, outcome.given);
      if (status < 300) {
        for (const [at, unit] of foundedIn(outcome.asked).entries()) this.#name(unit, founded[at] ?? '');
        await this.#noteAct();
      }
      return { wanted: outcome.done === 'act', status, about: JSON.stringify(outcome) };
    }
    if (outcome.done === 'undone' || outcome.done === 'undoing_refused') {
      const admin = await this.kheo.as('quantri');
      const params = { id: this.#acts[outcome.at] ?? '' };
      const { status } = await admin.try('POST /api/reorganisations/:id/undoing', {
        params,
        body: { reason: 'Ghi nhầm' },
      });
      return { wanted: outcome.done === 'undone', status, about: `${outcome.done} ${outcome.at}` };
    }
    const practice = outcome.done === 'record' ? this.story.practices.at(-1) : undefined;
    if (practice && !this.idOf.has(practice.id)) {
      const unitId = this.#id(practice.spans[0]?.unit ?? '');
      const place = { campaignId: this.#campaignId, unitId, state: 'recognised' as const };
      this.#name(practice.id, await placePractice(this.kheo, place));
    }
    return { wanted: null, status: null, about: outcome.done };
  }

  async #noteAct(): Promise<void> {
    const { id } = await this.kheo.connection.db
      .selectFrom('reorganisation')
      .select('id')
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    this.#acts.push(id);
  }

  async #ask(
    asked: Reorganisation,
    given: ReadonlyMap<string, string>,
  ): Promise<{ status: number; founded: readonly string[] }> {
    const admin = await this.kheo.as('quantri');
    const { on } = asked;
    if (asked.kind === 'found') {
      const { name, shortName, kind, parentId } = asked.unit;
      const code = this.#codes + asked.unit.code;
      const place = { name, shortName, kind, code, parentId: this.#id(parentId ?? '') };
      const answer = await admin.try('POST /api/units', { body: { ...place, foundedOn: on, ...paper } });
      return { status: answer.status, founded: [answer.body.id] };
    }
    if (asked.kind === 'change') {
      const { name, shortName } = asked;
      const code = this.#codes + asked.code;
      const parentId = asked.parentId === null ? null : this.#id(asked.parentId);
      const params = { id: this.#id(asked.unitId) };
      const body = { from: on, name, shortName, code, parentId, ...paper };
      return { ...(await admin.try('POST /api/units/:id/changes', { params, body })), founded: [] };
    }
    if (asked.kind === 'dissolve') {
      const params = { id: this.#id(asked.unitId) };
      const body = { on, ...paper };
      return { ...(await admin.try('POST /api/units/:id/dissolution', { params, body })), founded: [] };
    }
    const body = this.#bodyOf(asked, given);
    const answer = await admin.try('POST /api/reorganisations', { body });
    return { status: answer.status, founded: answer.body.unitIds ?? [] };
  }

  #bodyOf(
    asked: Extract<Reorganisation, { kind: 'merge' | 'split' | 'remove_level' }>,
    given: ReadonlyMap<string, string>,
  ) {
    const common = { on: asked.on, ...paper, moveGrants: false };
    if (asked.kind === 'remove_level')
      return {
        ...common,
        kind: 'remove_level' as const,
        withinId: this.#id(asked.withinId),
        unitKind: asked.unitKind,
      };
    if (asked.kind === 'merge') {
      const fromUnitIds = asked.fromUnitIds.map((name) => this.#id(name));
      return { ...common, kind: 'merge' as const, fromUnitIds, into: this.#target(asked.into) };
    }
    const into = asked.into.map(nameOfTarget);
    return {
      ...common,
      kind: 'split' as const,
      unitId: this.#id(asked.unitId),
      into: asked.into.map((target) => this.#target(target)),
      rule: asked.rule,
      children: [...asked.children].map(([name, to]) => ({ unitId: this.#id(name), to })),
      shares: [...asked.shares],
      practices: [...given].map(([name, unit]) => ({ practiceId: this.#id(name), to: into.indexOf(unit) })),
    };
  }

  #target(target: Target) {
    if (!('found' in target)) return { unitId: this.#id(target.unitId) };
    const { name, shortName, kind, parentId } = target.found;
    const code = this.#codes + target.found.code;
    return { found: { name, shortName, kind, code, parentId: this.#id(parentId ?? '') } };
  }

  /** Everything that acts write, summed up. */
  async fingerprint(): Promise<string> {
    const tables = ['unit', 'unit_version', 'unit_heir', 'unit_succession', 'unit_place', 'practice_holding'];
    const sums = tables.map(
      (name) =>
        sql`(select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from ${sql.table(name)} t)`,
    );
    const { rows } = await sql`select ${sql.join(sums, sql` || ' ' || `)} as sum`.execute(
      this.kheo.connection.db,
    );
    return JSON.stringify(rows);
  }
}

function nameOfTarget(target: Target): string {
  return 'found' in target ? target.found.unitId : target.unitId;
}

/** Units that an act founds, in the order in which the API names them. */
function foundedIn(asked: Reorganisation): string[] {
  if (asked.kind === 'found') return [asked.unit.unitId];
  const targets = asked.kind === 'merge' ? [asked.into] : asked.kind === 'split' ? asked.into : [];
  return targets.flatMap((target) => ('found' in target ? [target.found.unitId] : []));
}
