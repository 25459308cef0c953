import { addDays, type Day } from '#domain/kernel/day.ts';
import { acknowledge, bodies, callMeeting, concludeMeeting, decide, prepare, sign } from '../agency.ts';
import { acceptReport, consolidate, sendReport } from '../reporting.ts';
import type { StoryPractice } from '../practice.ts';
import {
  contribute,
  progress,
  propose,
  register,
  scoreByTeam,
  scoreFinally,
  selfCheck,
  stop,
} from '../practice-life.ts';
import type { Story } from '../story.ts';
import { stopReasons } from '../wording.ts';
import { memberAreas } from '../accounts.ts';
import { honour } from './3-campaign-2023-honours.ts';

const campaign = '2023';

export interface Cast {
  readonly accepted: readonly StoryPractice[];
  readonly second: readonly StoryPractice[];
}

/** April to December 2023: carrying out, additions, the mid-year review, recognition and closing. */
export function carryOut(story: Story, { accepted, second }: Cast): void {
  const stopped = accepted.filter((one) => one.quality < 0.66).slice(0, 4);
  for (const [at, practice] of accepted.entries())
    planWork(story, practice, { at, stopped: stopped.includes(practice) });
  for (const [at, practice] of stopped.entries())
    story.timeline.on(addDays('2023-09-05', at * 9), 6, () =>
      stop(story, practice, stopReasons[at % stopReasons.length] ?? ''),
    );
  planAdditions(story, second);
  planReports(story);
  const proposed = [...accepted.filter((one) => !stopped.includes(one)), ...second];
  planRecognition(story, proposed);
}

function planWork(story: Story, practice: StoryPractice, given: { at: number; stopped: boolean }): void {
  const { random, timeline } = story;
  const { at } = given;
  const weak = practice.quality < 0.68;
  const evidence = at % 7 === 3 ? 'paper' : weak || at % 4 === 0 ? 'picture' : null;
  timeline.on(addDays('2023-05-08', at % 40), at % 10, () =>
    progress(story, practice, { number: 0, share: 0.25, evidence }),
  );
  timeline.on(addDays('2023-06-19', at % 11), at % 10, () =>
    selfCheck(story, practice, { code: 'quy2', status: weak ? 'slow' : 'on_track', share: 0.4 }),
  );
  if (at % 3 !== 1)
    timeline.on(addDays('2023-07-03', at % 50), (at + 3) % 10, () => contribute(story, practice));
  if (given.stopped) return;
  timeline.on(addDays('2023-09-12', at % 18), (at + 5) % 10, () =>
    selfCheck(story, practice, { code: 'nua_nam', status: weak ? 'slow' : 'on_track', share: 0.75 }),
  );
  const last = addDays('2023-10-10', random.whole(0, 25));
  timeline.on(last, (at + 2) % 10, () =>
    progress(story, practice, {
      number: 1 + (at % 3),
      share: practice.quality,
      evidence: weak ? null : 'picture',
    }),
  );
}

/** S2, step 4: additions for the second half-year, with a notice of their own. */
function planAdditions(story: Story, second: readonly StoryPractice[]): void {
  const { timeline } = story;
  for (const [at, practice] of second.entries())
    timeline.on(addDays('2023-06-20', at * 3), at, () => register(story, practice, campaign));
  timeline.on('2023-07-17', 1, () => decide(story, 'take_up', { practices: second }));
  timeline.on('2023-07-19', 2, () => decide(story, 'accept', { practices: second }));
  timeline.on('2023-07-20', 1, () =>
    prepare(story, { campaign, purpose: 'supplementary_notice', name: 'additions-2023' }),
  );
  timeline.on('2023-07-21', 4, () => sign(story, 'additions-2023'));
  for (const unit of new Set(second.map((one) => one.unit.key)))
    timeline.on('2023-07-24', 3, () => acknowledge(story, 'additions-2023', unit));
  for (const [at, practice] of second.entries()) {
    timeline.on(addDays('2023-08-14', at * 2), at, () =>
      progress(story, practice, { number: 0, share: 0.3, evidence: 'picture' }),
    );
    timeline.on('2023-09-26', at, () =>
      selfCheck(story, practice, { code: 'nua_nam', status: 'on_track', share: 0.5 }),
    );
  }
}

function planReports(story: Story): void {
  const plan = (kind: 'mid_year' | 'year_end', from: Day, accepted: Day): void => {
    const sent: string[] = [];
    for (const [at, unit] of bodies.entries())
      story.timeline.on(addDays(from, at % 12), (at + 1) % 10, async () => {
        sent.push(await sendReport(story, { campaign, unit, kind }));
      });
    story.timeline.on(accepted, 5, async () => {
      for (const id of sent) await acceptReport(story, id);
    });
  };
  plan('mid_year', '2023-07-03', '2023-07-18');
  plan('year_end', '2023-11-22', '2023-12-06');
  story.timeline.on('2023-12-11', 2, () =>
    consolidate(story, { campaign, kind: 'year_end', name: 'consolidated-2023' }),
  );
  story.timeline.on('2023-12-12', 4, () => sign(story, 'consolidated-2023'));
  story.timeline.on('2023-07-24', 1, () =>
    prepare(story, { campaign, purpose: 'mid_year_report', name: 'mid-year-2023' }),
  );
  story.timeline.on('2023-07-24', 7, () => sign(story, 'mid-year-2023'));
  for (const [at, unit] of bodies.entries())
    story.timeline.on(addDays('2023-07-25', at % 4), at % 10, () =>
      acknowledge(story, 'mid-year-2023', unit),
    );
}

function planRecognition(story: Story, proposed: readonly StoryPractice[]): void {
  const { timeline } = story;
  timeline.on('2023-11-10', 0, async () => story.say('Năm 2023: tự chấm điểm, đề nghị, họp xét công nhận'));
  for (const [at, practice] of proposed.entries()) {
    timeline.on(addDays('2023-11-10', at % 19), at % 10, () => propose(story, practice));
    const member = memberAreas.includes(practice.unit.key) ? 'uyvien' : 'kiemtra';
    timeline.on(addDays('2023-12-01', at % 8), at % 10, () => scoreByTeam(story, practice, member));
    timeline.on('2023-12-13', at % 10, () => scoreFinally(story, practice));
  }
  const meeting = {
    name: 'meeting-2023',
    title: 'Họp xét công nhận mô hình, điển hình năm 2023',
    heldOn: '2023-12-14',
    practices: proposed,
  };
  timeline.on('2023-12-12', 6, () => callMeeting(story, { campaign, ...meeting }));
  timeline.on('2023-12-14', 7, () => concludeMeeting(story, { ...meeting, least: 0.68 }));
  timeline.on('2023-12-15', 1, () =>
    prepare(story, { campaign, purpose: 'recognition_decision', name: 'decision-2023' }),
  );
  timeline.on('2023-12-15', 7, () => sign(story, 'decision-2023'));
  for (const [at, unit] of bodies.entries())
    timeline.on(addDays('2023-12-18', at % 4), at % 10, () => acknowledge(story, 'decision-2023', unit));
  honour(
    story,
    proposed.filter((one) => one.quality >= 0.68),
  );
}
