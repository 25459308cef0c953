/** The tables, as TypeScript sees them. Written by `npm run db:refresh`; do not edit. */
import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Json = ColumnType<unknown, string, string>;

export interface Account {
  created_at: string;
  disabled_at: string | null;
  display_name: string;
  failed_sign_ins: Generated<number>;
  id: string;
  is_demo: Generated<boolean>;
  last_failed_at: string | null;
  must_change_password: Generated<boolean>;
  password_hash: string;
  text_size: Generated<string>;
  username: string;
  version: Generated<number>;
}

export interface AppraisalNote {
  account_id: string;
  at: string;
  id: string;
  kind: string;
  on_date: string;
  practice_id: string;
  text: string;
}

export interface AuditEntry {
  account_id: string | null;
  at: string;
  command_id: string | null;
  endpoint: string;
  outcome: string;
  problem: string | null;
  seq: Generated<number>;
  subject_id: string | null;
  subject_type: string | null;
  unit_id: string | null;
}

export interface Campaign {
  closed_at: string | null;
  created_at: string;
  id: string;
  opened_at: string | null;
  owner_unit_id: string;
  plan: Json;
  plan_document_id: string | null;
  previous_campaign_id: string | null;
  stage_id: string | null;
  state: string;
  title: string;
  version: Generated<number>;
  year: number;
}

export interface CampaignExemption {
  campaign_id: string;
  reason: string;
  unit_id: string;
}

export interface CampaignPlanVersion {
  campaign_id: string;
  plan: Json;
  saved_at: string;
  saved_by: string | null;
  version: number;
}

export interface Command {
  account_id: string | null;
  at: string;
  id: string;
  name: string;
  request_hash: string;
  response: Json | null;
}

export interface Contribution {
  account_id: string;
  amount: number;
  at: string;
  cancel_reason: string | null;
  cancelled_at: string | null;
  id: string;
  kind: string;
  note: Generated<string>;
  on_date: string;
  practice_id: string;
  source: string;
  unit: string;
  worth: number | null;
}

export interface CriteriaSet {
  content: Json;
  created_at: string;
  family_id: string;
  id: string;
  legal_basis: string;
  name: string;
  nature: string | null;
  owner_unit_id: string;
  revision: number;
  subject: string | null;
}

export interface Document {
  campaign_id: string | null;
  created_at: string;
  created_by: string | null;
  direction: string;
  file_id: string | null;
  id: string;
  issued_on: string | null;
  issuer_code: string | null;
  issuer_name: string;
  issuer_unit_id: string | null;
  number: number | null;
  owner_unit_id: string;
  paper: Json | null;
  party_term_id: string | null;
  practice_ids: Generated<string[]>;
  purpose: string | null;
  received_on: string | null;
  signer_name: string | null;
  signer_post: string | null;
  state: string;
  subject: string;
  subject_folded: string;
  symbol: string | null;
  type: string;
  updated_at: string;
  version: Generated<number>;
}

export interface DocumentDispatch {
  acknowledged_at: string | null;
  acknowledged_by: string | null;
  document_id: string;
  sent_at: string;
  unit_id: string;
}

export interface DocumentLink {
  document_id: string;
  id: string;
  kind: string;
  target_id: string | null;
  target_text: string | null;
}

export interface Evidence {
  added_at: string;
  added_by: string;
  caption: Generated<string>;
  file_id: string;
  id: string;
  practice_id: string | null;
  subject_id: string;
  subject_type: string;
  withdraw_reason: string | null;
  withdrawn_at: string | null;
}

export interface File {
  id: string;
  media_type: string;
  name: string;
  sha256: string;
  size: number;
  uploaded_at: string;
  uploaded_by: string;
}

export interface HistoryEntry {
  account_id: string | null;
  action: string;
  actor_name: string;
  at: string;
  details: Generated<Json>;
  document_id: string | null;
  from_state: string | null;
  id: string;
  reason: string | null;
  seq: Generated<number>;
  subject_id: string;
  subject_type: string;
  to_state: string | null;
  unit_id: string | null;
}

export interface Meeting {
  campaign_id: string;
  chair_post: Generated<string>;
  concluded_at: string | null;
  conclusion: Generated<string>;
  created_at: string;
  held_on: string;
  id: string;
  members_present: number;
  members_total: number;
  rules: Json;
  secretary_post: Generated<string>;
  state: string;
  title: string;
  version: Generated<number>;
}

export interface MeetingCandidate {
  meeting_id: string;
  note: Generated<string>;
  outcome: string | null;
  practice_id: string;
  votes_abstained: number | null;
  votes_against: number | null;
  votes_for: number | null;
}

export interface NumberSeries {
  issuer_code: string;
  issuer_unit_id: string;
  last_number: number;
  party_term_id: string;
  type: string;
}

export interface OrganisationRevision {
  only_row: Generated<boolean>;
  revision: Generated<number>;
}

export interface PartyTerm {
  begins_on: string;
  ends_on: string | null;
  id: string;
  name: string;
  unit_id: string;
}

