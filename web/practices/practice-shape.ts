import type { ApiResponse } from '../platform/api-client.ts';
import type { RecordAction } from '../ui/action-bar.tsx';
import type { PracticeWork } from '#domain/practices/practice-work.ts';
import type { PracticeAction } from '#domain/practices/practice.workflow.ts';

export type Practice = ApiResponse<'GET /api/practices/:id'>;
export type Evidence = Practice['evidence'][number];
export type ScoreSheet = Practice['scores'][number];
export type SelfCheck = Practice['selfChecks'][number];
export type Criteria = NonNullable<Practice['criteria']>;

/** What the server says of one act on this practice; undefined where it is not this person's at all. */
export function actionOf(
  practice: Practice,
  action: PracticeAction | PracticeWork,
): RecordAction | undefined {
  return practice.actions.find((one) => one.action === action);
}

export function mayDo(practice: Practice, action: PracticeAction | PracticeWork): boolean {
  return actionOf(practice, action)?.allowed === true;
}

/** What can be opened over the record: a form or a question. */
export type PracticeDialog =
  | { readonly kind: 'progress' }
  | { readonly kind: 'contribution' }
  | { readonly kind: 'self_check'; readonly check: SelfCheck }
  | { readonly kind: 'score'; readonly column: 'self' | 'team' | 'final' }
  | { readonly kind: 'note' }
  | { readonly kind: 'reward' }
  | { readonly kind: 'upward' }
  | { readonly kind: 'offer' }
  | { readonly kind: 'confirm'; readonly action: 'submit' | 'take_up' | 'accept' | 'start' | 'propose' }
  | { readonly kind: 'reason'; readonly action: 'withdraw' | 'return' | 'decline' | 'stop' }
  | { readonly kind: 'withdraw_evidence'; readonly evidence: Evidence }
  | { readonly kind: 'cancel_contribution'; readonly id: string; readonly words: string };

export type OpenDialog = (dialog: PracticeDialog) => void;
