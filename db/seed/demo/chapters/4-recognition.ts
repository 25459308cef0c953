import { addDays } from '#domain/kernel/day.ts';
import { memberAreas } from '../accounts.ts';
import { acknowledge, bodies, callMeeting, concludeMeeting, prepare, sign } from '../agency.ts';
import type { Fate, RunningCast } from '../cast-running.ts';
import type { StoryPractice } from '../practice.ts';
import { propose, scoreByTeam, scoreFinally } from '../practice-life.ts';
import type { Story } from '../story.ts';
import { proposeUpward } from './3-campaign-2023-honours.ts';
import { offer } from './4-replication.ts';
import { running } from '../running-campaign.ts';

/** Late October to today: a first list is recognised, a second is before its meeting, others wait for the team. */
export function planRecognition(story: Story, { members }: RunningCast): void {
  const of = (...fates: Fate[]): StoryPractice[] =>
    members.filter((one) => fates.includes(one.fate)).map((one) => one.practice);
  planFirstMeeting(story, of('recognised', 'not_met'));
  planSecondMeeting(story, of('in_meeting'));
  const { calendar, timeline } = story;
  for (const [at, practice] of of('scored').entries()) {
    timeline.on(calendar.day('11-09'), at, () => propose(story, practice));
    timeline.on(calendar.day('11-17'), at, () => scoreByTeam(story, practice, teamFor(practice)));
  }
  for (const [at, practice] of of('proposed').entries())
    timeline.on(addDays(calendar.day('11-12'), at % 9), at % 10, () => propose(story, practice));
  planHonours(story, of('recognised'));
}

function teamFor(practice: StoryPractice): string {
  return memberAreas.includes(practice.unit.key) ? 'uyvien' : 'kiemtra';
}

function planFirstMeeting(story: Story, practices: readonly StoryPractice[]): void {
  const { calendar, timeline } = story;
  for (const [at, practice] of practices.entries()) {
    timeline.on(addDays(calendar.day('10-20'), at % 7), at % 10, () => propose(story, practice));
    timeline.on(addDays(calendar.day('10-29'), at % 4), at % 10, () =>
      scoreByTeam(story, practice, teamFor(practice)),
    );
    timeline.on(calendar.day('11-04'), at % 10, () => scoreFinally(story, practice));
  }
  const meeting = {
    name: 'meeting-1',
    title: 'Họp xét công nhận đợt 1',
    heldOn: calendar.day('11-06'),
    practices,
  };
  timeline.on(calendar.day('11-05'), 3, () => callMeeting(story, { campaign: running, ...meeting }));
  timeline.on(calendar.day('11-06'), 7, () => concludeMeeting(story, { ...meeting, least: 0.66 }));
  timeline.on(calendar.day('11-09'), 1, () =>
    prepare(story, { campaign: running, purpose: 'recognition_decision', name: 'decision' }),
  );
  timeline.on(calendar.day('11-10'), 3, () => sign(story, 'decision'));
  for (const [at, unit] of bodies.entries())
    if (at % 2 === 0 && unit !== 'thptdanghuytru')
      timeline.on(addDays(calendar.day('11-11'), at % 6), at % 10, () =>
        acknowledge(story, 'decision', unit),
      );
}

/** Scored by the team and half of them finally, before a meeting that is called and not held yet. */
function planSecondMeeting(story: Story, practices: readonly StoryPractice[]): void {
  const { calendar, timeline } = story;
  for (const [at, practice] of practices.entries()) {
    timeline.on(addDays(calendar.day('11-02'), at % 8), at % 10, () => propose(story, practice));
    timeline.on(addDays(calendar.day('11-11'), at % 6), at % 10, () =>
      scoreByTeam(story, practice, teamFor(practice)),
    );
    if (at % 2 === 0) timeline.on(calendar.day('11-20'), at % 8, () => scoreFinally(story, practice));
  }
  timeline.on(calendar.day('11-20'), 9, () =>
    callMeeting(story, {
      campaign: running,
      name: 'meeting-2',
      title: 'Họp xét công nhận đợt 2',
      heldOn: calendar.day('11-27'),
      practices,
    }),
  );
}

function planHonours(story: Story, recognised: readonly StoryPractice[]): void {
  const { calendar, timeline } = story;
  const of = (key: string): string => recognised.find((one) => one.unit.key === key)?.id ?? '';
  for (const [at, practice] of recognised.slice(0, 4).entries()) {
    timeline.on(calendar.day('11-13'), at, () => proposeReward(story, practice, at));
    if (at > 0)
      timeline.on(calendar.day('11-16'), at, () =>
        proposeUpward(story, practice, { name: `upward-${at}`, proposedOn: calendar.day('11-16') }),
      );
  }
  timeline.on(calendar.day('11-17'), 8, async () => {
    await offer(story, of('tuha'), {
      units: ['huongxuan', 'huongbinh'],
      message: 'Cách làm đã được công nhận, hợp với địa bàn có đường mới mở; đề nghị áp dụng từ năm nay.',
    });
    await offer(story, of('yte'), {
      units: ['thptdanghuytru', 'gdtx', 'thptbinhdien'],
      message: 'Nhà trường có thể làm theo ngay trong năm học này.',
    });
    await offer(story, of('huongphong'), {
      units: ['huongvinh', 'binhthanh', 'huongxuan'],
      message: 'Đã có nơi học theo thành công; đề nghị cấp ủy xem xét.',
    });
  });
}

async function proposeReward(story: Story, practice: StoryPractice, at: number): Promise<void> {
  const reward =
    at % 2 === 0
      ? ({ track: 'party', form: 'party_certificate' } as const)
      : ({ track: 'state', form: 'state_certificate' } as const);
  await story.as('thuongtruc').call('POST /api/campaigns/:id/rewards', {
    params: { id: story.record(running) },
    body: {
      practiceId: practice.id,
      ...reward,
      recipientName: practice.unit.name,
      recipientSubject: practice.idea.subject ?? 'collective',
      level: 'own',
      reason: 'Được công nhận đợt 1; kết quả rõ, nhân dân đồng tình, có nơi học theo.',
    },
  });
}
