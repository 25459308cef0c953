import { castOfYear, type RunningCast } from '../cast-running.ts';
import type { StoryPractice } from '../practice.ts';
import { fillIn, register, submit } from '../practice-life.ts';
import { running, savePlan, titleOf } from '../running-campaign.ts';
import type { Story } from '../story.ts';
import { receive } from './2-papers-and-stages.ts';
import { addNewcomers } from './1-organisations.ts';
import { tellReplication } from './4-replication.ts';
import { planAppraisal } from './4-appraisal.ts';
import { planLateAdditions } from './4-late-additions.ts';
import { planRecognition } from './4-recognition.ts';
import { planReports } from './4-reports.ts';
import { planWork } from './4-work.ts';

/** The campaign of this year, which stands today as a town's stands on 22 November. */
export async function tellRunningCampaign(story: Story, before: readonly StoryPractice[]): Promise<void> {
  const { calendar, timeline } = story;
  const cast = castOfYear(story.random, calendar, before);
  await openCampaign(story, cast);
  await tellReplication(story, before);
  planRegistration(story, cast);
  planAppraisal(story, cast);
  planWork(story, cast);
  planReports(story);
  planRecognition(story, cast);
  planLateAdditions(story, cast);
  timeline.on(calendar.day('10-25'), 2, () => addNewcomers(story));
  timeline.on(calendar.day('11-01'), 0, async () => story.say(`Năm ${calendar.year}: những tuần gần đây`));
  await timeline.play(story.clock);
}

async function openCampaign(story: Story, { members }: RunningCast): Promise<void> {
  const { calendar } = story;
  story.say(`Năm ${calendar.year}: kế hoạch mới, tiếp tục mô hình cũ`);
  story.clock.set(calendar.day('01-12'));
  const planDocumentId = await receive(story, {
    key: '15-KH/BCĐ',
    type: 'KH',
    symbol: '15-KH/BCĐ',
    issuerName: 'Ban Chỉ đạo phong trào thi đua “Dân vận khéo” thị xã',
    issuedOn: calendar.day('01-10'),
    receivedOn: calendar.day('01-12'),
    subject: `thực hiện phong trào thi đua “Dân vận khéo” năm ${calendar.year}`,
    signerPost: 'Phó Bí thư Thị ủy kiêm Trưởng Ban Chỉ đạo',
  });
  const carried = members.flatMap((one) => (one.carriedFrom ? [one] : []));
  const title = titleOf(story);
  const { id } = await story.as('thuongtruc').call('POST /api/campaigns/:id/next', {
    params: { id: story.record('2023') },
    body: {
      year: calendar.year,
      title,
      continuePracticeIds: carried.map((one) => one.carriedFrom?.id ?? ''),
    },
  });
  story.records.set(running, id);
  await savePlan(story, { version: 1, planDocumentId, secondIntakeUntil: '07-31' });
  story.clock.set(calendar.day('01-20'));
  await story.as('thuongtruc').call('POST /api/campaigns/:id/opening', { params: { id } });
  for (const { practice } of carried) {
    const { items } = await story
      .as(practice.unit.key)
      .call('GET /api/practices', { query: { campaignId: id, state: 'draft', origin: 'continued' } });
    practice.id = items.find((item) => item.name === practice.name)?.id ?? '';
  }
}

/** February to mid-March, and July: the units register. */
function planRegistration(story: Story, { members }: RunningCast): void {
  const { calendar, timeline } = story;
  for (const [at, { practice, intake, carriedFrom }] of members.entries()) {
    const day = intake === 1 ? calendar.day(pick(february, at * 7)) : calendar.day(pick(july, at));
    const slot = (at * 2) % 9;
    if (carriedFrom === null) timeline.on(day, slot, () => register(story, practice, running));
    else timeline.on(day, slot, () => completeCarried(story, practice));
  }
  timeline.on(calendar.day('03-15'), 9, async () =>
    story.say(`Năm ${calendar.year}: đã đăng ký ${members.filter((one) => one.intake === 1).length} mô hình`),
  );
}

async function completeCarried(story: Story, practice: StoryPractice): Promise<void> {
  await fillIn(story, practice);
  await submit(story, practice);
}

const february = [
  '02-09',
  '02-12',
  '02-16',
  '02-19',
  '02-23',
  '02-26',
  '03-02',
  '03-04',
  '03-06',
  '03-09',
  '03-11',
  '03-13',
];
const july = ['07-07', '07-10', '07-14', '07-17', '07-21', '07-24', '07-28'];

function pick(from: readonly string[], at: number): string {
  return from[at % from.length] ?? '';
}
