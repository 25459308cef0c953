import type { BodyOf } from '#contract/endpoint.ts';
import type { practiceProgressApi } from '#contract/practice-progress.ts';
import { dayInVietnam, type Day } from '#domain/kernel/day.ts';
import type { ContributionSource, SelfCheckStatus } from '#domain/practices/progress.ts';
import type { CriteriaContent } from '#domain/scoring/criteria.ts';
import { exemplarCriteria, modelCriteria, scoreLines } from './criteria.ts';
import { registrationOf, type StoryPractice } from './practice.ts';
import type { Story } from './story.ts';
import { progressText, selfCheckWords } from './wording.ts';

const at = (practice: StoryPractice) => ({ params: { id: practice.id } });
const today = (story: Story): Day => dayInVietnam(story.clock.now());

/** The unit's officer begins the registration. */
export async function draft(story: Story, practice: StoryPractice, campaign: string): Promise<void> {
  const { id } = await story.as(practice.unit.key).call('POST /api/practices', {
    body: {
      campaignId: story.record(campaign),
      unitId: story.unit(practice.unit.key),
      origin: practice.origin,
      sourcePracticeId: practice.source === null ? null : story.record(practice.source),
      registration: registrationOf(practice, (key) => story.unit(key)),
    },
  });
  practice.id = id;
}

/** Fills in a draft that was carried over or taken up, or mends one that came back. */
export async function fillIn(story: Story, practice: StoryPractice, more = ''): Promise<void> {
  const officer = story.as(practice.unit.key);
  const { version } = await officer.call('GET /api/practices/:id', at(practice));
  const registration = registrationOf(practice, (key) => story.unit(key));
  await officer.call('PUT /api/practices/:id', {
    ...at(practice),
    body: { version, registration: { ...registration, content: `${registration.content}${more}` } },
  });
}

export function submit(story: Story, practice: StoryPractice): Promise<unknown> {
  return story.as(practice.unit.key).call('POST /api/practices/:id/submission', at(practice));
}

/** Draws up and sends in one sitting. */
export async function register(story: Story, practice: StoryPractice, campaign: string): Promise<void> {
  await draft(story, practice, campaign);
  await submit(story, practice);
}

export async function withdraw(story: Story, practice: StoryPractice, reason: string): Promise<void> {
  await story
    .as(practice.unit.key)
    .call('POST /api/practices/:id/withdrawal', { ...at(practice), body: { reason } });
}

/** A line of progress; with `picture` or the sample paper as its evidence. */
export async function progress(
  story: Story,
  practice: StoryPractice,
  given: { number: number; share: number; evidence: 'picture' | 'paper' | null },
): Promise<void> {
  const username = practice.unit.key;
  const file =
    given.evidence === 'paper' ? story.files.paper : story.files.picture(story.random.whole(0, 11));
  const files =
    given.evidence === null
      ? []
      : [
          {
            fileId: await story.upload(username, file),
            caption:
              given.evidence === 'paper' ? 'Biên bản họp dân (bản mẫu)' : 'Tranh minh họa nơi thực hiện',
          },
        ];
  await story.as(username).call('POST /api/practices/:id/progress', {
    ...at(practice),
    body: {
      onDate: today(story),
      text: progressText(practice.idea, given),
      participants: story.random.whole(8, 120),
      files,
    },
  });
}

type Given = Pick<
  BodyOf<(typeof practiceProgressApi)['POST /api/practices/:id/contributions']>,
  'kind' | 'amount' | 'unit' | 'worth'
>;

/** What people and others gave, in the way that suits the field. */
export async function contribute(story: Story, practice: StoryPractice): Promise<void> {
  const { random } = story;
  const million = 1_000_000;
  const money: Given = { kind: 'money', amount: random.whole(4, 45) * million, unit: 'đồng', worth: null };
  const kinds: readonly Given[] = [
    money,
    { kind: 'labour', amount: random.whole(20, 180), unit: 'ngày công', worth: null },
    /[Hh]iến đất|mặt bằng/.test(practice.name)
      ? { kind: 'land', amount: random.whole(60, 700), unit: 'm²', worth: random.whole(40, 300) * million }
      : {
          kind: 'in_kind',
          amount: random.whole(10, 90),
          unit: 'bao xi măng',
          worth: random.whole(1, 8) * million,
        },
  ];
  const given = kinds[random.whole(0, 2)] ?? money;
  await story.as(practice.unit.key).call('POST /api/practices/:id/contributions', {
    ...at(practice),
    body: {
      ...given,
      source: random.pick<ContributionSource>(['people', 'people', 'people', 'business', 'budget']),
      onDate: today(story),
      note: '',
    },
  });
}

export async function selfCheck(
  story: Story,
  practice: StoryPractice,
  given: { code: string; status: SelfCheckStatus; share: number },
): Promise<void> {
  await story.as(practice.unit.key).call('PUT /api/practices/:id/self-checks/:code', {
    params: { id: practice.id, code: given.code },
    body: { status: given.status, ...selfCheckWords(practice.idea, given), fileIds: [] },
  });
}

export async function stop(story: Story, practice: StoryPractice, reason: string): Promise<void> {
  await story
    .as(practice.unit.key)
    .call('POST /api/practices/:id/stop', { ...at(practice), body: { reason } });
}

/** The unit scores itself, a little kindly, and proposes. */
export async function propose(story: Story, practice: StoryPractice): Promise<void> {
  const officer = story.as(practice.unit.key);
  await officer.call('PUT /api/practices/:id/scores/self', {
    ...at(practice),
    body: sheet(story, practice, 0.04),
  });
  await officer.call('POST /api/practices/:id/proposal', at(practice));
}

export async function scoreByTeam(story: Story, practice: StoryPractice, inspector: string): Promise<void> {
  await story
    .as(inspector)
    .call('PUT /api/practices/:id/scores/team', { ...at(practice), body: sheet(story, practice, -0.02) });
}

export async function scoreFinally(story: Story, practice: StoryPractice): Promise<void> {
  await story
    .as('thuongtruc')
    .call('PUT /api/practices/:id/scores/final', { ...at(practice), body: sheet(story, practice, 0) });
}

function sheet(story: Story, practice: StoryPractice, kindness: number) {
  const content: CriteriaContent = practice.idea.nature === 'exemplar' ? exemplarCriteria : modelCriteria;
  return {
    version: null,
    lines: scoreLines(content, practice.quality + kindness),
    note: '',
    scoredOn: today(story),
  };
}
