import type { Day } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';
import type { Intent } from '#domain/organisations/testing/organisation-story.ts';
import {
  lifeIndicators,
  ReportLife,
  revisedFrom,
  type LifeForm,
  type LifeReport,
} from '#domain/reports/testing/report-life.ts';
import type { Actor, Answered } from '#server/platform/http/actor.ts';
import { newId } from '#server/platform/ids.ts';
import { recomputeTotals } from '#server/reports/totals.store.ts';
import type { Kheo } from './kheo.ts';
import { OrganisationTwin } from './organisation-twin.ts';

interface FormTwin {
  readonly id: string;
  version: number;
}

/** What an act came to: what the rules say of it, and what the API said. */
export interface Done {
  readonly wanted: boolean;
  readonly status: number;
  /** The refusal in words. */
  readonly said: string;
}

/** Reports that live twice: in memory as the rules say, and in a database through the API. */
export class ReportTwin {
  readonly life: ReportLife;
  readonly organisation: OrganisationTwin;
  readonly kheo: Kheo;
  /** Who may do everything at the root of this life. */
  readonly actor: Actor;
  readonly formIds = new Map<LifeForm, string>();
  readonly reportIds = new Map<LifeReport, string>();
  readonly #forms = new Map<LifeForm, FormTwin>();
  readonly #name: string;
  #extended = 0;

  private constructor(given: {
    life: ReportLife;
    organisation: OrganisationTwin;
    actor: Actor;
    name: string;
  }) {
    this.life = given.life;
    this.organisation = given.organisation;
    this.kheo = given.organisation.kheo;
    this.actor = given.actor;
    this.#name = given.name;
  }

  /** A life in a database that may hold others: with units and forms of its own, and one account for all. */
  static async begin(kheo: Kheo, name: string, form: 'of all' | 'of some'): Promise<ReportTwin> {
    const life = new ReportLife(form);
    const organisation = await OrganisationTwin.beginWithin(kheo, {
      story: life.organisation,
      codes: `${name}-`,
    });
    const root = organisation.idOf.get('r') ?? '';
    await mayDoAll(kheo, root);
    const twin = new ReportTwin({ life, organisation, actor: await kheo.as('quantri'), name });
    // Weeks pass in a life.
    await kheo.connection.pool.query(
      `update session set last_seen_at = '2021-01-01', expires_at = '2021-01-01'`,
    );
    await twin.#askFor(life.form, root);
    return twin;
  }

  code(form: LifeForm): string {
    return `${form.code}-${this.#name}`;
  }

  unitId(name: string): string {
    return this.organisation.idOf.get(name) ?? newId();
  }

  now(): { at: string; today: Day } {
    const at = this.kheo.clock.now().toISOString();
    return { at, today: at.slice(0, 10) };
  }

