import { addDays, yearOf, type Day } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';
import { acceptedStates, carriedOutStates, registeredStates } from '#domain/practices/practice.states.ts';
import { largestFigure, type Figures } from '#domain/reports/figures.ts';
import type { Indicator } from '#domain/reports/form.ts';
import { happensInPeriod, type RegisterMeasure } from '#domain/reports/register-measures.ts';
import { liesIn } from '#server/organisations/paths.reads.ts';
import { standsAt } from '#server/organisations/within-scope.reads.ts';
import type { Db } from '#server/platform/database/db.ts';
import { keptStatement } from '#server/platform/database/kept-statement.ts';
import { prepared } from '#server/platform/database/prepared.ts';
import { factsOn } from '#server/practices/facts-on-day.reads.ts';
import { sql, type RawBuilder } from 'kysely';
import { askedOf, countedBefore, givenSince, isRearranged, type HeirAsked } from './counted-before.reads.ts';
import type { FormRecord } from './form-record.reads.ts';

export interface CountAsked {
  readonly form: Pick<FormRecord, 'id' | 'revisions'>;
  readonly unitId: string;
  readonly period: Period;
  readonly indicators: readonly Indicator[];
  readonly today: Day;
}

/**
 * What the register counts for a unit and a period, in the order of the form's indicators: as it was known at the end
 * of the period, or stands today where that is earlier. A practice counts for the nearest reporting unit above it.
 */
export async function countRegister(db: Db, asked: CountAsked): Promise<Figures> {
  const { indicators, period } = asked;
  if (indicators.every((one) => one.source.kind !== 'register')) return indicators.map(() => null);
  const day = countingDay(period, asked.today);
  const span = { form: askedOf(asked.form, period), period, day, past: day < asked.today };
  const sources = indicators.map(({ source, aggregation, decimals }) =>
    source.kind === 'register' ? { source, aggregation, decimals } : null,
  );
  const counted = async (rearranged: boolean): Promise<Counts> =>
    (await countOf(db, { unitId: asked.unitId }, { ...span, sources, rearranged }))[0] ?? {};
  // The short question says itself whether it was enough: a reorganisation may be told at the same moment.
  const short = await counted(false);
  const counts = short['rearranged'] === true ? await counted(true) : short;
  return indicators.map(({ source }, at) =>
    source.kind === 'register' ? BigInt(counts[`f${at}`] ?? 0) : null,
  );
}

type Counts = Readonly<Record<string, string | boolean>>;

interface CountShape extends Omit<HeirAsked, 'unitId'>, Span {
  /** The day is over: what happened since is left out. */
  readonly past: boolean;
  readonly sources: readonly (RegisterIndicator | null)[];
}

/** An indicator counted from the register. */
interface RegisterIndicator extends Pick<Indicator, 'aggregation' | 'decimals'> {
  readonly source: Extract<Indicator['source'], { kind: 'register' }>;
}

/** At the end of a period thousands of units ask the same of their own area: what differs is the unit. */
const countOf = keptStatement((db, { unitId }: { unitId: string }, shape: CountShape) => {
  const { day, past, form, period } = shape;
  const asked = { form, period, unitId };
  return factsOn(db, { day, past }, ['practice', 'self_check'])
    .selectFrom('practice')
    .innerJoin('campaign', 'campaign.id', 'practice.campaign_id')
    .$if(!shape.rearranged, (query) => query.select(isRearranged(asked, day).as('rearranged')))
    .$if(shape.rearranged, (query) =>
      query
        .leftJoin(
          sql<{ unit_id: string }>`(${countedBefore(asked, day)})`.as('earlier'),
          'earlier.unit_id',
          'practice.unit_id',
        )
        .leftJoin(
          sql<{ practice_id: string }>`(${givenSince(asked, day)})`.as('given'),
          'given.practice_id',
          'practice.id',
        ),
    )
    .select(
      shape.sources.flatMap((source, at) =>
        source ? [sql<string>`coalesce(${measured(source, shape)}, 0)::bigint::text`.as(`f${at}`)] : [],
      ),
    )
    .where(sql<boolean>`practice.unit_id = any(array(${reportingArea(asked, day)}))`)
    .modifyEnd(prepared)
    .$castTo<Counts>()
    .compile();
});

