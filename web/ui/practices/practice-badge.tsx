import { StateBadge } from '../state-badge.tsx';
import type { Tone } from '../tone.ts';
import type { Nature, Origin, PracticeState, Subject } from '#domain/practices/practice.states.ts';
import {
  natureWords,
  originWords,
  practiceStateWords,
  subjectWords,
} from '#domain/practices/practice.words.ts';

const toneOf: Record<PracticeState, Tone> = {
  draft: 'neutral',
  submitted: 'info',
  appraising: 'info',
  returned: 'warn',
  declined: 'bad',
  withdrawn: 'neutral',
  assigned: 'info',
  implementing: 'good',
  stopped: 'bad',
  proposed: 'info',
  recognised: 'good',
  not_recognised: 'warn',
  documented: 'neutral',
};

/** Where a practice is in its life. */
export function PracticeStateBadge({ state }: { readonly state: PracticeState }) {
  return <StateBadge tone={toneOf[state]}>{practiceStateWords[state]}</StateBadge>;
}

interface Kind {
  readonly nature: Nature;
  readonly subject: Subject;
  readonly origin: Origin;
}

/** "Mô hình · tập thể · mới": the two axes and the origin, never merged into one. */
export function practiceKind({ nature, subject, origin }: Kind): string {
  return [natureWords[nature], subjectWords[subject].toLowerCase(), originWords[origin].toLowerCase()].join(
    ' · ',
  );
}