  async #askFor(form: LifeForm, ownerUnitId: string): Promise<void> {
    const { id } = await this.actor.call('POST /api/report-forms', {
      body: {
        ownerUnitId,
        code: this.code(form),
        name: 'Biểu để thử',
        periodKind: 'month',
        unitKinds: [...form.kinds],
        askedFrom: '2020-01-01',
        askedTo: null,
        customFrom: null,
        customTo: null,
        content: contentOf(form, 0),
      },
    });
    this.formIds.set(form, id);
    this.#forms.set(form, { id, version: 1 });
  }

  /** A practice registered now at a unit that stands, or null where none does. */
  async register(picks: readonly number[], today: Day): Promise<void> {
    const { practices } = this.life.organisation;
    const known = practices.length;
    await this.organisation.step({ kind: 'practice', late: false, day: dayOfYear(today), picks });
    const practice = practices.at(-1);
    if (practices.length === known || !practice) return;
    const { at } = this.now();
    await this.kheo.connection.pool.query(
      'update practice set created_at = $2, updated_at = $2 where id = $1',
      [this.unitId(practice.id), at],
    );
    this.life.practices.push({ id: practice.id, at: this.now(), withdrawn: null });
  }

  /** A practice moves on: it is withdrawn, and counts from then on no more. */
  async withdrawPractice(pick: number): Promise<void> {
    const standing = this.life.practices.filter((one) => one.withdrawn === null);
    const practice = standing[pick % (standing.length || 1)];
    if (!practice) return;
    practice.withdrawn = this.now();
    const { at } = practice.withdrawn;
    await this.kheo.connection.pool.query(
      `with moved as (update practice set state = 'withdrawn', updated_at = $2 where id = $1 returning id)
       insert into history_entry (id, at, actor_name, subject_type, subject_id, action, from_state, to_state)
       select $3, $2, 'Cán bộ', 'practice', id, 'withdraw', 'recognised', 'withdrawn' from moved`,
      [this.unitId(practice.id), at, newId()],
    );
  }

  /** An act on the organisation, told now; says whether totals are to be made anew. */
  async reorganise(intent: Intent): Promise<Done | null> {
    const { wanted, status, about } = await this.organisation.step(intent);
    return wanted === null || status === null ? null : { wanted, status, said: about };
  }

  async begin(form: LifeForm, given: { period: Period; unit: string }): Promise<Done> {
    const report = this.life.begin(form, given, this.now());
    const body = {
      formId: this.formIds.get(form) ?? '',
      unitId: this.unitId(given.unit),
      periodFrom: given.period.from,
    };
    const answer = await this.actor.try('POST /api/reports', { body });
    if (report && answer.status < 300) this.reportIds.set(report, answer.body.id);
    return { wanted: report !== null, ...statusOf(answer) };
  }

  async #versionOf(report: LifeReport): Promise<{ params: { id: string }; version: number }> {
    const params = { id: this.reportIds.get(report) ?? '' };
    const { rows } = await this.kheo.connection.pool.query('select version from report where id = $1', [
      params.id,
    ]);
    return { params, version: rows[0]?.version ?? 0 };
  }

  async write(report: LifeReport, amount: number): Promise<Done> {
    const { params, version } = await this.#versionOf(report);
    const stated = this.#stated(report, amount);
    const wanted = this.life.write(report, stated);
    const body = { version, stated: textsOf(stated), reasons: {}, narrative: {} };
    return { wanted, ...statusOf(await this.actor.try('PUT /api/reports/:id', { params, body })) };
  }

  async correct(report: LifeReport, amount: number): Promise<Done> {
    const { params, version } = await this.#versionOf(report);
    const stated = this.#stated(report, amount);
    const wanted = this.life.correct(report, stated);
    const body = { version, why: 'Đếm lại', stated: textsOf(stated) };
    return {
      wanted,
      ...statusOf(await this.actor.try('POST /api/reports/:id/corrections', { params, body })),
    };
  }

  #stated(report: LifeReport, amount: number): Map<string, bigint | null> {
    const codes = this.life
      .indicatorsOf(report)
      .filter((one) => one.source.kind === 'entered')
      .map((one) => one.code);
    return new Map(codes.map((code, at) => [code, statedFrom(code, amount, at)]));
  }

  async move(report: LifeReport, action: Moved): Promise<Done> {
    const wanted = this.#wanted(report, action);
    return { wanted, ...statusOf(await this.#asked(this.reportIds.get(report) ?? '', action)) };
  }

  #wanted(report: LifeReport, action: Moved): boolean {
    const now = this.now();
    switch (action) {
      case 'approve':
      case 'reopen':
      case 'submit':
      case 'recount':
        return this.life[action](report, now);
      default:
        return this.life.move(report, action, now);
    }
  }

  #asked(id: string, action: Moved): Promise<Answered<unknown>> {
    const { actor } = this;
    const params = { id };
    switch (action) {
      case 'approve':
        return actor.try('POST /api/reports/:id/approval', { params });
      case 'reopen':
        return actor.try('POST /api/reports/:id/reopening', { params });
      case 'submit':
        return actor.try('POST /api/reports/:id/submission', { params });
      case 'recount':
        return actor.try('POST /api/reports/:id/recounts', { params, body: { why: 'Sổ đã đổi' } });
      case 'withdraw':
        return actor.try('POST /api/reports/:id/withdrawal', { params, body: { reason: 'Còn sửa' } });
      case 'return':
        return actor.try('POST /api/reports/:id/return', { params, body: { reason: 'Thiếu' } });
      case 'accept':
        return actor.try('POST /api/reports/acceptances', { body: { reportIds: [id] } });
    }
  }

  async revise(form: LifeForm): Promise<Done | null> {
    const wanted = this.life.revise(form);
    const twin = this.#forms.get(form);
    if (wanted === null || !twin) return null;
    const answer = await this.actor.try('POST /api/report-forms/:id/revisions', {
      params: { id: twin.id },
      body: { version: twin.version, validFrom: revisedFrom, content: contentOf(form, 1) },
    });
    if (answer.status < 300) twin.version = answer.body.version ?? twin.version;
    return { wanted, ...statusOf(answer) };
  }

  async end(form: LifeForm, askedTo: Day | null): Promise<Done | null> {
    const twin = this.#forms.get(form);
    if (!twin) return null;
    const wanted = this.life.end(form, askedTo);
    const answer = await this.actor.try('PUT /api/report-forms/:id', {
      params: { id: twin.id },
      body: { version: twin.version, name: 'Biểu để thử', unitKinds: [...form.kinds], askedTo },
    });
    if (answer.status < 300) twin.version = answer.body.version ?? twin.version;
    return { wanted, ...statusOf(answer) };
  }

  async extend(form: LifeForm, given: { period: Period; unit: string | null }): Promise<Done> {
    const { period, unit } = given;
    this.#extended += 1;
    const wanted =
      this.life.asks(form, period) && (unit === null || this.life.owing(form, period).includes(unit));
    if (wanted && unit !== null) this.life.holds(unit, this.now().today);
    const answer = await this.actor.try('POST /api/report-extensions', {
      body: {
        formId: this.formIds.get(form) ?? '',
        periodFrom: period.from,
        unitIds: unit === null ? null : [this.unitId(unit)],
        dueOn: `2020-${10 + Math.trunc(this.#extended / 20)}-${10 + (this.#extended % 20)}`,
        reason: 'Mưa lũ',
      },
    });
    return { wanted, ...statusOf(answer) };
  }

  /** Makes the totals of a form and period anew, as the queued job or the nightly one does. */
  async recompute(form: LifeForm, period: Period, cause: 'nightly' | 'reorganisation') {
    const at = { formId: this.formIds.get(form) ?? '', periodFrom: period.from };
    return recomputeTotals(this.kheo.connection.db, at, { cause, now: this.now().at });
  }
}

