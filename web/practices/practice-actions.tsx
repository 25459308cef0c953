import type { ReactNode } from 'react';
import { useGoTo } from '../platform/navigation.ts';
import { ActionBar, type RecordAction } from '../ui/action-bar.tsx';
import {
  type PracticeAction,
  practiceActions,
  practiceWorkflow,
} from '#domain/practices/practice.workflow.ts';
import { mayDo, type OpenDialog, type Practice } from './practice-shape.ts';

type HeadAction = PracticeAction | 'record_progress';

/** The next steps stand first; what refuses or stops comes last. */
const order: readonly HeadAction[] = [
  'record_progress',
  'start',
  'take_up',
  'accept',
  'return',
  'decline',
  'edit',
  'submit',
  'propose',
  'recognise',
  'not_meet',
  'stop',
  'withdraw',
];
const danger: readonly HeadAction[] = ['decline', 'stop', 'withdraw', 'not_meet'];
/** The one in red, by where the practice is. */
const primaryOf: Partial<Record<Practice['state'], readonly HeadAction[]>> = {
  draft: ['submit', 'edit'],
  returned: ['edit', 'submit'],
  submitted: ['take_up'],
  appraising: ['accept'],
  assigned: ['start'],
  implementing: ['record_progress', 'propose'],
  proposed: ['recognise', 'record_progress'],
};

function isWorkflowAction(action: string): action is PracticeAction {
  return practiceActions.some((one) => one === action);
}

/** What this person may do here now, and what stands in the way of what comes next. */
export function headActions(practice: Practice): readonly RecordAction<HeadAction>[] {
  const known = practice.actions.filter((entry): entry is typeof entry & { action: HeadAction } => {
    if (entry.action === 'record_progress') return entry.allowed;
    if (!isWorkflowAction(entry.action)) return false;
    return entry.allowed || practiceWorkflow[entry.action].from.includes(practice.state);
  });
  return known
    .map((entry) => ({ ...entry, reason: entry.reason === null ? null : sentence(entry.reason) }))
    .toSorted((a, b) => order.indexOf(a.action) - order.indexOf(b.action));
}

/** "chưa có minh chứng" → "Chưa có minh chứng." */
export function sentence(text: string): string {
  const begun = text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
  return /[.!?…]$/.test(begun) ? begun : `${begun}.`;
}

interface PracticeActionsProps {
  readonly practice: Practice;
  readonly onOpen: OpenDialog;
  readonly children: ReactNode;
}

export function PracticeActions({ practice, onOpen, children }: PracticeActionsProps) {
  const goTo = useGoTo();
  const actions = headActions(practice);
  const act = (action: HeadAction) => {
    switch (action) {
      case 'record_progress':
        return onOpen({ kind: 'progress' });
      case 'edit':
        return goTo(`/mo-hinh/${practice.id}/sua`);
      case 'recognise':
      case 'not_meet':
        // Decided by the meeting, for all its candidates in one act.
        return goTo('/hop-xet');
      case 'withdraw':
      case 'return':
      case 'decline':
      case 'stop':
        return onOpen({ kind: 'reason', action });
      default:
        return onOpen({ kind: 'confirm', action });
    }
  };
  const primary = primaryOf[practice.state]?.find((action) => mayDo(practice, action)) ?? null;
  return (
    <ActionBar actions={actions} onAction={act} danger={danger} primary={primary}>
      {children}
    </ActionBar>
  );
}

/** Why something of this step cannot be done yet, in a sentence each. */
export function whatStandsInTheWay(
  practice: Practice,
): readonly { label: string; why: string; mend: string }[] {
  return headActions(practice)
    .filter((entry) => !entry.allowed && entry.action !== 'not_meet')
    .map((entry) => ({
      label: entry.label.toLowerCase(),
      why: entry.reason ?? '',
      mend: entry.mend ?? '',
    }));
}