export function countingDay(period: Period, today: Day): Day {
  return period.to < today ? period.to : today;
}

/** The unit with all below it, gone units included, without what lies below another unit that reports itself. */
function reportingArea({ form, unitId }: HeirAsked, day: Day): RawBuilder<unknown> {
  // A path known beforehand lets the index give the range below it, however large the country is.
  const top = sql`(select top.path from unit_place as top where top.unit_id = ${unitId}::uuid and ${standsAt('top', day)})`;
  return sql`
    select area.unit_id from unit_place as area
    where ${standsAt('area', day)} and ${liesIn('area.path', top)}
      and not exists (
        select 1 from unit_place as other
        join unit_version as version on version.unit_id = other.unit_id
        where ${standsAt('other', day)} and other.stands and other.path <> ${top} and ${liesIn('other.path', top)}
          and version.kind = any(${[...form.kinds]}::text[])
          and version.valid_from <= ${day}::date and (version.valid_to is null or version.valid_to > ${day}::date)
          and ${liesIn('area.path', sql.ref('other.path'))})`;
}

/** That a practice is one of those that a measure counts, or got together something of what it adds up. */
export function countedPractice(
  source: { measure: RegisterMeasure; baseField: string | null },
  asked: HeirAsked & { readonly day: Day },
): RawBuilder<boolean> {
  const { measure, baseField } = source;
  const span = { ...asked, rearranged: true };
  const inField = baseField === null ? sql`true` : sql`practice.base_field = ${baseField}`;
  const amount = amounts[measure];
  const counts = amount
    ? sql`coalesce(${amount(span)}, 0) <> 0`
    : sql`${countsHere(span)} and ${conditionOf(measure, span)}`;
  return sql`(practice.unit_id = any(array(${reportingArea(asked, asked.day)})) and ${inYearsOf(measure, span)} and ${inField}
    and exists (
      select 1 from (select practice.id, practice.unit_id) as own
      left join (${countedBefore(asked, asked.day)}) as earlier on earlier.unit_id = own.unit_id
      left join (${givenSince(asked, asked.day)}) as given on given.practice_id = own.id
      where ${counts}))`;
}

interface Span {
  readonly period: Period;
  readonly day: Day;
  /** Some of what is counted came there within the period, and may have been counted elsewhere. */
  readonly rearranged: boolean;
}

/** The sum or count of one indicator over the practices of the area. */
function measured(indicator: RegisterIndicator, span: Span): RawBuilder<unknown> {
  const { measure, baseField } = indicator.source;
  const inField = sql`${inYearsOf(measure, span)} and ${baseField === null ? sql`true` : sql`practice.base_field = ${baseField}`}`;
  const amount = amounts[measure];
  // What is beyond every figure stays readable, to be refused by name.
  if (amount)
    return sql`least(coalesce(round(sum(${amount(span)}) filter (where ${inField}) * ${10 ** indicator.decimals}), 0), ${largestFigure + 1n}::numeric)`;
  const counted = sql`count(*) filter (where ${inField} and ${countsHere(span)} and ${conditionOf(measure, span)})`;
  // A count of units: this unit is one of them, however many practices it has.
  const times = indicator.aggregation === 'units' ? sql`least(${counted}, 1)` : counted;
  return sql`${times} * ${10 ** indicator.decimals}`;
}

/** Where practices stand is asked of the campaigns of the period's years; what happened in a period has its own day. */
function inYearsOf(measure: RegisterMeasure, { period }: Span): RawBuilder<unknown> {
  if (happensInPeriod(measure)) return sql`true`;
  return sql`campaign.year between ${yearOf(period.from)} and ${yearOf(period.to)}`;
}

function inStates(states: readonly string[]): RawBuilder<unknown> {
  return sql`practice.state = any(${[...states]}::text[])`;
}