export type Moved = 'approve' | 'reopen' | 'submit' | 'recount' | 'withdraw' | 'return' | 'accept';

function statusOf({ status, body }: Answered<unknown>): Omit<Done, 'wanted'> {
  return { status, said: status < 300 ? '' : JSON.stringify(body) };
}

function contentOf(form: LifeForm, revision: 0 | 1) {
  return {
    sections: [],
    indicators: [...lifeIndicators[revision]],
    due: { kind: 'days_after' as const, days: 5, shift: 'none' as const },
    needsApproval: form.needsApproval,
  };
}

function textsOf(stated: ReadonlyMap<string, bigint | null>): Record<string, string | null> {
  return Object.fromEntries([...stated].map(([code, value]) => [code, value?.toString() ?? null]));
}

/** A figure from one number: some absent, some nothing, the part never above its whole. */
function statedFrom(code: string, amount: number, at: number): bigint | null {
  if (code === 'part') return BigInt(amount % 50);
  if (code !== 'whole' && (amount + at) % 5 === 0) return null;
  return BigInt(code === 'units' ? amount % 3 : 50 + ((amount * (at + 3)) % 900));
}

/** Days since the first of January 2020, on which every life begins. */
export function dayOfYear(day: Day): number {
  return Math.round((Date.parse(day) - Date.parse('2020-01-01')) / 86_400_000);
}

/** One account is everybody, at this root alone: passwords take longer than a short life. */
async function mayDoAll(kheo: Kheo, unitId: string): Promise<void> {
  const { pool } = kheo.connection;
  const { rows } = await pool.query(`select id from account where username = 'quantri'`);
  const [first] = rows;
  if (!first) await kheo.given.account({ username: 'quantri', role: 'administrator', unitId });
  else await pool.query(`update role_grant set ended_at = now() where account_id = $1`, [first.id]);
  const roles: readonly string[] = [...(first ? ['administrator'] : []), 'unit_officer', 'standing_officer'];
  for (const role of roles)
    await pool.query(
      `insert into role_grant (id, account_id, role, unit_id, begins_on, covers_subtree, granted_at)
       select $1, id, $2, $3, '2000-01-01', true, now() from account where username = 'quantri'`,
      [newId(), role, unitId],
    );
}
