import type { ApiResponse } from '../platform/api-client.ts';

export type Meeting = ApiResponse<'GET /api/meetings/:id'>;
export type Candidate = Meeting['candidates'][number];

/** Votes as they are typed: a place may still be empty. */
export interface TypedVotes {
  readonly for: number | null;
  readonly against: number | null;
  readonly abstained: number | null;
  readonly note: string;
}

export const noVotes: TypedVotes = { for: null, against: null, abstained: null, note: '' };

export function votesOf(candidate: Candidate): TypedVotes {
  return {
    for: candidate.votesFor,
    against: candidate.votesAgainst,
    abstained: candidate.votesAbstained,
    note: candidate.note,
  };
}

/** Complete as soon as for and against are there: nobody abstaining need not be typed. */
export function completeVotes(votes: TypedVotes): { for: number; against: number; abstained: number } | null {
  if (votes.for === null || votes.against === null) return null;
  return { for: votes.for, against: votes.against, abstained: votes.abstained ?? 0 };
}

/** How far the count is from the people present: 0 when everybody is counted once. */
export function votesMissing(votes: TypedVotes, present: number): number {
  return present - (votes.for ?? 0) - (votes.against ?? 0) - (votes.abstained ?? 0);
}
