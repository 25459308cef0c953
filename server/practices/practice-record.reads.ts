import { practiceDetailsSchema } from '#domain/practices/practice.ts';
import { practiceHistoryWords } from '#domain/practices/practice-work.ts';
import { practiceActionWords } from '#domain/practices/practice.words.ts';
import type { PracticeState } from '#domain/practices/practice.states.ts';
import { findCampaign, type CampaignRecord } from '#server/campaigns/plan.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { historyOf } from '#server/platform/history.reads.ts';
import type { Db } from '#server/platform/database/db.ts';
import { lastYearOf, nearDuplicates } from './near-names.reads.ts';
import { practiceActionStates } from './practice-actions.ts';
import { missingOf, practiceFacts, type PracticeRow } from './practice-facts.reads.ts';
import { documentsOf, lineageOf, recognitionOf, rewardsOf, upwardOf } from './practice-outcome.reads.ts';
import { practiceRowsByIds, unitsByIds } from './practice-rows.reads.ts';
import {
  appraisalNotesOf,
  contributionsOf,
  evidenceOf,
  progressOf,
  selfChecksOf,
  type PracticeRecord,
} from './practice-work.reads.ts';
import { criteriaFor, scoreSheets } from './scoring.reads.ts';
import { seePractice } from './see-practice.reads.ts';

/** A practice as a whole: full for those who read at its unit, its public side for guests. */
export async function practiceRecord(read: ReadContext, id: string): Promise<PracticeRecord> {
  const { practice, view } = await seePractice(read, id);
  const campaign = practice.campaign_id === null ? null : await findCampaign(read.db, practice.campaign_id);
  const evidence = await evidenceOf(read.db, practice.id);
  const about = { practice, campaign, evidence };
  const common = await commonPart(read, about);
  return view === 'full' ? { ...common, ...(await innerPart(read, about)) } : asGuestSees(common, about);
}

type InnerKey =
  | 'actions'
  | 'appraisalNotes'
  | 'evidence'
  | 'criteria'
  | 'scores'
  | 'recognition'
  | 'rewards'
  | 'upward'
  | 'documents'
  | 'nearDuplicates'
  | 'lastYear'
  | 'missing'
  | 'history';
type CommonPart = Omit<PracticeRecord, InnerKey>;

interface About {
  readonly practice: PracticeRow;
  readonly campaign: CampaignRecord | null;
  readonly evidence: PracticeRecord['evidence'];
}

/** The registration and what was done. */
async function commonPart(read: ReadContext, { practice, campaign, evidence }: About): Promise<CommonPart> {
  const [row] = await practiceRowsByIds(read, [practice.id]);
  if (!row) throw new Error(`practice ${practice.id} has no row`);
  const { access } = read.caller;
  const worksWithIt = (['practice.register', 'practice.appraise'] as const).some((permission) =>
    access.can(permission, practice.unit_id),
  );
  const unitOf = await unitsByIds(read, [practice.place_unit_id]);
  return {
    ...row,
    placeUnit: practice.place_unit_id === null ? null : unitOf(practice.place_unit_id),
    placeText: practice.place_text,
    content: practice.content,
    responsibleName: practice.responsible_name,
    responsiblePhone: worksWithIt ? practice.responsible_phone : '',
    details: practiceDetailsSchema.parse(practice.details),
    consentToPublish: practice.consent_to_publish,
    campaign: campaign && { id: campaign.id, title: campaign.title, year: campaign.year },
    progress: await progressOf(read.db, practice.id, evidence),
    contributions: await contributionsOf(read.db, practice.id),
    selfChecks: await selfChecksOf(read.db, practice, {
      plan: campaign?.plan ?? null,
      today: read.today,
    }),
    ...(await lineageOf(read, practice)),
    sourcePassage: practice.source_passage,
  };
}

/** How it was judged, and everything that happened to it. */
async function innerPart(
  read: ReadContext,
  { practice, campaign, evidence }: About,
): Promise<Pick<PracticeRecord, InnerKey>> {
  const { db } = read;
  const facts = await practiceFacts(db, practice, read.today);
  const isUndecided = undecided.includes(practice.state as PracticeState);
  return {
    missing: campaign ? missingOf(practice) : [],
    actions: practiceActionStates(read.caller.access, practice.unit_id, facts),
    appraisalNotes: await appraisalNotesOf(db, practice.id, evidence),
    evidence,
    criteria: campaign && (await criteriaFor(db, practice, campaign.plan)),
    scores: await scoreSheets(db, practice.id),
    recognition: await recognitionOf(db, practice.id),
    rewards: await rewardsOf(db, practice.id),
    upward: await upwardOf(read, practice.id),
    documents: await documentsOf(read, practice),
    nearDuplicates: isUndecided
      ? await nearDuplicates(read, {
          name: practice.name,
          unitId: practice.unit_id,
          placeUnitId: practice.place_unit_id,
          exceptId: practice.id,
        })
      : [],
    lastYear: isUndecided ? await lastYearOf(db, practice) : null,
    history: await practiceHistory(db, practice.id),
  };
}

/** Before the decision, likeness to others still matters. */
const undecided: readonly PracticeState[] = ['draft', 'submitted', 'appraising', 'returned'];

/** Evidence of what was done; what appraisers and checks gathered stays inside. */
const shownToGuests: readonly string[] = ['practice', 'progress_entry'];

/** Guests learn from the practice: no judgement, no papers, and no person who did not agree to be named. */
function asGuestSees(common: CommonPart, { practice, evidence }: About): PracticeRecord {
  const mayNameOwner = practice.subject === 'collective' || practice.consent_to_publish;
  return {
    ...common,
    ownerName: mayNameOwner ? common.ownerName : '',
    responsibleName: '',
    selfChecks: [],
    missing: [],
    actions: [],
    appraisalNotes: [],
    evidence: evidence.filter((one) => shownToGuests.includes(one.subjectType)),
    criteria: null,
    scores: [],
    recognition: null,
    rewards: [],
    upward: null,
    documents: [],
    nearDuplicates: [],
    lastYear: null,
    sourcePassage: null,
    history: [],
  };
}

async function practiceHistory(db: Db, practiceId: string): Promise<PracticeRecord['history']> {
  const words: Readonly<Record<string, { done: string }>> = practiceActionWords;
  return (await historyOf(db, 'practice', practiceId)).map((entry) => ({
    ...entry,
    label: words[entry.action]?.done ?? practiceHistoryWords[entry.action] ?? 'Cập nhật',
  }));
}
