import { addDays } from '#domain/kernel/day.ts';
import type { CastMember, Fate, RunningCast } from '../cast-running.ts';
import { contribute, progress, selfCheck, stop } from '../practice-life.ts';
import type { Story } from '../story.ts';
import { stopReasons } from '../wording.ts';

/** Never begun, or not this year's: nothing is recorded of them. */
const idle: readonly Fate[] = ['not_started', 'declined', 'withdrawn'];
/** Have gone on until these weeks. */
const lively: readonly Fate[] = ['recognised', 'not_met', 'in_meeting', 'scored', 'proposed', 'steady'];

/** May to November: progress with evidence, what was given, self-checks; and where each of them is missing. */
export function planWork(story: Story, { members }: RunningCast): void {
  for (const [at, member] of members.entries()) {
    if (idle.includes(member.fate)) continue;
    if (member.intake === 1) planSpring(story, member, at);
    planAutumn(story, member, at);
  }
}

function planSpring(story: Story, { practice, fate }: CastMember, at: number): void {
  const { calendar, timeline } = story;
  const weak = fate === 'silent' || fate === 'check_missing';
  timeline.on(addDays(calendar.day('05-08'), at % 30), at % 10, () =>
    progress(story, practice, {
      number: 0,
      share: 0.2,
      evidence: at % 6 === 2 ? 'paper' : at % 2 === 0 ? 'picture' : null,
    }),
  );
  if (fate === 'silent' && at % 3 === 0) return;
  const late = weak && at % 2 === 0;
  timeline.on(addDays(calendar.day(late ? '07-04' : '06-15'), at % 14), (at + 3) % 10, () =>
    selfCheck(story, practice, {
      code: 'sau_3_thang',
      status: fate === 'stopped' ? 'at_risk' : weak ? 'slow' : 'on_track',
      share: weak ? 0.25 : 0.4,
    }),
  );
  if (at % 2 === 0 && fate !== 'silent')
    timeline.on(addDays(calendar.day('07-20'), at % 25), (at + 4) % 10, () => contribute(story, practice));
}

function planAutumn(story: Story, { practice, fate, intake }: CastMember, at: number): void {
  const { calendar, timeline } = story;
  if (fate === 'stopped') {
    timeline.on(addDays(calendar.day('09-18'), at % 20), 4, () =>
      stop(story, practice, stopReasons[at % stopReasons.length] ?? ''),
    );
    return;
  }
  if (fate === 'silent') return;
  if (intake === 2)
    timeline.on(addDays(calendar.day('09-05'), at % 10), at % 10, () =>
      progress(story, practice, { number: 0, share: 0.3, evidence: 'picture' }),
    );
  if (lively.includes(fate))
    timeline.on(addDays(calendar.day('09-17'), at % 13), (at + 5) % 10, () =>
      selfCheck(story, practice, {
        code: 'sau_6_thang',
        status: at % 11 === 4 ? 'slow' : 'on_track',
        share: 0.7,
      }),
    );
  timeline.on(addDays(calendar.day('10-05'), at % 14), (at + 6) % 10, () =>
    progress(story, practice, { number: 1 + (at % 3), share: 0.8, evidence: 'picture' }),
  );
  if (fate === 'steady' && at % 3 === 0)
    timeline.on(addDays(calendar.day('11-12'), at % 9), at % 10, () =>
      selfCheck(story, practice, { code: 'cuoi_nam', status: 'on_track', share: 0.95 }),
    );
}
