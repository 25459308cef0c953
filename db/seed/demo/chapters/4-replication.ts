import { riverWatch } from '../cast-running.ts';
import { practiceAt, type StoryPractice } from '../practice.ts';
import { fillIn, progress, selfCheck, submit } from '../practice-life.ts';
import type { Story } from '../story.ts';
import { grassroots } from '../units.ts';
import { running } from '../running-campaign.ts';

/** January: practices that proved themselves are put to others; some take them up, one says why not. */
export async function tellReplication(story: Story, before: readonly StoryPractice[]): Promise<void> {
  const { calendar } = story;
  story.clock.set(calendar.day('01-26'));
  const river = story.record(`paper:${riverWatch.name}:huongxuan`);
  const offers = await offer(story, river, {
    units: ['tuha', 'huongvan', 'huongtoan'],
    message: 'Đoạn sông Bồ qua địa bàn còn khai thác cát trái phép; đề nghị học cách làm của Hương Xuân.',
  });
  const lamp = before.find((one) => one.unit.key === 'huongphong');
  const [atHaiDuong] = await offer(story, lamp?.id ?? '', {
    units: ['haiduong'],
    message: 'Cách làm của Hương Phong hợp với điều kiện ven đầm phá; đề nghị áp dụng.',
  });
  story.clock.set(calendar.day('02-03'));
  const replicas = [
    await takeUp(story, 'huongtoan', offers[2]),
    await takeUp(story, 'tuha', offers[0]),
    await takeUp(story, 'haiduong', atHaiDuong, lamp),
  ];
  await story.as('huongvan').call('POST /api/replication-offers/:id/declining', {
    params: { id: offers[1] ?? '' },
    body: { reason: 'Đoạn sông qua phường đã có tổ tuần tra của Công an phường, làm thêm sẽ trùng việc.' },
  });
  for (const [at, practice] of replicas.entries()) {
    story.clock.set(calendar.day('02-10'));
    await fillIn(story, practice);
    await submit(story, practice);
    story.records.set(`replica:${at}`, practice.id);
    planReplica(story, practice, at);
  }
}

/** Puts a practice to units in the running campaign; returns the offers in the order of the units. */
export async function offer(
  story: Story,
  practiceId: string,
  given: { units: readonly string[]; message: string },
): Promise<string[]> {
  const { ids } = await story.as('thuongtruc').call('POST /api/practices/:id/replication-offers', {
    params: { id: practiceId },
    body: {
      campaignId: story.record(running),
      unitIds: given.units.map((key) => story.unit(key)),
      message: given.message,
    },
  });
  return ids;
}

async function takeUp(
  story: Story,
  key: string,
  offerId: string | undefined,
  origin?: StoryPractice,
): Promise<StoryPractice> {
  const unit = grassroots.find((one) => one.key === key);
  if (!unit) throw new Error(`no unit ${key}`);
  const { id } = await story.as(key).call('POST /api/replication-offers/:id/taking-up', {
    params: { id: offerId ?? '' },
  });
  const { calendar } = story;
  const practice = practiceAt(unit, origin?.idea ?? riverWatch, {
    place: unit.places[0] ?? '',
    quality: 0.8,
    startsOn: calendar.day('04-15'),
    endsOn: calendar.day('12-31'),
    consent: true,
    origin: 'replicated',
  });
  practice.id = id;
  return practice;
}

/** A replica goes its way like the others of its unit; it is accepted and started with them. */
function planReplica(story: Story, practice: StoryPractice, at: number): void {
  const { calendar, timeline } = story;
  timeline.on(calendar.day('05-20'), at, () =>
    progress(story, practice, { number: 0, share: 0.3, evidence: 'picture' }),
  );
  timeline.on(calendar.day('06-25'), at, () =>
    selfCheck(story, practice, { code: 'sau_3_thang', status: 'on_track', share: 0.45 }),
  );
  timeline.on(calendar.day('09-24'), at, () =>
    selfCheck(story, practice, { code: 'sau_6_thang', status: 'on_track', share: 0.7 }),
  );
  timeline.on(calendar.day('10-27'), at, () =>
    progress(story, practice, { number: 2, share: 0.85, evidence: 'picture' }),
  );
}