export interface Practice {
  assignment_document_id: string | null;
  base_field: string | null;
  campaign_id: string | null;
  consent_to_publish: Generated<boolean>;
  content: Generated<string>;
  created_at: string;
  created_by: string | null;
  decided_at: string | null;
  details: Generated<Json>;
  ends_on: string | null;
  field_code: string | null;
  figure_set_id: string | null;
  id: string;
  intake: Generated<number>;
  last_sign_of_life_at: string | null;
  name: string;
  name_folded: string;
  nature: string;
  origin: string;
  owner_name: Generated<string>;
  place_text: Generated<string>;
  place_unit_id: string | null;
  recognition_document_id: string | null;
  responsible_name: Generated<string>;
  responsible_phone: Generated<string>;
  source_document_id: string | null;
  source_passage: string | null;
  source_practice_id: string | null;
  stage_id: string | null;
  starts_on: string | null;
  state: string;
  subject: string;
  submitted_at: string | null;
  unit_id: string;
  updated_at: string;
  version: Generated<number>;
}

export interface ProgressEntry {
  account_id: string;
  at: string;
  id: string;
  on_date: string;
  participants: number | null;
  practice_id: string;
  text: string;
}

export interface ReplicationOffer {
  campaign_id: string;
  decline_reason: string | null;
  id: string;
  message: Generated<string>;
  offered_on: string;
  practice_id: string;
  replica_id: string | null;
  state: string;
  unit_id: string;
  version: Generated<number>;
}

export interface ReportedFigure {
  approx: string;
  as_written: Generated<string>;
  base_field: string | null;
  definition: string;
  id: string;
  kind: string;
  label: string;
  out_of_id: string | null;
  part_of_id: string | null;
  position: number;
  set_id: string;
  unit: string;
  value: number;
}

export interface ReportedFigureSet {
  created_at: string;
  id: string;
  note: Generated<string>;
  owner_unit_id: string;
  period_from: string;
  period_to: string;
  scope: string;
  source_document_id: string | null;
  source_text: string;
  stage_id: string | null;
  stated_on: string | null;
  title: string;
  updated_at: string;
  version: Generated<number>;
}

export interface RewardProposal {
  campaign_id: string;
  created_at: string;
  decided_on: string | null;
  decision_symbol: string | null;
  form: string;
  id: string;
  level: string;
  practice_id: string;
  reason: Generated<string>;
  recipient_name: string;
  recipient_subject: string;
  state: string;
  track: string;
  version: Generated<number>;
}

export interface RoleGrant {
  account_id: string;
  begins_on: string;
  covers_subtree: Generated<boolean>;
  ended_at: string | null;
  ends_on: string | null;
  granted_at: string;
  granted_by: string | null;
  id: string;
  role: string;
  unit_id: string;
}

export interface SchemaMigration {
  applied_at: Generated<string>;
  checksum: string;
  name: string;
}

export interface ScoreSheet {
  account_id: string;
  at: string;
  criteria_set_id: string;
  grade: string | null;
  id: string;
  lines: Json;
  note: Generated<string>;
  passed: boolean;
  practice_id: string;
  score_column: string;
  scored_on: string;
  total: number;
  version: Generated<number>;
}

export interface SelfCheck {
  account_id: string;
  at: string;
  check_code: string;
  difficulty: Generated<string>;
  id: string;
  need: Generated<string>;
  practice_id: string;
  result: string;
  status: string;
}

export interface Session {
  account_id: string;
  created_at: string;
  csrf_token: string;
  expires_at: string;
  id_hash: string;
  last_seen_at: string;
}

export interface Stage {
  from_year: number;
  id: string;
  name: string;
  on_paper: Generated<boolean>;
  owner_unit_id: string;
  to_year: number;
  version: Generated<number>;
}

export interface Unit {
  dissolved_on: string | null;
  founded_on: string;
  id: string;
}

export interface UnitReport {
  campaign_id: string;
  counted: Json | null;
  difficulties: Generated<string>;
  id: string;
  kind: string;
  proposals: Generated<string>;
  results: Generated<string>;
  return_reason: string | null;
  state: string;
  submitted_at: string | null;
  unit_id: string;
  updated_at: string;
  version: Generated<number>;
}

export interface UnitVersion {
  code: string;
  document_id: string | null;
  id: string;
  kind: string;
  name: string;
  name_folded: string;
  parent_id: string | null;
  position: Generated<number>;
  short_name: string;
  unit_id: string;
  valid_from: string;
  valid_to: string | null;
}

export interface UpwardProposal {
  decided_on: string | null;
  decision_symbol: string | null;
  id: string;
  practice_id: string;
  proposed_on: string;
  reason: Generated<string>;
  state: string;
  to_unit_id: string;
  version: Generated<number>;
}

export interface DB {
  account: Account;
  appraisal_note: AppraisalNote;
  audit_entry: AuditEntry;
  campaign: Campaign;
  campaign_exemption: CampaignExemption;
  campaign_plan_version: CampaignPlanVersion;
  command: Command;
  contribution: Contribution;
  criteria_set: CriteriaSet;
  document: Document;
  document_dispatch: DocumentDispatch;
  document_link: DocumentLink;
  evidence: Evidence;
  file: File;
  history_entry: HistoryEntry;
  meeting: Meeting;
  meeting_candidate: MeetingCandidate;
  number_series: NumberSeries;
  organisation_revision: OrganisationRevision;
  party_term: PartyTerm;
  practice: Practice;
  progress_entry: ProgressEntry;
  replication_offer: ReplicationOffer;
  reported_figure: ReportedFigure;
  reported_figure_set: ReportedFigureSet;
  reward_proposal: RewardProposal;
  role_grant: RoleGrant;
  schema_migration: SchemaMigration;
  score_sheet: ScoreSheet;
  self_check: SelfCheck;
  session: Session;
  stage: Stage;
  unit: Unit;
  unit_report: UnitReport;
  unit_version: UnitVersion;
  upward_proposal: UpwardProposal;
}
