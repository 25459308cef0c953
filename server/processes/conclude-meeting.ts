import { formatDay } from '#domain/kernel/day.ts';
import { Problem, type FieldProblem } from '#domain/kernel/problem.ts';
import { quorumNeeded, votesAddUp, votesInWords, votesRecognise } from '#domain/recognition/votes.ts';
import { movePractice } from '#server/practices/move-practice.store.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { meetingToAct } from '#server/recognition/meetings.commands.ts';
import {
  candidatesOf,
  markConcluded,
  setOutcome,
  type CandidateRow,
  type LockedMeeting,
} from '#server/recognition/meetings.store.ts';

type Decided = CandidateRow & { readonly votes: NonNullable<CandidateRow['votes']> };

/**
 * Concludes a meeting in one act: quorum and votes are checked, then every candidate is recognised or not by
 * its votes. One candidate that the rules hold back refuses the whole conclusion, with each such one named.
 */
export async function concludeMeeting(
  command: CommandContext,
  given: { id: string; version: number },
): Promise<{ id: string; version: number }> {
  const { meeting, campaign } = await meetingToAct(command, given.id, given.version);
  checkDayAndQuorum(command, meeting);
  const candidates = checkVotes(await candidatesOf(command, meeting.id), meeting.membersPresent);
  const recognised = candidates.filter((candidate) => votesRecognise(candidate.votes, meeting.rules));
  for (const candidate of candidates)
    await setOutcome(command, {
      meetingId: meeting.id,
      practiceId: candidate.practiceId,
      outcome: recognised.includes(candidate) ? 'recognised' : 'not_recognised',
    });
  await moveAll(command, meeting, { candidates, recognised });
  const version = await markConcluded(command, meeting);
  await command.record({
    subjectType: 'meeting',
    subjectId: meeting.id,
    unitId: campaign.ownerUnitId,
    action: 'conclude',
    fromState: 'draft',
    toState: 'concluded',
    details: { candidates: candidates.length, recognised: recognised.length },
  });
  return { id: meeting.id, version };
}

function checkDayAndQuorum(command: CommandContext, meeting: LockedMeeting): void {
  if (command.today < meeting.heldOn)
    throw new Problem('action_blocked', {
      action: 'kết luận cuộc họp',
      reason: `chưa đến ngày họp (${formatDay(meeting.heldOn)})`,
      mend: 'Kết luận từ ngày họp, hoặc sửa ngày họp nếu nhập nhầm.',
    });
  const needed = quorumNeeded(meeting.membersTotal, meeting.rules);
  if (meeting.membersPresent < needed)
    throw new Problem('meeting_no_quorum', {
      present: meeting.membersPresent,
      members: meeting.membersTotal,
      needed,
    });
}

/** Everybody present is counted once for each candidate; the first that does not fit is named, the others beside. */
function checkVotes(candidates: readonly CandidateRow[], present: number): Decided[] {
  const wrong = candidates.filter(({ votes }) => votes === null || !votesAddUp(votes, present));
  const [first] = wrong;
  if (first)
    throw new Problem(
      'meeting_votes_wrong',
      { name: first.name, votes: votesCast(first), present },
      wrong.map((candidate) => ({
        path: candidate.practiceId,
        message:
          candidate.votes === null
            ? `“${candidate.name}”: chưa nhập số phiếu`
            : `“${candidate.name}”: ${votesCast(candidate)} phiếu, ${present} người dự`,
      })),
    );
  return candidates.filter((candidate): candidate is Decided => candidate.votes !== null);
}

function votesCast({ votes }: CandidateRow): number {
  return votes === null ? 0 : votes.for + votes.against + votes.abstained;
}

async function moveAll(
  command: CommandContext,
  meeting: LockedMeeting,
  given: { candidates: readonly Decided[]; recognised: readonly Decided[] },
): Promise<void> {
  const faults: FieldProblem[] = [];
  for (const candidate of given.candidates) {
    const votes = votesInWords(candidate.votes, meeting.rules);
    const move = given.recognised.includes(candidate)
      ? { action: 'recognise' as const }
      : { action: 'not_meet' as const, reason: `Họp xét ngày ${formatDay(meeting.heldOn)}: ${votes}.` };
    try {
      await movePractice(command, {
        practiceId: candidate.practiceId,
        ...move,
        details: { meetingId: meeting.id, votes: candidate.votes, result: votes },
      });
    } catch (refusal) {
      // A refusal by the rules leaves the transaction usable, so that the others can be asked too.
      if (!(refusal instanceof Problem)) throw refusal;
      const named = refusal.message.includes(candidate.name) ? '' : `“${candidate.name}”: `;
      faults.push({ path: candidate.practiceId, message: named + refusal.message });
    }
  }
  if (faults.length > 0)
    throw new Problem(
      'action_blocked',
      {
        action: 'kết luận cuộc họp',
        reason: `còn ${faults.length} mô hình chưa đủ điều kiện`,
        mend: 'Bổ sung theo từng mô hình được chỉ ra, hoặc đưa các mô hình đó sang cuộc họp sau.',
      },
      faults,
    );
}
