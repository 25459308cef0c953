import type { Access } from '#domain/access/access.ts';
import type { PracticeState } from '#domain/practices/practice.states.ts';
import { practiceActionWords } from '#domain/practices/practice.words.ts';
import {
  practiceActions,
  practiceBlocked,
  practiceWorkflow,
  type Blocked,
  type PracticeFacts,
} from '#domain/practices/practice.workflow.ts';
import { practiceWorkRules, practiceWorks, workBlocked } from '#domain/practices/practice-work.ts';

export interface ActionState {
  readonly action: string;
  readonly label: string;
  readonly allowed: boolean;
  readonly reason: string | null;
  readonly mend: string | null;
}

/** Moves that only another act makes: the meeting's conclusion. They are shown while something still blocks them. */
const madeByMeeting: readonly string[] = ['recognise', 'not_meet'];

/**
 * What the caller may do with a practice now. Moves of other steps and of other people are left out; what this
 * step would allow but a rule blocks says why. The works beside the moves follow.
 */
export function practiceActionStates(access: Access, unitId: string, facts: PracticeFacts): ActionState[] {
  const moves = practiceActions
    .filter(
      (action) =>
        practiceWorkflow[action].from.includes(facts.state) &&
        access.can(practiceWorkflow[action].permission, unitId),
    )
    .map((action) => shape(action, practiceActionWords[action].button, practiceBlocked(action, facts)))
    .filter((one) => !(one.allowed && madeByMeeting.includes(one.action)));
  const works = practiceWorks
    .filter((work) => isNear(work, facts.state) && access.can(practiceWorkRules[work].permission, unitId))
    .map((work) => shape(work, practiceWorkRules[work].button, workBlocked(work, facts)));
  return [...moves, ...works];
}

/** The step of a work, or the step right before it: there the button is off and says what comes first. */
function isNear(work: (typeof practiceWorks)[number], state: PracticeState): boolean {
  if (practiceWorkRules[work].in.includes(state)) return true;
  if (work === 'note_appraisal') return false;
  return state === 'assigned' || (work === 'score_final' && state === 'implementing');
}

function shape(action: string, label: string, blocked: Blocked | null): ActionState {
  return {
    action,
    label,
    allowed: blocked === null,
    reason: blocked?.reason ?? null,
    mend: blocked?.mend ?? null,
  };
}
