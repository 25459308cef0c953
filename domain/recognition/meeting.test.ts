import { describe, expect, it } from 'vitest';
import { quorumNeeded, votesAddUp, votesInWords, votesRecognise } from './votes.ts';
import { meetingBlocked, type MeetingFacts } from './meeting.workflow.ts';

const rules = {
  legalBasis: 'Quy chế',
  quorumPercent: 67,
  neededPercent: 50,
  ballot: 'secret' as const,
};

describe('votes', () => {
  it('need the quorum rounded up', () => {
    expect(quorumNeeded(9, rules)).toBe(7);
    expect(quorumNeeded(3, { ...rules, quorumPercent: 100 })).toBe(3);
  });

  it('count everybody present once', () => {
    expect(votesAddUp({ for: 5, against: 3, abstained: 1 }, 9)).toBe(true);
    expect(votesAddUp({ for: 5, against: 3, abstained: 2 }, 9)).toBe(false);
  });

  it('leave those who abstain for a conflict out of the denominator; with no vote cast nobody is recognised', () => {
    expect(votesRecognise({ for: 4, against: 4, abstained: 1 }, rules)).toBe(true);
    expect(votesRecognise({ for: 3, against: 4, abstained: 2 }, rules)).toBe(false);
    expect(votesRecognise({ for: 0, against: 0, abstained: 9 }, rules)).toBe(false);
  });

  it('are written with their share and what was needed', () => {
    expect(votesInWords({ for: 5, against: 4, abstained: 1 }, rules)).toBe(
      '5/9 (55,6%) phiếu tán thành, 1 người không tham gia; cần 50%',
    );
  });
});

describe('a meeting', () => {
  const facts: MeetingFacts = {
    state: 'draft',
    campaignOpen: true,
    heldOn: '2026-12-01',
    today: '2026-12-01',
    membersPresent: 9,
    quorumNeeded: 7,
    votesMissing: 0,
    scoresMissing: 0,
  };
  const why = (change: Partial<MeetingFacts>): string | undefined =>
    meetingBlocked('conclude', { ...facts, ...change })?.reason;

  it('can be concluded when all is there', () => {
    expect(meetingBlocked('conclude', facts)).toBeNull();
  });

  it('says what is missing before it can be concluded', () => {
    expect(why({ state: 'concluded' })).toBe('cuộc họp đã kết luận');
    expect(why({ campaignOpen: false })).toBe('chiến dịch không còn mở');
    expect(why({ today: '2026-11-30' })).toBe('chưa đến ngày họp (01/12/2026)');
    expect(why({ membersPresent: 6 })).toContain('cần ít nhất 7');
    expect(why({ votesMissing: 2 })).toContain('còn 2 mô hình chưa nhập đủ số phiếu');
    expect(why({ scoresMissing: 1 })).toContain('còn 1 mô hình chưa đủ điểm');
  });

  it('can be edited until it is concluded, whatever is missing', () => {
    expect(meetingBlocked('edit', { ...facts, membersPresent: 0, votesMissing: 3 })).toBeNull();
    expect(meetingBlocked('edit', { ...facts, state: 'concluded' })).not.toBeNull();
  });
});