/** Word for word `registerMeasureWords`. */
function conditionOf(measure: RegisterMeasure, span: Span): RawBuilder<unknown> {
  const registered = inStates(registeredStates);
  const onTrack = sql`'on_track' = (
    select check_.status from self_check as check_
    where check_.practice_id = practice.id and check_.at < ${endOf(span.day)} order by check_.at desc, check_.id desc limit 1)`;
  switch (measure) {
    case 'registered_in_period':
      return sql`(${registered} and ${inSpan(firstSubmitted, span)})`;
    case 'accepted':
      return inStates(acceptedStates);
    case 'implementing':
      return inStates(carriedOutStates);
    case 'effective':
      return sql`(${inStates(carriedOutStates)} and ${onTrack})`;
    case 'effective_in_period':
      return sql`(${inStates(carriedOutStates)} and ${onTrack} and exists (
        select 1 from self_check as check_ where check_.practice_id = practice.id and ${inSpan(sql`check_.at`, span)}))`;
    case 'proposed':
      return inStates(['proposed', 'recognised', 'not_recognised']);
    case 'recognised':
      return inStates(['recognised']);
    case 'recognised_in_period':
      return sql`(${inStates(['recognised'])} and ${inSpan(firstMoment('recognise', 'practice.updated_at'), span)})`;
    case 'replicated':
      return sql`(${registered} and practice.origin = 'replicated')`;
    case 'continued':
      return sql`(${registered} and practice.origin = 'continued')`;
    case 'models':
      return sql`(${registered} and practice.nature = 'model')`;
    case 'exemplars':
      return sql`(${registered} and practice.nature = 'exemplar')`;
    case 'collectives':
      return sql`(${registered} and practice.subject = 'collective')`;
    case 'individuals':
      return sql`(${registered} and practice.subject = 'individual')`;
    case 'households':
      return sql`(${registered} and practice.subject = 'household')`;
    default:
      return registered;
  }
}

type Amount = (span: Span) => RawBuilder<unknown>;

/** What practices got together in the period; measures that are no count of practices. */
const amounts: Partial<Record<RegisterMeasure, Amount>> = {
  participants_in_period: ({ period, day, rearranged }) => sql`(
    select sum(entry.participants) from progress_entry as entry
    where entry.practice_id = practice.id and entry.on_date between ${period.from}::date and ${day}::date
      and ${rearranged ? sinceEarlier('entry') : sql`true`})`,
  money_in_period: given('money'),
  land_in_period: given('land'),
  labour_in_period: given('labour'),
};

function given(kind: string): Amount {
  return ({ period, day, rearranged }) => sql`(
    select sum(gift.amount) from contribution as gift
    where gift.practice_id = practice.id and gift.kind = ${kind} and gift.cancelled_at is null
      and gift.on_date between ${period.from}::date and ${day}::date and ${rearranged ? sinceEarlier('gift') : sql`true`})`;
}

function endOf(day: Day): RawBuilder<unknown> {
  return sql`${`${addDays(day, 1)}T00:00:00+07:00`}::timestamptz`;
}

function inSpan(moment: RawBuilder<unknown>, { period, day }: Span): RawBuilder<unknown> {
  return sql`(${moment} >= ${`${period.from}T00:00:00+07:00`}::timestamptz and ${moment} < ${endOf(day)})`;
}

/** When a practice was moved so for the first time; what was put there by other ways has a moment of its own. */
function firstMoment(action: string, otherwise: string): RawBuilder<unknown> {
  return sql`coalesce((
    select min(entry.at) from history_entry as entry
    where entry.subject_type = 'practice' and entry.subject_id = practice.id and entry.action = ${action}), ${sql.raw(otherwise)})`;
}

const firstSubmitted = firstMoment('submit', 'coalesce(practice.submitted_at, practice.created_at)');

/** When another report counted what a practice’s unit holds; one that a split gave away goes by itself. */
const earlier = (moment: 'sent_at' | 'sent_on') =>
  sql`(case when given.practice_id is null then ${sql.ref(`earlier.${moment}`)} else ${sql.ref(`given.${moment}`)} end)`;

/** Registered already when the report of another unit that had it then was counted: it counts there. */
const countsEarlier = sql`(${earlier('sent_at')} is not null and ${firstSubmitted} < ${earlier('sent_at')})`;

function countsHere({ rearranged }: Span): RawBuilder<unknown> {
  return rearranged ? sql`not ${countsEarlier}` : sql`true`;
}

/** Of such a practice, what was got together later is still to be counted. */
function sinceEarlier(table: 'entry' | 'gift'): RawBuilder<unknown> {
  return sql`(not ${countsEarlier} or ${sql.ref(`${table}.on_date`)} > ${earlier('sent_on')})`;
}
