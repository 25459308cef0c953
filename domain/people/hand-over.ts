/** What a person leaves behind when a post ends, and how it passes to somebody else. */
export const openWorkKinds = ['grant', 'campaign_area', 'draft', 'position'] as const;
export type OpenWorkKind = (typeof openWorkKinds)[number];

export const openWorkWords: Record<OpenWorkKind, string> = {
  grant: 'Vai trò trên hệ thống',
  campaign_area: 'Nhiệm vụ, địa bàn trong kế hoạch',
  draft: 'Dự thảo văn bản',
  position: 'Chức danh ở ban, khối, tổ khác',
};

/** What the rules look at for one piece of open work. */
export interface HandOverFacts {
  readonly kind: OpenWorkKind;
  /** Whether the one who acts may give this to somebody: grant it, change the plan, look after the unit's drafts. */
  readonly mayGive: boolean;
}

/** Why a piece of open work cannot be handed over here; null when it can. */
export function handOverBlocked(facts: HandOverFacts): { reason: string; mend: string } | null {
  if (facts.kind === 'position')
    return {
      reason: 'chức danh chỉ đổi bằng quyết định kiện toàn',
      mend: 'Mở ban, khối, tổ đó và ghi quyết định kiện toàn.',
    };
  if (facts.mayGive) return null;
  return {
    grant: {
      reason: 'bạn không có quyền giao vai trò này',
      mend: 'Đề nghị quản trị hệ thống của đơn vị đó giao lại.',
    },
    campaign_area: {
      reason: 'bạn không quản lý kế hoạch này',
      mend: 'Đề nghị cơ quan thường trực của đơn vị phát động đổi người phụ trách.',
    },
    draft: {
      reason: 'dự thảo này của đơn vị ngoài phạm vi của bạn',
      mend: 'Đề nghị cơ quan thường trực của đơn vị đó giao lại.',
    },
  }[facts.kind];
}
