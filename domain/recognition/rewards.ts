export const rewardTracks = ['party', 'state'] as const;
export type RewardTrack = (typeof rewardTracks)[number];
export const rewardTrackWords: Record<RewardTrack, string> = {
  party: 'Khen thưởng của Đảng (cấp ủy)',
  state: 'Khen thưởng của Nhà nước (chính quyền)',
};

/** Forms of each track; the two never merge (domain.md §2). */
export const rewardForms: Record<RewardTrack, readonly { code: string; label: string }[]> = {
  party: [
    { code: 'commendation', label: 'Biểu dương' },
    { code: 'party_certificate', label: 'Giấy khen của cấp ủy' },
    { code: 'party_diploma', label: 'Bằng khen của Tỉnh ủy' },
  ],
  state: [
    { code: 'state_certificate', label: 'Giấy khen của Chủ tịch UBND' },
    { code: 'state_diploma', label: 'Bằng khen của Chủ tịch UBND tỉnh' },
  ],
};

export const rewardStates = ['proposed', 'granted', 'refused'] as const;
export type RewardState = (typeof rewardStates)[number];
export const rewardStateWords: Record<RewardState, string> = {
  proposed: 'Đã đề nghị',
  granted: 'Đã khen thưởng',
  refused: 'Không khen thưởng',
};

/** The form of a track by its code; undefined where the track has no such form: forms never cross tracks. */
export function rewardForm(track: RewardTrack, code: string): { code: string; label: string } | undefined {
  return rewardForms[track].find((form) => form.code === code);
}
