/** The tables, as TypeScript sees them. Written by `npm run db:refresh`; do not edit. */
import type { ColumnType } from "kysely";

export type ArrayType<T> = ArrayTypeImpl<T> extends (infer U)[]
  ? U[]
  : ArrayTypeImpl<T>;

export type ArrayTypeImpl<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S[], I[], U[]>
  : T[];

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Json = ColumnType<unknown, string, string>;

export interface Account {
  created_at: string;
  disabled_at: string | null;
  display_name: string;
  external_issuer: string | null;
  external_subject: string | null;
  id: string;
  is_demo: Generated<boolean>;
  must_change_password: Generated<boolean>;
  password_hash: string | null;
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
  hash: Generated<string>;
  lane: Generated<number>;
  on_behalf_of: string | null;
  outcome: string;
  position: Generated<number>;
  problem: string | null;
  seq: Generated<number>;
  subject_id: string | null;
  subject_type: string | null;
  unit_id: string | null;
}

export interface AuditLane {
  entries: Generated<number>;
  hash: Generated<string>;
  lane: number;
}

export interface Body {
  created_at: string;
  founding_known: boolean;
  id: string;
  kind: string;
  name: string;
  name_folded: string;
  unit_id: string;
  valid_from: string;
  valid_to: string | null;
  withdrawn_at: string | null;
}

