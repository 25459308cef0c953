import { AppraisalNoteDrawer } from '../ui/practices/appraisal-note-drawer.tsx';
import { ContributionDrawer } from './contribution-drawer.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { OfferDrawer } from './offer-drawer.tsx';
import type { Practice, PracticeDialog } from './practice-shape.ts';
import { ProgressDrawer } from './progress-drawer.tsx';
import { RefuseDialog } from './refuse-dialog.tsx';
import { RewardDrawer } from './reward-drawer.tsx';
import { ScoreDrawer } from './score-drawer.tsx';
import { SelfCheckDrawer } from './self-check-drawer.tsx';
import { CancelContributionDialog, WithdrawEvidenceDialog } from './take-back-dialogs.tsx';
import { UpwardDrawer } from './upward-drawer.tsx';

interface PracticeDialogsProps {
  readonly practice: Practice;
  readonly dialog: PracticeDialog | null;
  readonly onClose: () => void;
}

/** The one form or question that is open over the record. Each begins anew when it is opened. */
export function PracticeDialogs({ practice, dialog, onClose }: PracticeDialogsProps) {
  const common = { practice, onClose };
  switch (dialog?.kind) {
    case 'progress':
      return <ProgressDrawer {...common} />;
    case 'contribution':
      return <ContributionDrawer {...common} />;
    case 'self_check':
      return <SelfCheckDrawer {...common} check={dialog.check} />;
    case 'score':
      return <ScoreDrawer {...common} column={dialog.column} />;
    case 'note':
      return <AppraisalNoteDrawer {...common} />;
    case 'reward':
      return <RewardDrawer {...common} />;
    case 'upward':
      return <UpwardDrawer {...common} />;
    case 'offer':
      return <OfferDrawer {...common} />;
    case 'confirm':
      return <MoveDialog {...common} action={dialog.action} />;
    case 'reason':
      return <RefuseDialog {...common} action={dialog.action} />;
    case 'withdraw_evidence':
      return <WithdrawEvidenceDialog {...common} evidence={dialog.evidence} />;
    case 'cancel_contribution':
      return <CancelContributionDialog id={dialog.id} words={dialog.words} onClose={onClose} />;
    default:
      return null;
  }
}
