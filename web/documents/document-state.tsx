import { StateBadge } from '../ui/state-badge.tsx';
import type { Tone } from '../ui/tone.ts';
import { type DocumentState, documentStateWords } from '#domain/documents/document.workflow.ts';

const toneOf: Record<DocumentState, Tone> = {
  draft: 'neutral',
  awaiting_signature: 'warn',
  issued: 'good',
  received: 'info',
};

/** Where a paper is on its way. */
export function DocumentStateBadge({ state }: { readonly state: DocumentState }) {
  return <StateBadge tone={toneOf[state]}>{documentStateWords[state]}</StateBadge>;
}