export interface BodyPosition {
  begun_by: string;
  body_id: string;
  ended_by: string | null;
  fields: Generated<string[]>;
  id: string;
  ordinal: number;
  person_id: string;
  post: string;
  title: string;
  valid_from: string;
  valid_to: string | null;
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

export interface Consolidation {
  body_id: string;
  changes: Json;
  document_id: string | null;
  document_text: Generated<string>;
  id: string;
  kind: string;
  note: Generated<string>;
  on_day: string;
  recorded_at: string;
  recorded_by: string;
  reversal_reason: string | null;
  reversed_at: string | null;
}

export interface ConsolidationReport {
  correction_reason: string | null;
  created_at: string;
  created_by: string | null;
  document_id: string;
  edition: number;
  examples: Generated<Json>;
  figures: ArrayType<number>;
  form_id: string;
  form_revision: number;
  id: string;
  issued_at: string | null;
  missing_unit_ids: string[];
  period_from: string;
  period_to: string;
  report_ids: string[];
  said: string;
  sums: ArrayType<number>;
  tree_day: string;
  unit_id: string;
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

export interface DelegatedGrant {
  delegation_id: string;
  from_account_id: string;
  role_grant_id: string;
}

export interface Delegation {
  begins_on: string;
  delegated_at: string;
  end_reason: string | null;
  ended_at: string | null;
  ended_by: string | null;
  ends_on: string;
  from_account_id: string;
  id: string;
  reason: string;
  to_account_id: string;
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

export interface DraftKeeper {
  account_id: string;
  document_id: string;
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
  on_behalf_of: string | null;
  reason: string | null;
  seq: Generated<number>;
  subject_id: string;
  subject_type: string;
  to_state: string | null;
  unit_id: string | null;
}

export interface Holiday {
  day: string;
  name: string;
  set_at: string;
  set_by: string | null;
  works: Generated<boolean>;
}

export interface Invitation {
  account_id: string;
  created_at: string;
  created_by: string;
  ended_at: string | null;
  ended_how: string | null;
  expires_at: string;
  id: string;
  token_hash: string;
}

export interface KnownDevice {
  account_id: string;
  created_at: string;
  id: string;
  last_used_at: string;
  second_factor_until: string | null;
  secret_hash: string;
}

export interface ListColumns {
  columns: Json;
  headings: string;
  set_at: string;
  set_by: string | null;
  unit_id: string;
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

export interface PaperReading {
  created_at: string;
  created_by: string;
  document_id: string | null;
  figure_set_id: string | null;
  file_id: string;
  format: string;
  id: string;
  paper: Json;
  paper_day: string | null;
  sections: Json;
  sha256: string;
  state: string;
  text: string;
  unit_id: string;
  updated_at: string;
  version: Generated<number>;
}

export interface PaperTemplate {
  added_at: string;
  added_by: string | null;
  family_id: string;
  file_id: string;
  form_id: string | null;
  id: string;
  name: string;
  owner_unit_id: string;
  placeholders: Generated<Json>;
  retired_at: string | null;
  revision: number;
}

export interface PartyTerm {
  begins_on: string;
  ends_on: string | null;
  id: string;
  name: string;
  unit_id: string;
}

export interface Person {
  account_id: string | null;
  created_at: string;
  email: Generated<string>;
  id: string;
  name: string;
  name_folded: string;
  phone: Generated<string>;
  unit_id: string;
  version: Generated<number>;
}

export interface PositionArea {
  position_id: string;
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

export interface PracticeHolding {
  id: string;
  practice_id: string;
  reorganisation_id: string;
  unit_id: string;
  valid_from: string | null;
  valid_to: string | null;
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

export interface ReadingFact {
  confidence: number;
  content: Json;
  contribution_id: string | null;
  corrected: Json | null;
  decided_at: string | null;
  decided_by: string | null;
  document_id: string | null;
  end_at: number;
  figure_id: string | null;
  id: string;
  kind: string;
  match: string | null;
  match_practice_id: string | null;
  owner_unit_id: string | null;
  place_unit_id: string | null;
  position: number;
  practice_id: string | null;
  reading_id: string;
  rule: string;
  start_at: number;
  state: string;
}

export interface RecoveryCode {
  account_id: string;
  code_hash: string;
  hint: string;
  used_at: string | null;
}

export interface Reorganisation {
  account_id: string | null;
  asked: Generated<Json>;
  at: string;
  document_id: string | null;
  document_text: Generated<string>;
  effects: Generated<Json>;
  id: string;
  kind: string;
  on_day: string;
  reason: Generated<string>;
  seq: Generated<number>;
  undo_reason: string | null;
  undone_at: string | null;
}

export interface ReorganisationUnit {
  part: string;
  reorganisation_id: string;
  unit_id: string;
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

export interface Report {
  accepted_at: string | null;
  approved_at: string | null;
  approved_by: string | null;
  contribution: ArrayType<number>;
  corrected_at: string | null;
  counted: ArrayType<number>;
  counted_at: string | null;
  created_at: string;
  due_on: string;
  figure_revision: Generated<number>;
  figures: ArrayType<number>;
  first_submitted_at: string | null;
  form_id: string;
  form_revision: number;
  hollow: string | null;
  id: string;
  narrative: Generated<Json>;
  nothing_to_report: Generated<boolean>;
  period_from: string;
  period_to: string;
  profile_years: Generated<Json>;
  reasons: Generated<Json>;
  return_pins: Generated<Json>;
  return_reason: string | null;
  state: string;
  stated: ArrayType<number>;
  submitted_at: string | null;
  unit_id: string;
  updated_at: string;
  version: Generated<number>;
  written_at: string | null;
  written_by: string | null;
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

export interface ReportExtension {
  due_on: string;
  form_id: string;
  granted_at: string;
  granted_by: string | null;
  id: string;
  period_from: string;
  reason: string;
  unit_id: string | null;
}

export interface ReportForm {
  asked_from: string;
  asked_to: string | null;
  code: string;
  created_at: string;
  custom_from: string | null;
  custom_to: string | null;
  id: string;
  name: string;
  owner_unit_id: string;
  period_kind: string;
  version: Generated<number>;
}

export interface ReportFormRevision {
  content: Json;
  form_id: string;
  legal_basis: Generated<string>;
  revision: number;
  saved_at: string;
  saved_by: string | null;
  unit_kinds: string[];
  valid_from: string;
  valid_to: string | null;
}

export interface ReportKeptFigures {
  account_id: string | null;
  at: string;
  counted: ArrayType<number>;
  id: string;
  known: ArrayType<number>;
  report_id: string;
}

export interface ReportRecomputation {
  agreed: boolean;
  at: string;
  cause: string;
  differences: Generated<Json>;
  form_id: string;
  id: string;
  period_from: string;
}

export interface ReportReminder {
  at: string;
  form_id: string;
  on_day: string;
  period_from: string;
  reminded_by: string | null;
  unit_id: string;
}

export interface ReportRevision {
  account_id: string | null;
  at: string;
  counted: ArrayType<number>;
  figures: ArrayType<number>;
  narrative: Json;
  profile_years: Generated<Json>;
  reasons: Json;
  report_id: string;
  revision: number;
  stated: ArrayType<number>;
  why: string;
}

export interface ReportTotal {
  depth: number;
  form_id: string;
  lane: number;
  packed: Generated<Buffer | null>;
  period_from: string;
  reports: number;
  sums: ArrayType<number>;
  unit_id: string;
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
  end_reason: string | null;
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

export interface SecondFactor {
  account_id: string;
  confirmed_at: string | null;
  last_step: number | null;
  pending_secret: string | null;
  pending_since: string | null;
  secret: string | null;
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
  device: Generated<string>;
  expires_at: string;
  id: Generated<string>;
  id_hash: string;
  known_device_id: string | null;
  last_seen_at: string;
  method: Generated<string>;
}

export interface SignInBrake {
  failed: number;
  last_failed_at: string;
  subject: string;
}

export interface SignInChallenge {
  account_id: string;
  created_at: string;
  expires_at: string;
  method: string;
  secret_hash: string;
}

export interface SignInJourney {
  browser_hash: string;
  code_verifier: string;
  expires_at: string;
  nonce: string;
  return_to: string;
  state_hash: string;
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
  serial: Generated<number>;
}

export interface UnitEdge {
  apportioned: boolean | null;
  parent_id: string | null;
  span: string | null;
  stands: boolean | null;
  tree: string | null;
  unit_id: string | null;
}

export interface UnitHeir {
  apportioned: boolean;
  heir_id: string | null;
  id: string;
  reorganisation_id: string;
  unit_id: string;
  valid_from: string;
  valid_to: string | null;
}

export interface UnitMembership {
  id: string;
  parent_id: string | null;
  tree: string;
  unit_id: string;
  valid_from: string;
  valid_to: string | null;
}

export interface UnitPlace {
  apportioned: boolean;
  path: string;
  stands: boolean;
  tree: string;
  unit_id: string;
  valid_from: string;
  valid_to: string | null;
}

export interface UnitProfile {
  facts: Json;
  source: Generated<string>;
  unit_id: string;
  updated_at: string;
  updated_by: string | null;
  version: Generated<number>;
  year: number;
}

export interface UnitSuccession {
  from_unit_id: string;
  reorganisation_id: string;
  rule: string;
  share: number | null;
  to_unit_id: string;
}

export interface UnitVersion {
  area_unit_id: string | null;
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
  audit_lane: AuditLane;
  body: Body;
  body_position: BodyPosition;
  campaign: Campaign;
  campaign_exemption: CampaignExemption;
  campaign_plan_version: CampaignPlanVersion;
  command: Command;
  consolidation: Consolidation;
  consolidation_report: ConsolidationReport;
  contribution: Contribution;
  criteria_set: CriteriaSet;
  delegated_grant: DelegatedGrant;
  delegation: Delegation;
  document: Document;
  document_dispatch: DocumentDispatch;
  document_link: DocumentLink;
  draft_keeper: DraftKeeper;
  evidence: Evidence;
  file: File;
  history_entry: HistoryEntry;
  holiday: Holiday;
  invitation: Invitation;
  known_device: KnownDevice;
  list_columns: ListColumns;
  meeting: Meeting;
  meeting_candidate: MeetingCandidate;
  number_series: NumberSeries;
  organisation_revision: OrganisationRevision;
  paper_reading: PaperReading;
  paper_template: PaperTemplate;
  party_term: PartyTerm;
  person: Person;
  position_area: PositionArea;
  practice: Practice;
  practice_holding: PracticeHolding;
  progress_entry: ProgressEntry;
  reading_fact: ReadingFact;
  recovery_code: RecoveryCode;
  reorganisation: Reorganisation;
  reorganisation_unit: ReorganisationUnit;
  replication_offer: ReplicationOffer;
  report: Report;
  report_extension: ReportExtension;
  report_form: ReportForm;
  report_form_revision: ReportFormRevision;
  report_kept_figures: ReportKeptFigures;
  report_recomputation: ReportRecomputation;
  report_reminder: ReportReminder;
  report_revision: ReportRevision;
  report_total: ReportTotal;
  reported_figure: ReportedFigure;
  reported_figure_set: ReportedFigureSet;
  reward_proposal: RewardProposal;
  role_grant: RoleGrant;
  schema_migration: SchemaMigration;
  score_sheet: ScoreSheet;
  second_factor: SecondFactor;
  self_check: SelfCheck;
  session: Session;
  sign_in_brake: SignInBrake;
  sign_in_challenge: SignInChallenge;
  sign_in_journey: SignInJourney;
  stage: Stage;
  unit: Unit;
  unit_edge: UnitEdge;
  unit_heir: UnitHeir;
  unit_membership: UnitMembership;
  unit_place: UnitPlace;
  unit_profile: UnitProfile;
  unit_succession: UnitSuccession;
  unit_version: UnitVersion;
  upward_proposal: UpwardProposal;
}
