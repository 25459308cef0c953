import type { Registration } from '#domain/practices/practice.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { Origin } from '#domain/practices/practice.states.ts';
import type { PracticeIdea } from './practice-ideas.ts';
import type { DemoUnit } from './units.ts';
import { villages } from './units.ts';
import { detailsOf, responsibleOf } from './wording.ts';

export type PracticeDetails = Registration['details'];

/** A practice as the story knows it: what it is, whose it is, how well it goes, and its id once it is registered. */
export interface StoryPractice {
  id: string;
  readonly unit: DemoUnit;
  readonly idea: PracticeIdea;
  readonly name: string;
  readonly place: string;
  /** 0 to 1: how well it goes, and so how it is scored. */
  readonly quality: number;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly consent: boolean;
  readonly origin: Origin;
  /** Name of a record of the story (Story.record), or null. */
  readonly source: string | null;
}

/** A practice of a unit at one of its places; of units without places, at the unit itself. */
export function practiceAt(
  unit: DemoUnit,
  idea: PracticeIdea,
  given: Pick<StoryPractice, 'quality' | 'startsOn' | 'endsOn' | 'consent'> & {
    readonly place: string;
    readonly origin?: Origin;
    readonly source?: string;
  },
): StoryPractice {
  const { place, origin, source, ...rest } = given;
  return {
    id: '',
    unit,
    idea,
    name: idea.name.replace('{place}', place).trim(),
    place,
    origin: origin ?? 'new',
    source: source ?? null,
    ...rest,
  };
}

/** The form as the unit's officer fills it in. */
export function registrationOf(practice: StoryPractice, unitId: (key: string) => string): Registration {
  const { idea, unit, place } = practice;
  const village = villages.find(
    (one) => one.parent === unit.key && one.name.toLowerCase() === place.toLowerCase(),
  );
  const owner =
    place === '' || !/^(Chi hội|Ban Công tác|Tổ )/.test(idea.owner) ? idea.owner : `${idea.owner} ${place}`;
  return {
    name: practice.name,
    nature: idea.nature ?? 'model',
    subject: idea.subject ?? 'collective',
    fieldCode: idea.field,
    placeUnitId: village ? unitId(village.key) : unitId(unit.key),
    placeText: village ? '' : place,
    startsOn: practice.startsOn,
    endsOn: practice.endsOn,
    content: idea.content,
    ownerName: owner,
    responsibleName: responsibleOf(owner),
    responsiblePhone: '',
    details: detailsOf(idea, place),
    consentToPublish: practice.consent,
  };
}
