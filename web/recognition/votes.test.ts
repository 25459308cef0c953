import { describe, expect, it } from 'vitest';
import { completeVotes, noVotes, votesMissing } from './votes.ts';

describe('votes as they are typed', () => {
  it('are complete without a number of abstentions', () => {
    expect(completeVotes({ ...noVotes, for: 8, against: 1 })).toEqual({ for: 8, against: 1, abstained: 0 });
  });

  it('are not complete while for or against is empty', () => {
    expect(completeVotes({ ...noVotes, for: 9 })).toBeNull();
  });

  it('say how many people present are not counted yet, or counted twice', () => {
    expect(votesMissing({ ...noVotes, for: 6, against: 1 }, 9)).toBe(2);
    expect(votesMissing({ ...noVotes, for: 8, against: 2 }, 9)).toBe(-1);
  });
});
