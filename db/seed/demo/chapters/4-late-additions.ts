import { decide, noteAppraisal, prepare } from '../agency.ts';
import type { LateFate, RunningCast } from '../cast-running.ts';
import type { StoryPractice } from '../practice.ts';
import { draft, register } from '../practice-life.ts';
import type { Story } from '../story.ts';
import { returnReasons } from '../wording.ts';
import { running, savePlan } from '../running-campaign.ts';

/**
 * November: after the floods the second intake is opened again until the end of the month. What came in since
 * waits at every point of the way, and a notice waits for the leader's signature.
 */
export function planLateAdditions(story: Story, { late }: RunningCast): void {
  const { calendar, timeline } = story;
  const of = (...fates: LateFate[]): StoryPractice[] =>
    late.filter((one) => fates.includes(one.fate)).map((one) => one.practice);
  timeline.on(calendar.day('11-02'), 1, async () => {
    const { version } = await story
      .as('thuongtruc')
      .call('GET /api/campaigns/:id', { params: { id: story.record(running) } });
    await savePlan(story, {
      version,
      planDocumentId: story.record('15-KH/BCĐ'),
      secondIntakeUntil: '11-30',
    });
  });
  const early = of('appraising', 'in_draft_notice', 'accepted', 'returned');
  for (const [at, practice] of early.entries())
    timeline.on(calendar.day(at % 2 === 0 ? '11-09' : '11-12'), at % 10, () =>
      register(story, practice, running),
    );
  timeline.on(calendar.day('11-13'), 6, () => decide(story, 'take_up', { practices: early }));
  for (const practice of of('in_draft_notice'))
    timeline.on(calendar.day('11-14'), 2, () => noteAppraisal(story, practice, 'desk'));
  timeline.on(calendar.day('11-16'), 8, () => decide(story, 'accept', { practices: of('in_draft_notice') }));
  for (const [at, practice] of of('returned').entries())
    timeline.on(calendar.day('11-18'), at, () =>
      decide(story, 'return', { practices: [practice], reason: returnReasons[at] ?? returnReasons[0] }),
    );
  timeline.on(calendar.day('11-19'), 4, () =>
    prepare(story, { campaign: running, purpose: 'supplementary_notice', name: 'late-additions' }),
  );
  timeline.on(calendar.day('11-20'), 6, () => decide(story, 'accept', { practices: of('accepted') }));
  for (const [at, practice] of of('submitted').entries())
    timeline.on(calendar.day(at % 2 === 0 ? '11-19' : '11-20'), at, () => register(story, practice, running));
  for (const practice of of('draft'))
    timeline.on(calendar.day('11-20'), 7, () => draft(story, practice, running));
  timeline.on(calendar.day('11-21'), 2, () =>
    prepare(story, { campaign: running, purpose: 'registration_list', name: 'late-list' }),
  );
}
