import { list, paragraph } from '#domain/documents/paper-parts.ts';
import type { Block, Run } from '#domain/documents/paper.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { registeredStates } from '#domain/practices/practice.states.ts';
import {
  rewardForms,
  rewardTracks,
  rewardTrackWords,
  type RewardTrack,
} from '#domain/recognition/rewards.ts';
import { unitNames } from '#server/organisations/organisations.reads.ts';
import type { CampaignNumbers } from './campaign-numbers.ts';
import {
  concludedMeetings,
  originCounts,
  replicatedSources,
  rewardCounts,
  workCounts,
} from './campaign-work.reads.ts';
import { joined, type Draft } from './paper-draft.ts';
import { funnelList } from './report-parts.ts';

/** What was taken up elsewhere: each source named with the units that took it up. */
export async function replicationBlocks(draft: Draft): Promise<Block[]> {
  const { context, campaign, figures } = draft;
  const rows = await originCounts(context.db, campaign.id, registeredStates);
  const replicas = rows.filter((row) => row.origin === 'replicated').reduce((sum, row) => sum + row.count, 0);
  const counts = await workCounts(context.db, campaign.id);
  const offered = {
    definition: 'Đề nghị đơn vị khác áp dụng mô hình, điển hình trong chiến dịch này.',
    unit: 'lượt',
    link: `/nhan-rong?${new URLSearchParams({ campaignId: campaign.id })}`,
  };
  const summary = paragraph([
    'Đã có ',
    figures.of('registered.origin.replicated', {
      label: 'Đăng ký: nhân rộng',
      definition: 'Mô hình, điển hình đã gửi đăng ký trong năm, nhận áp dụng từ nơi khác.',
      value: replicas,
      unit: 'mô hình',
      filter: { funnel: 'registered', origin: 'replicated' },
    }),
    ' mô hình, điển hình được nhân rộng; gửi ',
    figures.of('offers', { ...offered, label: 'Lượt đề nghị áp dụng', value: counts.offers }),
    ' lượt đề nghị áp dụng, trong đó ',
    figures.of('offers.taken_up', { ...offered, label: 'Lượt đã nhận áp dụng', value: counts.takenUp }),
    ' lượt đã được đơn vị nhận.',
  ]);
  const sources = await replicatedSources(context.db, campaign.id, registeredStates);
  if (sources.length === 0) return [summary];
  const names = await unitNames(
    context.db,
    sources.flatMap((one) => [one.unitId, ...one.takenBy]),
  );
  const nameOf = (id: string): string => names.get(id)?.shortName ?? '';
  return [
    summary,
    list(
      ...sources.map(
        (one) => `“${one.name}” (${nameOf(one.unitId)}): ${one.takenBy.map(nameOf).join(', ')} nhận áp dụng.`,
      ),
    ),
  ];
}

/** Recognition at this level and above, then rewards on their two tracks, which are never added up. */
export async function recognitionBlocks(draft: Draft, numbers: CampaignNumbers): Promise<Block[]> {
  const { context, campaign } = draft;
  const meetings = await concludedMeetings(context.db, campaign.id);
  const held =
    meetings.length === 0
      ? ['Chưa có cuộc họp xét công nhận nào được kết luận.']
      : [
          'Đã họp xét công nhận: ',
          ...joined(
            meetings.map((one) => [
              `ngày ${formatDay(one.heldOn)} (`,
              draft.figures.of(
                `meeting.${one.id}`,
                {
                  label: `Được thông qua tại cuộc họp ngày ${formatDay(one.heldOn)}`,
                  definition: 'Số mô hình, điển hình được cuộc họp xét thông qua, trên số đưa ra xét.',
                  value: one.recognised,
                  unit: 'mô hình',
                  link: `/hop-xet/${one.id}`,
                },
                `${one.recognised}/${one.candidates}`,
              ),
              ' được thông qua)',
            ]),
            '; ',
          ),
          '.',
        ];
  const rewards = await rewardCounts(context.db, campaign.id);
  return [
    paragraph(held),
    funnelList(draft, numbers, ['recognised', 'proposed_upward', 'recognised_above', 'rewarded']),
    list(...rewardTracks.map((track) => trackLine(draft, rewards, track))),
  ];
}

type RewardRows = Awaited<ReturnType<typeof rewardCounts>>;

function trackLine(draft: Draft, rewards: RewardRows, track: RewardTrack): (string | Run)[] {
  const mine = rewards.filter((one) => one.track === track);
  if (mine.length === 0) return [`${rewardTrackWords[track]}: chưa có đề nghị.`];
  const total = (rows: RewardRows): number => rows.reduce((sum, one) => sum + one.count, 0);
  const granted = mine.filter((one) => one.state === 'granted');
  const figure = (key: string, label: string, value: number): Run =>
    draft.figures.of(`rewards.${track}.${key}`, {
      label: `${rewardTrackWords[track]}: ${label}`,
      definition: 'Đề nghị khen thưởng ghi trong chiến dịch, theo kết quả đã ghi.',
      value,
      unit: 'đề nghị',
      link: `/khen-thuong?${new URLSearchParams({ campaignId: draft.campaign.id })}`,
    });
  const byForm = rewardForms[track].flatMap(({ code, label }) => {
    const value = total(granted.filter((one) => one.form === code));
    return value === 0
      ? []
      : [[`${label.charAt(0).toLocaleLowerCase('vi')}${label.slice(1)} `, figure(code, label, value)]];
  });
  return [
    `${rewardTrackWords[track]}: đề nghị `,
    figure('proposed', 'đề nghị', total(mine)),
    ', đã khen thưởng ',
    figure('granted', 'đã khen thưởng', total(granted)),
    ...(byForm.length > 0
      ? [' (', ...byForm.flatMap((one, i) => (i === 0 ? one : [', ', ...one])), ')']
      : []),
    '.',
  ];
}
