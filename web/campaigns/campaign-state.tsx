import { StateBadge } from '../ui/state-badge.tsx';
import type { Tone } from '../ui/tone.ts';
import { type CampaignState, campaignStateWords } from '#domain/campaigns/campaign.workflow.ts';

const toneOf: Record<CampaignState, Tone> = { draft: 'neutral', open: 'info', closed: 'good' };

export function CampaignStateBadge({ state }: { readonly state: CampaignState }) {
  return <StateBadge tone={toneOf[state]}>{campaignStateWords[state]}</StateBadge>;
}
