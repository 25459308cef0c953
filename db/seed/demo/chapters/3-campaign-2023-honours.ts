import { acknowledge, bodies, prepare, sign } from '../agency.ts';
import type { StoryPractice } from '../practice.ts';
import type { Story } from '../story.ts';

const campaign = '2023';

/** What follows recognition: rewards on two tracks, the way upward, the closing report, the end of the year. */
export function honour(story: Story, recognised: readonly StoryPractice[]): void {
  const { timeline } = story;
  const best = recognised.toSorted((a, b) => b.quality - a.quality);
  timeline.on('2023-12-18', 3, () => rewardAll(story, best));
  for (const [at, practice] of best.slice(0, 4).entries()) {
    const name = `upward-2023-${at}`;
    timeline.on('2023-12-19', 4, () => proposeUpward(story, practice, { name, proposedOn: '2023-12-19' }));
    timeline.on('2024-02-20', at, () =>
      decideUpward(story, name, at === 2 ? 'not_recognised' : 'recognised'),
    );
  }
  timeline.on('2023-12-26', 1, () =>
    prepare(story, { campaign, purpose: 'closing_report', name: 'closing-2023' }),
  );
  timeline.on('2023-12-28', 3, () => sign(story, 'closing-2023'));
  for (const unit of bodies) timeline.on('2023-12-29', 2, () => acknowledge(story, 'closing-2023', unit));
  timeline.on('2023-12-29', 8, () =>
    story.as('thuongtruc').call('POST /api/campaigns/:id/closing', {
      params: { id: story.record(campaign) },
    }),
  );
}

const rewards = [
  { track: 'party', form: 'party_certificate', symbol: '152-QĐ/ThU' },
  { track: 'state', form: 'state_certificate', symbol: '2148/QĐ-UBND' },
] as const;

async function rewardAll(story: Story, best: readonly StoryPractice[]): Promise<void> {
  for (const [at, practice] of best.slice(0, 14).entries()) {
    const reward = rewards[at % 3 === 2 ? 1 : 0];
    const { id, version } = await story.as('thuongtruc').call('POST /api/campaigns/:id/rewards', {
      params: { id: story.record(campaign) },
      body: {
        practiceId: practice.id,
        track: reward.track,
        form: reward.form,
        recipientName: practice.unit.name,
        recipientSubject: practice.idea.subject ?? 'collective',
        level: 'own',
        reason: 'Mô hình có hiệu quả thiết thực, nhân dân đồng tình, nơi khác học theo được.',
      },
    });
    await story.as('thuongtruc').call('POST /api/rewards/:id/outcome', {
      params: { id },
      body: {
        version: version ?? 1,
        // One file of the state track came back without a decision.
        state: at === 11 ? 'refused' : 'granted',
        decidedOn: '2023-12-18',
        decisionSymbol: at === 11 ? '' : reward.symbol,
      },
    });
  }
}

export async function proposeUpward(
  story: Story,
  practice: StoryPractice,
  given: { name: string; proposedOn: string },
): Promise<void> {
  const { id } = await story.as('thuongtruc').call('POST /api/practices/:id/upward-proposal', {
    params: { id: practice.id },
    body: {
      toUnitId: story.unit('tinh'),
      proposedOn: given.proposedOn,
      reason: 'Mô hình tiêu biểu của thị xã, đã có nơi học theo; đề nghị Tỉnh ủy công nhận, biểu dương.',
    },
  });
  story.records.set(given.name, id);
}

async function decideUpward(
  story: Story,
  name: string,
  state: 'recognised' | 'not_recognised',
): Promise<void> {
  await story.as('tinh').call('POST /api/upward-proposals/:id/outcome', {
    params: { id: story.record(name) },
    body: {
      version: 1,
      state,
      decidedOn: '2024-02-19',
      decisionSymbol: state === 'recognised' ? '1204-QĐ/TU' : '',
    },
  });
}
