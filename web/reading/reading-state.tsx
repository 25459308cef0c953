import { StateBadge } from '../ui/state-badge.tsx';
import type { Tone } from '../ui/tone.ts';
import type { Reading } from './facts.ts';

export const readingStateWords: Record<Reading['state'], string> = {
  open: 'Đang đọc',
  registered: 'Đã đưa vào sổ',
  discarded: 'Đã bỏ',
};

const toneOf: Record<Reading['state'], Tone> = { open: 'info', registered: 'good', discarded: 'neutral' };

export function ReadingStateBadge({ state }: { readonly state: Reading['state'] }) {
  return <StateBadge tone={toneOf[state]}>{readingStateWords[state]}</StateBadge>;
}
