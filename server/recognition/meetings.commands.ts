import { invalidInput, Problem, type FieldProblem } from '#domain/kernel/problem.ts';
import { practiceStateWords } from '#domain/practices/practice.words.ts';
import type { PracticeState } from '#domain/practices/practice.states.ts';
import type { candidateResultSchema } from '#domain/recognition/meeting.ts';
import { meetingStateWords } from '#domain/recognition/meeting.workflow.ts';
import { visibleCampaign } from '#server/campaigns/campaign-scope.reads.ts';
import type { CampaignRecord } from '#server/campaigns/plan.reads.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { stateChanged, versionConflict } from '#server/platform/history.reads.ts';
import type { z } from 'zod';
import { campaignToAct, seesDrafts } from './recognition.policy.ts';
import {
  insertMeeting,
  lockCandidates,
  lockMeeting,
  replaceCandidates,
  updateMeeting,
  type CandidateInput,
  type LockedMeeting,
  type MeetingData,
} from './meetings.store.ts';

type Prepared = Omit<MeetingData, 'conclusion'> & { readonly practiceIds: readonly string[] };
type Result = z.output<typeof candidateResultSchema>;
type Changed = MeetingData & {
  readonly version: number;
  readonly practiceIds: readonly string[];
  readonly results: readonly Result[];
};

/** Prepares a meeting with the proposed practices chosen as candidates. */
export async function prepareMeeting(command: CommandContext, campaignId: string, body: Prepared) {
  const campaign = await campaignToAct(command, campaignId, 'practice.decide');
  refuseUnlessOpen(campaign);
  checkMembers(body);
  const practiceIds = await checkCandidates(command, campaign, { practiceIds: body.practiceIds });
  const id = await insertMeeting(command, campaign.id, { ...body, conclusion: '' });
  await replaceCandidates(
    command,
    id,
    practiceIds.map((practiceId) => ({ practiceId, votes: null, note: '' })),
  );
  await command.record({
    subjectType: 'meeting',
    subjectId: id,
    unitId: campaign.ownerUnitId,
    action: 'prepare',
    toState: 'draft',
    details: { candidates: practiceIds.length },
  });
  return { id, version: 1 };
}

/** Saves a meeting that is not concluded: what it is, whom it judges, and the votes as far as they are known. */
export async function changeMeeting(command: CommandContext, id: string, body: Changed) {
  const { meeting, campaign } = await meetingToAct(command, id, body.version);
  checkMembers(body);
  const practiceIds = await checkCandidates(command, campaign, {
    practiceIds: body.practiceIds,
    meetingId: id,
  });
  const candidates = withResults(practiceIds, body);
  const version = await updateMeeting(command, meeting, body);
  await replaceCandidates(command, id, candidates);
  await command.record({
    subjectType: 'meeting',
    subjectId: id,
    unitId: campaign.ownerUnitId,
    action: 'edit',
    details: {
      candidates: practiceIds.length,
      votesEntered: candidates.filter((candidate) => candidate.votes !== null).length,
    },
  });
  return { id, version };
}

/** The meeting under lock, its campaign open, for somebody who decides there and has seen its newest version. */
export async function meetingToAct(
  command: CommandContext,
  id: string,
  version: number,
): Promise<{ meeting: LockedMeeting; campaign: CampaignRecord }> {
  const meeting = await lockMeeting(command, id);
  const known = await visibleCampaign(command, meeting.campaignId);
  if (meeting.state === 'draft' && !seesDrafts(command, known)) throw new Problem('not_found');
  const campaign = await campaignToAct(command, meeting.campaignId, 'practice.decide');
  if (meeting.state === 'concluded')
    throw await stateChanged(command.db, {
      type: 'meeting',
      id,
      stateWords: meetingStateWords[meeting.state],
    });
  if (meeting.version !== version) throw await versionConflict(command.db, { type: 'meeting', id });
  refuseUnlessOpen(campaign);
  return { meeting, campaign };
}

function refuseUnlessOpen(campaign: CampaignRecord): void {
  if (campaign.state !== 'open') throw new Problem('campaign_not_open', { title: campaign.title });
}

function checkMembers(data: { membersTotal: number; membersPresent: number }): void {
  if (data.membersPresent > data.membersTotal)
    throw invalidInput([
      { path: 'membersPresent', message: `Số người dự không quá số thành viên (${data.membersTotal})` },
    ]);
}

/** Candidates are proposed practices of this campaign, each in one meeting at a time; every other one is named. */
async function checkCandidates(
  command: CommandContext,
  campaign: CampaignRecord,
  given: { practiceIds: readonly string[]; meetingId?: string },
): Promise<string[]> {
  const ids = [...new Set(given.practiceIds)];
  const { practices, taken } = await lockCandidates(command, ids, given.meetingId ?? null);
  const faults: FieldProblem[] = [];
  for (const [index, id] of given.practiceIds.entries()) {
    const practice = practices.get(id);
    const path = `practiceIds.${index}`;
    if (!practice || practice.campaign_id !== campaign.id)
      faults.push({ path, message: 'Không có mô hình này trong chiến dịch' });
    else if (practice.state !== 'proposed')
      faults.push({
        path,
        message: `“${practice.name}” đang ở trạng thái “${practiceStateWords[practice.state as PracticeState]}”`,
      });
    else if (taken.has(id))
      faults.push({ path, message: `“${practice.name}” đã có trong cuộc họp khác chưa kết luận` });
  }
  const [first] = faults;
  if (first)
    throw new Problem(
      'action_blocked',
      {
        action: 'lập danh sách xét công nhận',
        reason: `${faults.length} mô hình không đưa vào được`,
        mend: 'Chỉ đưa vào các mô hình đơn vị đã đề nghị công nhận và chưa có trong cuộc họp khác.',
      },
      faults,
    );
  return ids;
}

function withResults(practiceIds: readonly string[], body: Changed): CandidateInput[] {
  const candidates = new Map<string, CandidateInput>(
    practiceIds.map((practiceId) => [practiceId, { practiceId, votes: null, note: '' }]),
  );
  for (const [index, { practiceId, votes, note }] of body.results.entries()) {
    const path = `results.${index}.votes`;
    if (!candidates.has(practiceId))
      throw invalidInput([
        { path: `results.${index}.practiceId`, message: 'Mô hình không có trong cuộc họp' },
      ]);
    const count = votes.for + votes.against + votes.abstained;
    if (count > body.membersPresent)
      throw new Problem(
        'meeting_votes_wrong',
        { name: `mô hình thứ ${index + 1}`, votes: count, present: body.membersPresent },
        [{ path, message: `${count} phiếu, ${body.membersPresent} người dự` }],
      );
    candidates.set(practiceId, { practiceId, votes, note });
  }
  return [...candidates.values()];
}
