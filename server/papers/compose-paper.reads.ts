import type { DocumentPurpose } from '#domain/documents/document.workflow.ts';
import type { CampaignRecord } from '#server/campaigns/plan.reads.ts';
import { closingReport } from './closing-report.paper.ts';
import { midYearReport } from './mid-year-report.paper.ts';
import { noticeOfAssignment, supplementaryNotice } from './notice-of-assignment.paper.ts';
import { beginDraft, type Composed, type Draft, type PaperContext } from './paper-draft.ts';
import { recognitionDecision } from './recognition-decision.paper.ts';
import { registrationList } from './registration-list.paper.ts';

export type { Composed };

const composers: Record<DocumentPurpose, (draft: Draft) => Promise<Composed>> = {
  registration_list: registrationList,
  notice_of_assignment: noticeOfAssignment,
  supplementary_notice: supplementaryNotice,
  recognition_decision: recognitionDecision,
  mid_year_report: midYearReport,
  closing_report: closingReport,
};

/** Composes a paper of a campaign from the register as it is now; refuses an empty one with what to do first. */
export function composePaper(
  context: PaperContext,
  campaign: CampaignRecord,
  asked: { purpose: DocumentPurpose; documentId: string },
): Promise<Composed> {
  return composers[asked.purpose](beginDraft(context, campaign, asked));
}
