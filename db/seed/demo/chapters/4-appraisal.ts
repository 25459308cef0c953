import { addDays } from '#domain/kernel/day.ts';
import { acknowledge, bodies, decide, noteAppraisal, prepare, sign } from '../agency.ts';
import type { RunningCast } from '../cast-running.ts';
import { fillIn, submit, withdraw } from '../practice-life.ts';
import type { Story } from '../story.ts';
import { declineReasons, returnReasons } from '../wording.ts';
import { running } from '../running-campaign.ts';

/** Have not said yet that they got the notice, and so have not begun. */
const neverAcknowledge: readonly string[] = ['thue', 'dienluc'];
const acknowledgeLate: readonly string[] = ['gdtx', 'benhvien2', 'huongvinh'];

/** Mid-March to April, and August: appraisal, the notice of assignment and the supplementary one. */
export function planAppraisal(story: Story, { members }: RunningCast): void {
  planFirst(story, members);
  planSecond(story, members);
}

function planFirst(story: Story, all: RunningCast['members']): void {
  const { calendar, timeline } = story;
  const members = all.filter((one) => one.intake === 1);
  const withdrawn = members.filter((one) => one.fate === 'withdrawn').map((one) => one.practice);
  const declined = members.filter((one) => one.fate === 'declined').map((one) => one.practice);
  const accepted = members
    .map((one) => one.practice)
    .filter((one) => !withdrawn.includes(one) && !declined.includes(one));
  const returned = accepted.filter((_, at) => at % 16 === 5);
  for (const practice of withdrawn)
    timeline.on(calendar.day('03-16'), 1, () =>
      withdraw(story, practice, 'Đã có mô hình cùng nội dung của Mặt trận phường; đơn vị rút để khỏi trùng.'),
    );
  timeline.on(calendar.day('03-17'), 0, () =>
    decide(story, 'take_up', { practices: [...accepted, ...declined, ...replicas(story)] }),
  );
  for (const [at, practice] of accepted.entries())
    if (at % 5 === 0)
      timeline.on(addDays(calendar.day('03-18'), at % 9), at % 9, () =>
        noteAppraisal(story, practice, at % 10 === 0 ? 'field_check' : 'desk'),
      );
  for (const [at, practice] of returned.entries()) {
    const reason = returnReasons[at % returnReasons.length] ?? '';
    timeline.on(calendar.day('03-27'), at % 10, () =>
      decide(story, 'return', { practices: [practice], reason }),
    );
    timeline.on(calendar.day('03-31'), at % 5, () =>
      fillIn(story, practice, ' Đơn vị đã khảo sát lại, bổ sung chỉ tiêu và người phụ trách từng phần.'),
    );
    timeline.on(calendar.day('03-31'), 6, () => submit(story, practice));
  }
  for (const [at, practice] of declined.entries())
    timeline.on(calendar.day('03-27'), 9, () =>
      decide(story, 'decline', { practices: [practice], reason: declineReasons[at % 2] ?? '' }),
    );
  timeline.on(calendar.day('04-02'), 1, () => decide(story, 'take_up', { practices: returned }));
  timeline.on(calendar.day('04-06'), 1, () =>
    prepare(story, { campaign: running, purpose: 'registration_list', name: 'list' }),
  );
  timeline.on(calendar.day('04-06'), 6, () => sign(story, 'list'));
  timeline.on(calendar.day('04-08'), 2, () =>
    decide(story, 'accept', { practices: [...accepted, ...replicas(story)] }),
  );
  timeline.on(calendar.day('04-09'), 1, () =>
    prepare(story, { campaign: running, purpose: 'notice_of_assignment', name: 'notice' }),
  );
  timeline.on(calendar.day('04-10'), 3, () => sign(story, 'notice'));
  for (const [at, unit] of bodies.entries()) {
    if (neverAcknowledge.includes(unit)) continue;
    const day = acknowledgeLate.includes(unit) ? '04-29' : '04-13';
    timeline.on(addDays(calendar.day(day), at % 5), at % 10, () => acknowledge(story, 'notice', unit));
  }
}

function replicas(story: Story): { id: string }[] {
  return [0, 1, 2].map((at) => ({ id: story.record(`replica:${at}`) }));
}

function planSecond(story: Story, all: RunningCast['members']): void {
  const { calendar, timeline } = story;
  const practices = all.filter((one) => one.intake === 2).map((one) => one.practice);
  timeline.on(calendar.day('08-03'), 1, () => decide(story, 'take_up', { practices }));
  timeline.on(calendar.day('08-07'), 1, () => decide(story, 'accept', { practices }));
  timeline.on(calendar.day('08-10'), 1, () =>
    prepare(story, { campaign: running, purpose: 'supplementary_notice', name: 'additions' }),
  );
  timeline.on(calendar.day('08-12'), 4, () => sign(story, 'additions'));
  for (const [at, unit] of [...new Set(practices.map((one) => one.unit.key))].entries())
    timeline.on(calendar.day('08-14'), at, () => acknowledge(story, 'additions', unit));
}
