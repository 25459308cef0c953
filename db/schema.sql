-- The whole schema, for reading. Written by `npm run db:refresh`; do not edit.

-- Extensions

create extension btree_gist;
create extension pg_trgm;
create extension unaccent;

-- Tables

create table account (
  id uuid not null,
  username text not null,
  display_name text not null,
  password_hash text,
  must_change_password boolean not null default false,
  text_size text not null default 'normal'::text,
  is_demo boolean not null default false,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  external_issuer text,
  external_subject text,
  constraint account_pkey PRIMARY KEY (id),
  constraint account_external_whole CHECK (((external_issuer IS NULL) = (external_subject IS NULL))),
  constraint account_text_size_check CHECK ((text_size = ANY (ARRAY['normal'::text, 'large'::text])))
);
create UNIQUE INDEX account_external on account USING btree (external_issuer, external_subject);
create UNIQUE INDEX account_username on account USING btree (lower(username));

create table appraisal_note (
  id uuid not null,
  practice_id uuid not null,
  kind text not null,
  on_date date not null,
  text text not null,
  account_id uuid not null,
  at timestamp with time zone not null,
  constraint appraisal_note_pkey PRIMARY KEY (id),
  constraint appraisal_note_kind_check CHECK ((kind = ANY (ARRAY['field_check'::text, 'desk'::text]))),
  constraint appraisal_note_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint appraisal_note_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES practice(id)
);
create INDEX appraisal_note_practice on appraisal_note USING btree (practice_id);

create table audit_entry (
  seq bigint not null generated always as identity,
  at timestamp with time zone not null,
  account_id uuid,
  command_id uuid,
  endpoint text not null,
  subject_type text,
  subject_id uuid,
  unit_id uuid,
  outcome text not null,
  problem text,
  on_behalf_of uuid,
  lane smallint not null default 0,
  "position" bigint not null default 0,
  hash text not null default ''::text,
  constraint audit_entry_pkey PRIMARY KEY (seq),
  constraint audit_entry_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text])))
);
create INDEX audit_entry_account on audit_entry USING btree (account_id, seq);
create UNIQUE INDEX audit_entry_place on audit_entry USING btree (lane, "position");
create INDEX audit_entry_unit on audit_entry USING btree (unit_id, seq);
CREATE TRIGGER audit_entry_append_only BEFORE DELETE OR UPDATE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_chain BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION chain_audit_entry();
CREATE TRIGGER audit_entry_whole BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table audit_lane (
  lane smallint not null,
  entries bigint not null default 0,
  hash text not null default ''::text,
  constraint audit_lane_pkey PRIMARY KEY (lane)
);

create table body (
  id uuid not null,
  unit_id uuid not null,
  kind text not null,
  name text not null,
  name_folded text not null,
  valid_from date not null,
  valid_to date,
  founding_known boolean not null,
  created_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint body_pkey PRIMARY KEY (id),
  constraint body_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from))),
  constraint body_kind_check CHECK ((kind = ANY (ARRAY['steering_committee'::text, 'standing_board'::text, 'mobilisation_bloc'::text, 'mobilisation_team'::text, 'inspection_team'::text]))),
  constraint body_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
create INDEX body_unit on body USING btree (unit_id);

create table body_position (
  id uuid not null,
  person_id uuid not null,
  body_id uuid not null,
  post text not null,
  title text not null,
  fields text[] not null default '{}'::text[],
  ordinal integer not null,
  valid_from date not null,
  valid_to date,
  begun_by uuid not null,
  ended_by uuid,
  constraint body_position_pkey PRIMARY KEY (id),
  constraint body_position_no_overlap EXCLUDE USING gist (person_id WITH =, body_id WITH =, daterange(valid_from, valid_to) WITH &&),
  constraint body_position_one_head EXCLUDE USING gist (body_id WITH =, daterange(valid_from, valid_to) WITH &&) WHERE ((post = 'head'::text)),
  constraint body_position_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from))),
  constraint body_position_check1 CHECK (((valid_to IS NULL) = (ended_by IS NULL))),
  constraint body_position_fields_check CHECK ((fields <@ ARRAY['economy'::text, 'culture_society'::text, 'defence_security'::text, 'political_system'::text])),
  constraint body_position_post_check CHECK ((post = ANY (ARRAY['head'::text, 'standing_deputy'::text, 'deputy'::text, 'secretary'::text, 'member'::text]))),
  constraint body_position_begun_by_fkey FOREIGN KEY (begun_by) REFERENCES consolidation(id),
  constraint body_position_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id),
  constraint body_position_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES consolidation(id),
  constraint body_position_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
create INDEX body_position_body on body_position USING btree (body_id, valid_from);
create INDEX body_position_person on body_position USING btree (person_id, valid_from);

create table campaign (
  id uuid not null,
  owner_unit_id uuid not null,
  stage_id uuid,
  year integer not null,
  title text not null,
  state text not null,
  plan jsonb not null,
  plan_document_id uuid,
  previous_campaign_id uuid,
  created_at timestamp with time zone not null,
  opened_at timestamp with time zone,
  closed_at timestamp with time zone,
  version integer not null default 1,
  constraint campaign_pkey PRIMARY KEY (id),
  constraint campaign_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text]))),
  constraint campaign_owner_unit_id_fkey FOREIGN KEY (owner_unit_id) REFERENCES unit(id),
  constraint campaign_plan_document_id_fkey FOREIGN KEY (plan_document_id) REFERENCES document(id),
  constraint campaign_previous_campaign_id_fkey FOREIGN KEY (previous_campaign_id) REFERENCES campaign(id),
  constraint campaign_stage_id_fkey FOREIGN KEY (stage_id) REFERENCES stage(id)
);
create UNIQUE INDEX campaign_once_a_year on campaign USING btree (owner_unit_id, year);

create table campaign_exemption (
  campaign_id uuid not null,
  unit_id uuid not null,
  reason text not null,
  constraint campaign_exemption_pkey PRIMARY KEY (campaign_id, unit_id),
  constraint campaign_exemption_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id),
  constraint campaign_exemption_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table campaign_plan_version (
  campaign_id uuid not null,
  version integer not null,
  plan jsonb not null,
  saved_by uuid,
  saved_at timestamp with time zone not null,
  constraint campaign_plan_version_pkey PRIMARY KEY (campaign_id, version),
  constraint campaign_plan_version_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id),
  constraint campaign_plan_version_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES account(id)
);
CREATE TRIGGER campaign_plan_version_append_only BEFORE DELETE OR UPDATE ON campaign_plan_version FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table command (
  id uuid not null,
  account_id uuid,
  name text not null,
  request_hash text not null,
  response jsonb,
  at timestamp with time zone not null,
  constraint command_pkey PRIMARY KEY (id),
  constraint command_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
);

create table consolidation (
  id uuid not null,
  body_id uuid not null,
  kind text not null,
  on_day date not null,
  document_id uuid,
  document_text text not null default ''::text,
  note text not null default ''::text,
  changes jsonb not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  reversed_at timestamp with time zone,
  reversal_reason text,
  constraint consolidation_pkey PRIMARY KEY (id),
  constraint consolidation_check CHECK (((document_id IS NOT NULL) OR (document_text <> ''::text))),
  constraint consolidation_check1 CHECK (((reversed_at IS NULL) = (reversal_reason IS NULL))),
  constraint consolidation_kind_check CHECK ((kind = ANY (ARRAY['founding'::text, 'consolidation'::text, 'dissolution'::text]))),
  constraint consolidation_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id),
  constraint consolidation_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id),
  constraint consolidation_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES account(id)
);
create UNIQUE INDEX consolidation_once_a_day on consolidation USING btree (body_id, on_day) WHERE (reversed_at IS NULL);

create table consolidation_report (
  id uuid not null,
  form_id uuid not null,
  form_revision integer not null,
  unit_id uuid not null,
  period_from date not null,
  period_to date not null,
  edition integer not null,
  correction_reason text,
  document_id uuid not null,
  tree_day date not null,
  sums bigint[] not null,
  figures bigint[] not null,
  report_ids uuid[] not null,
  missing_unit_ids uuid[] not null,
  said text not null,
  examples jsonb not null default '[]'::jsonb,
  issued_at timestamp with time zone,
  created_by uuid,
  created_at timestamp with time zone not null,
  constraint consolidation_report_pkey PRIMARY KEY (id),
  constraint consolidation_report_document_id_key UNIQUE (document_id),
  constraint consolidation_report_form_id_unit_id_period_from_edition_key UNIQUE (form_id, unit_id, period_from, edition),
  constraint consolidation_report_created_by_fkey FOREIGN KEY (created_by) REFERENCES account(id),
  constraint consolidation_report_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id),
  constraint consolidation_report_form_id_form_revision_fkey FOREIGN KEY (form_id, form_revision) REFERENCES report_form_revision(form_id, revision),
  constraint consolidation_report_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table contribution (
  id uuid not null,
  practice_id uuid not null,
  kind text not null,
  source text not null,
  amount numeric(18,3) not null,
  unit text not null,
  worth numeric(18,0),
  on_date date not null,
  note text not null default ''::text,
  account_id uuid not null,
  at timestamp with time zone not null,
  cancelled_at timestamp with time zone,
  cancel_reason text,
  constraint contribution_pkey PRIMARY KEY (id),
  constraint contribution_amount_check CHECK ((amount > (0)::numeric)),
  constraint contribution_kind_check CHECK ((kind = ANY (ARRAY['money'::text, 'land'::text, 'labour'::text, 'in_kind'::text]))),
  constraint contribution_source_check CHECK ((source = ANY (ARRAY['budget'::text, 'people'::text, 'business'::text, 'other'::text]))),
  constraint contribution_worth_check CHECK ((worth >= (0)::numeric)),
  constraint contribution_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint contribution_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES practice(id)
);
create INDEX contribution_practice on contribution USING btree (practice_id);

create table criteria_set (
  id uuid not null,
  owner_unit_id uuid not null,
  name text not null,
  family_id uuid not null,
  revision integer not null,
  nature text,
  subject text,
  legal_basis text not null,
  content jsonb not null,
  created_at timestamp with time zone not null,
  constraint criteria_set_pkey PRIMARY KEY (id),
  constraint criteria_set_family_id_revision_key UNIQUE (family_id, revision),
  constraint criteria_set_owner_unit_id_fkey FOREIGN KEY (owner_unit_id) REFERENCES unit(id)
);

create table delegated_grant (
  delegation_id uuid not null,
  role_grant_id uuid not null,
  from_account_id uuid not null,
  constraint delegated_grant_pkey PRIMARY KEY (delegation_id, role_grant_id),
  constraint delegated_grant_delegation_id_from_account_id_fkey FOREIGN KEY (delegation_id, from_account_id) REFERENCES delegation(id, from_account_id),
  constraint delegated_grant_role_grant_id_from_account_id_fkey FOREIGN KEY (role_grant_id, from_account_id) REFERENCES role_grant(id, account_id)
);
create INDEX delegated_grant_grant on delegated_grant USING btree (role_grant_id);

create table delegation (
  id uuid not null,
  from_account_id uuid not null,
  to_account_id uuid not null,
  begins_on date not null,
  ends_on date not null,
  reason text not null,
  delegated_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  end_reason text,
  constraint delegation_pkey PRIMARY KEY (id),
  constraint delegation_from UNIQUE (id, from_account_id),
  constraint delegation_check CHECK ((ends_on >= begins_on)),
  constraint delegation_check1 CHECK ((from_account_id <> to_account_id)),
  constraint delegation_check2 CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint delegation_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES account(id),
  constraint delegation_from_account_id_fkey FOREIGN KEY (from_account_id) REFERENCES account(id),
  constraint delegation_to_account_id_fkey FOREIGN KEY (to_account_id) REFERENCES account(id)
);
create INDEX delegation_giver on delegation USING btree (from_account_id);
create INDEX delegation_receiver on delegation USING btree (to_account_id);

create table document (
  id uuid not null,
  owner_unit_id uuid not null,
  direction text not null,
  state text not null,
  type text not null,
  purpose text,
  campaign_id uuid,
  number integer,
  symbol text,
  issuer_unit_id uuid,
  issuer_name text not null,
  issuer_code text,
  party_term_id uuid,
  issued_on date,
  received_on date,
  subject text not null,
  subject_folded text not null,
  signer_post text,
  signer_name text,
  paper jsonb,
  practice_ids uuid[] not null default '{}'::uuid[],
  file_id uuid,
  created_by uuid,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  version integer not null default 1,
  constraint document_pkey PRIMARY KEY (id),
  constraint document_check CHECK (((direction <> 'own'::text) OR (state <> 'issued'::text) OR ((number IS NOT NULL) AND (symbol IS NOT NULL) AND (issued_on IS NOT NULL)))),
  constraint document_direction_check CHECK ((direction = ANY (ARRAY['own'::text, 'received'::text]))),
  constraint document_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'awaiting_signature'::text, 'issued'::text, 'received'::text]))),
  constraint document_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id),
  constraint document_created_by_fkey FOREIGN KEY (created_by) REFERENCES account(id),
  constraint document_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id),
  constraint document_issuer_unit_id_fkey FOREIGN KEY (issuer_unit_id) REFERENCES unit(id),
  constraint document_owner_unit_id_fkey FOREIGN KEY (owner_unit_id) REFERENCES unit(id),
  constraint document_party_term_id_fkey FOREIGN KEY (party_term_id) REFERENCES party_term(id)
);
create INDEX document_campaign on document USING btree (campaign_id);
create UNIQUE INDEX document_number_once on document USING btree (issuer_unit_id, issuer_code, type, party_term_id, number) WHERE ((direction = 'own'::text) AND (number IS NOT NULL));
create INDEX document_owner on document USING btree (owner_unit_id, issued_on DESC);

create table document_dispatch (
  document_id uuid not null,
  unit_id uuid not null,
  sent_at timestamp with time zone not null,
  acknowledged_at timestamp with time zone,
  acknowledged_by uuid,
  constraint document_dispatch_pkey PRIMARY KEY (document_id, unit_id),
  constraint document_dispatch_acknowledged_by_fkey FOREIGN KEY (acknowledged_by) REFERENCES account(id),
  constraint document_dispatch_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id),
  constraint document_dispatch_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
create INDEX document_dispatch_unit on document_dispatch USING btree (unit_id) WHERE (acknowledged_at IS NULL);

create table document_link (
  id uuid not null,
  document_id uuid not null,
  kind text not null,
  target_id uuid,
  target_text text,
  constraint document_link_pkey PRIMARY KEY (id),
  constraint document_link_check CHECK (((target_id IS NOT NULL) OR (target_text IS NOT NULL))),
  constraint document_link_kind_check CHECK ((kind = ANY (ARRAY['basis'::text, 'implements'::text, 'replaces'::text, 'amends'::text, 'attached_to'::text]))),
  constraint document_link_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id) ON DELETE CASCADE,
  constraint document_link_target_id_fkey FOREIGN KEY (target_id) REFERENCES document(id)
);
create INDEX document_link_document on document_link USING btree (document_id);
create INDEX document_link_target on document_link USING btree (target_id);

create table draft_keeper (
  document_id uuid not null,
  account_id uuid not null,
  constraint draft_keeper_pkey PRIMARY KEY (document_id),
  constraint draft_keeper_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint draft_keeper_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id)
);
create INDEX draft_keeper_account on draft_keeper USING btree (account_id);

create table evidence (
  id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  practice_id uuid,
  file_id uuid not null,
  caption text not null default ''::text,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  withdraw_reason text,
  constraint evidence_pkey PRIMARY KEY (id),
  constraint evidence_subject_type_check CHECK ((subject_type = ANY (ARRAY['practice'::text, 'progress_entry'::text, 'self_check'::text, 'score_sheet'::text, 'unit_report'::text, 'appraisal_note'::text]))),
  constraint evidence_added_by_fkey FOREIGN KEY (added_by) REFERENCES account(id),
  constraint evidence_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id),
  constraint evidence_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES practice(id)
);
create INDEX evidence_practice on evidence USING btree (practice_id);
create INDEX evidence_subject on evidence USING btree (subject_type, subject_id);

create table file (
  id uuid not null,
  sha256 text not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null,
  constraint file_pkey PRIMARY KEY (id),
  constraint file_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES account(id)
);
create INDEX file_sha256 on file USING btree (sha256);

create table history_entry (
  id uuid not null,
  at timestamp with time zone not null,
  account_id uuid,
  actor_name text not null,
  subject_type text not null,
  subject_id uuid not null,
  unit_id uuid,
  action text not null,
  from_state text,
  to_state text,
  reason text,
  document_id uuid,
  details jsonb not null default '{}'::jsonb,
  seq bigint not null generated always as identity,
  on_behalf_of uuid,
  constraint history_entry_pkey PRIMARY KEY (id),
  constraint history_entry_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint history_entry_on_behalf_of_fkey FOREIGN KEY (on_behalf_of) REFERENCES account(id)
);
create INDEX history_subject on history_entry USING btree (subject_type, subject_id, seq);
create INDEX history_unit on history_entry USING btree (unit_id, id);
CREATE TRIGGER history_entry_append_only BEFORE DELETE OR UPDATE ON history_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table holiday (
  day date not null,
  name text not null,
  works boolean not null default false,
  set_by uuid,
  set_at timestamp with time zone not null,
  constraint holiday_pkey PRIMARY KEY (day),
  constraint holiday_set_by_fkey FOREIGN KEY (set_by) REFERENCES account(id)
);

create table invitation (
  id uuid not null,
  account_id uuid not null,
  token_hash text not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_how text,
  constraint invitation_pkey PRIMARY KEY (id),
  constraint invitation_token_hash_key UNIQUE (token_hash),
  constraint invitation_check CHECK (((ended_at IS NULL) = (ended_how IS NULL))),
  constraint invitation_ended_how_check CHECK ((ended_how = ANY (ARRAY['used'::text, 'revoked'::text, 'replaced'::text]))),
  constraint invitation_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint invitation_created_by_fkey FOREIGN KEY (created_by) REFERENCES account(id)
);
create UNIQUE INDEX invitation_open on invitation USING btree (account_id) WHERE (ended_at IS NULL);

create table known_device (
  id uuid not null,
  account_id uuid not null,
  secret_hash text not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone not null,
  second_factor_until timestamp with time zone,
  constraint known_device_pkey PRIMARY KEY (id),
  constraint known_device_secret_hash_account_id_key UNIQUE (secret_hash, account_id),
  constraint known_device_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
);
create INDEX known_device_account on known_device USING btree (account_id);

create table list_columns (
  unit_id uuid not null,
  headings text not null,
  columns jsonb not null,
  set_by uuid,
  set_at timestamp with time zone not null,
  constraint list_columns_pkey PRIMARY KEY (unit_id, headings),
  constraint list_columns_set_by_fkey FOREIGN KEY (set_by) REFERENCES account(id),
  constraint list_columns_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table meeting (
  id uuid not null,
  campaign_id uuid not null,
  held_on date not null,
  title text not null,
  chair_post text not null default ''::text,
  secretary_post text not null default ''::text,
  members_total integer not null,
  members_present integer not null,
  rules jsonb not null,
  conclusion text not null default ''::text,
  state text not null,
  created_at timestamp with time zone not null,
  concluded_at timestamp with time zone,
  version integer not null default 1,
  constraint meeting_pkey PRIMARY KEY (id),
  constraint meeting_check CHECK (((members_present >= 0) AND (members_present <= members_total))),
  constraint meeting_members_total_check CHECK ((members_total > 0)),
  constraint meeting_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'concluded'::text]))),
  constraint meeting_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id)
);

create table meeting_candidate (
  meeting_id uuid not null,
  practice_id uuid not null,
  votes_for integer,
  votes_against integer,
  votes_abstained integer,
  outcome text,
  note text not null default ''::text,
  constraint meeting_candidate_pkey PRIMARY KEY (meeting_id, practice_id),
  constraint meeting_candidate_outcome_check CHECK ((outcome = ANY (ARRAY['recognised'::text, 'not_recognised'::text]))),
  constraint meeting_candidate_votes_abstained_check CHECK ((votes_abstained >= 0)),
  constraint meeting_candidate_votes_against_check CHECK ((votes_against >= 0)),
  constraint meeting_candidate_votes_for_check CHECK ((votes_for >= 0)),
  constraint meeting_candidate_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id),
  constraint meeting_candidate_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES practice(id)
);
create INDEX meeting_candidate_practice on meeting_candidate USING btree (practice_id);

create table number_series (
  issuer_unit_id uuid not null,
  issuer_code text not null,
  type text not null,
  party_term_id uuid not null,
  last_number integer not null,
  constraint number_series_pkey PRIMARY KEY (issuer_unit_id, issuer_code, type, party_term_id),
  constraint number_series_last_number_check CHECK ((last_number >= 0)),
  constraint number_series_issuer_unit_id_fkey FOREIGN KEY (issuer_unit_id) REFERENCES unit(id),
  constraint number_series_party_term_id_fkey FOREIGN KEY (party_term_id) REFERENCES party_term(id)
);

create table organisation_revision (
  only_row boolean not null default true,
  revision bigint not null default 1,
  constraint organisation_revision_pkey PRIMARY KEY (only_row),
  constraint organisation_revision_only_row_check CHECK (only_row)
);

create table paper_reading (
  id uuid not null,
  unit_id uuid not null,
  file_id uuid not null,
  sha256 text not null,
  format text not null,
  text text not null,
  paper jsonb not null,
  sections jsonb not null,
  paper_day date,
  state text not null,
  document_id uuid,
  figure_set_id uuid,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  version integer not null default 1,
  constraint paper_reading_pkey PRIMARY KEY (id),
  constraint paper_reading_state_check CHECK ((state = ANY (ARRAY['open'::text, 'registered'::text, 'discarded'::text]))),
  constraint paper_reading_created_by_fkey FOREIGN KEY (created_by) REFERENCES account(id),
  constraint paper_reading_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id),
  constraint paper_reading_figure_set_id_fkey FOREIGN KEY (figure_set_id) REFERENCES reported_figure_set(id),
  constraint paper_reading_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id),
  constraint paper_reading_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
create UNIQUE INDEX paper_reading_once on paper_reading USING btree (unit_id, sha256) WHERE (state <> 'discarded'::text);

create table paper_template (
  id uuid not null,
  owner_unit_id uuid not null,
  name text not null,
  form_id uuid,
  file_id uuid not null,
  revision integer not null,
  family_id uuid not null,
  placeholders jsonb not null default '[]'::jsonb,
  added_by uuid,
  added_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  constraint paper_template_pkey PRIMARY KEY (id),
  constraint paper_template_family_id_revision_key UNIQUE (family_id, revision),
  constraint paper_template_added_by_fkey FOREIGN KEY (added_by) REFERENCES account(id),
  constraint paper_template_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id),
  constraint paper_template_form_id_fkey FOREIGN KEY (form_id) REFERENCES report_form(id),
  constraint paper_template_owner_unit_id_fkey FOREIGN KEY (owner_unit_id) REFERENCES unit(id)
);

create table party_term (
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  begins_on date not null,
  ends_on date,
  constraint party_term_pkey PRIMARY KEY (id),
  constraint party_term_no_overlap EXCLUDE USING gist (unit_id WITH =, daterange(begins_on, ends_on, '[]'::text) WITH &&),
  constraint party_term_check CHECK (((ends_on IS NULL) OR (ends_on > begins_on))),
  constraint party_term_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table person (
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  name_folded text not null,
  account_id uuid,
  phone text not null default ''::text,
  email text not null default ''::text,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  constraint person_pkey PRIMARY KEY (id),
  constraint person_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint person_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
create UNIQUE INDEX person_account on person USING btree (account_id) WHERE (account_id IS NOT NULL);
create INDEX person_name_trgm on person USING gin (name_folded gin_trgm_ops);
create INDEX person_unit on person USING btree (unit_id);

create table position_area (
  position_id uuid not null,
  unit_id uuid not null,
  constraint position_area_pkey PRIMARY KEY (position_id, unit_id),
  constraint position_area_position_id_fkey FOREIGN KEY (position_id) REFERENCES body_position(id) ON DELETE CASCADE,
  constraint position_area_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
create INDEX position_area_unit on position_area USING btree (unit_id);

create table practice (
  id uuid not null,
  campaign_id uuid,
  stage_id uuid,
  unit_id uuid not null,
  intake integer not null default 1,
  state text not null,
  nature text not null,
  subject text not null,
  origin text not null,
  source_practice_id uuid,
  field_code text,
  base_field text,
  name text not null,
  name_folded text not null,
  place_unit_id uuid,
  place_text text not null default ''::text,
  starts_on date,
  ends_on date,
  content text not null default ''::text,
  owner_name text not null default ''::text,
  responsible_name text not null default ''::text,
  responsible_phone text not null default ''::text,
  details jsonb not null default '{}'::jsonb,
  consent_to_publish boolean not null default false,
  submitted_at timestamp with time zone,
  decided_at timestamp with time zone,
  assignment_document_id uuid,
  recognition_document_id uuid,
  last_sign_of_life_at timestamp with time zone,
  source_document_id uuid,
  source_passage text,
  created_by uuid,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  version integer not null default 1,
  figure_set_id uuid,
  constraint practice_pkey PRIMARY KEY (id),
  constraint practice_base_field_check CHECK ((base_field = ANY (ARRAY['economy'::text, 'culture_society'::text, 'defence_security'::text, 'political_system'::text]))),
  constraint practice_check CHECK (((ends_on IS NULL) OR (starts_on IS NULL) OR (ends_on >= starts_on))),
  constraint practice_check1 CHECK (((origin <> 'replicated'::text) OR (source_practice_id IS NOT NULL))),
  constraint practice_check2 CHECK (((state = 'documented'::text) = (campaign_id IS NULL))),
  constraint practice_intake_check CHECK ((intake = ANY (ARRAY[1, 2]))),
  constraint practice_nature_check CHECK ((nature = ANY (ARRAY['model'::text, 'exemplar'::text]))),
  constraint practice_origin_check CHECK ((origin = ANY (ARRAY['new'::text, 'continued'::text, 'replicated'::text]))),
  constraint practice_subject_check CHECK ((subject = ANY (ARRAY['collective'::text, 'individual'::text, 'household'::text]))),
  constraint practice_assignment_document_id_fkey FOREIGN KEY (assignment_document_id) REFERENCES document(id),
  constraint practice_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id),
  constraint practice_created_by_fkey FOREIGN KEY (created_by) REFERENCES account(id),
  constraint practice_figure_set_id_fkey FOREIGN KEY (figure_set_id) REFERENCES reported_figure_set(id),
  constraint practice_place_unit_id_fkey FOREIGN KEY (place_unit_id) REFERENCES unit(id),
  constraint practice_recognition_document_id_fkey FOREIGN KEY (recognition_document_id) REFERENCES document(id),
  constraint practice_source_document_id_fkey FOREIGN KEY (source_document_id) REFERENCES document(id),
  constraint practice_source_practice_id_fkey FOREIGN KEY (source_practice_id) REFERENCES practice(id),
  constraint practice_stage_id_fkey FOREIGN KEY (stage_id) REFERENCES stage(id),
  constraint practice_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
create INDEX practice_campaign on practice USING btree (campaign_id, unit_id, state);
create INDEX practice_figure_set on practice USING btree (figure_set_id) WHERE (figure_set_id IS NOT NULL);
create INDEX practice_name_trgm on practice USING gin (name_folded gin_trgm_ops);
create INDEX practice_newest on practice USING btree (created_at DESC, id DESC);
create INDEX practice_of_unit_newest on practice USING btree (unit_id, created_at DESC, id DESC);
create INDEX practice_source on practice USING btree (source_practice_id) WHERE (source_practice_id IS NOT NULL);

create table practice_holding (
  id uuid not null,
  practice_id uuid not null,
  unit_id uuid not null,
  valid_from date,
  valid_to date,
  reorganisation_id uuid not null,
  constraint practice_holding_pkey PRIMARY KEY (id),
  constraint practice_holding_no_overlap EXCLUDE USING gist (practice_id WITH =, daterange(valid_from, valid_to) WITH &&),
  constraint practice_holding_check CHECK ((valid_to > valid_from)),
  constraint practice_holding_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES practice(id),
  constraint practice_holding_reorganisation_id_fkey FOREIGN KEY (reorganisation_id) REFERENCES reorganisation(id),
  constraint practice_holding_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
create INDEX practice_holding_practice on practice_holding USING btree (practice_id);
create INDEX practice_holding_unit on practice_holding USING btree (unit_id);

create table progress_entry (
  id uuid not null,
  practice_id uuid not null,
  on_date date not null,
  text text not null,
  participants integer,
  account_id uuid not null,
  at timestamp with time zone not null,
  constraint progress_entry_pkey PRIMARY KEY (id),
  constraint progress_entry_participants_check CHECK ((participants >= 0)),
  constraint progress_entry_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint progress_entry_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES practice(id)
);
create INDEX progress_entry_practice on progress_entry USING btree (practice_id, on_date);

create table reading_fact (
  id uuid not null,
  reading_id uuid not null,
  kind text not null,
  "position" integer not null,
  start_at integer not null,
  end_at integer not null,
  rule text not null,
  confidence real not null,
  content jsonb not null,
  corrected jsonb,
  state text not null,
  place_unit_id uuid,
  owner_unit_id uuid,
  match text,
  match_practice_id uuid,
  document_id uuid,
  practice_id uuid,
  figure_id uuid,
  contribution_id uuid,
  decided_by uuid,
  decided_at timestamp with time zone,
  constraint reading_fact_pkey PRIMARY KEY (id),
  constraint reading_fact_reading_id_kind_position_key UNIQUE (reading_id, kind, "position"),
  constraint reading_fact_check CHECK ((end_at > start_at)),
  constraint reading_fact_kind_check CHECK ((kind = ANY (ARRAY['document'::text, 'practice'::text, 'figure'::text, 'sum'::text]))),
  constraint reading_fact_match_check CHECK ((match = ANY (ARRAY['same'::text, 'continued'::text, 'new'::text]))),
  constraint reading_fact_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'refused'::text]))),
  constraint reading_fact_contribution_id_fkey FOREIGN KEY (contribution_id) REFERENCES contribution(id),
  constraint reading_fact_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(id),
  constraint reading_fact_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id),
  constraint reading_fact_figure_id_fkey FOREIGN KEY (figure_id) REFERENCES reported_figure(id),
  constraint reading_fact_match_practice_id_fkey FOREIGN KEY (match_practice_id) REFERENCES practice(id),
  constraint reading_fact_owner_unit_id_fkey FOREIGN KEY (owner_unit_id) REFERENCES unit(id),
  constraint reading_fact_place_unit_id_fkey FOREIGN KEY (place_unit_id) REFERENCES unit(id),
  constraint reading_fact_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES practice(id),
  constraint reading_fact_reading_id_fkey FOREIGN KEY (reading_id) REFERENCES paper_reading(id)
);
create INDEX reading_fact_document on reading_fact USING btree (document_id) WHERE (document_id IS NOT NULL);
create INDEX reading_fact_figure on reading_fact USING btree (figure_id) WHERE (figure_id IS NOT NULL);
create INDEX reading_fact_practice on reading_fact USING btree (practice_id) WHERE (practice_id IS NOT NULL);

create table recovery_code (
  account_id uuid not null,
  hint text not null,
  code_hash text not null,
  used_at timestamp with time zone,
  constraint recovery_code_pkey PRIMARY KEY (account_id, hint),
  constraint recovery_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
);

create table reorganisation (
  id uuid not null,
  kind text not null,
  on_day date not null,
  document_id uuid,
  document_text text not null default ''::text,
  reason text not null default ''::text,
  asked jsonb not null default '{}'::jsonb,
  effects jsonb not null default '{}'::jsonb,
  account_id uuid,
  at timestamp with time zone not null,
  undone_at timestamp with time zone,
  undo_reason text,
  seq bigint not null generated always as identity,
  constraint reorganisation_pkey PRIMARY KEY (id),
  constraint reorganisation_kind_check CHECK ((kind = ANY (ARRAY['found'::text, 'change'::text, 'merge'::text, 'split'::text, 'dissolve'::text, 'remove_level'::text]))),
  constraint reorganisation_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint reorganisation_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id)
);
create INDEX reorganisation_day on reorganisation USING btree (on_day, seq);

create table reorganisation_unit (
  reorganisation_id uuid not null,
  unit_id uuid not null,
  part text not null,
  constraint reorganisation_unit_pkey PRIMARY KEY (reorganisation_id, unit_id, part),
  constraint reorganisation_unit_part_check CHECK ((part = ANY (ARRAY['from'::text, 'to'::text, 'moved'::text]))),
  constraint reorganisation_unit_reorganisation_id_fkey FOREIGN KEY (reorganisation_id) REFERENCES reorganisation(id),
  constraint reorganisation_unit_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
create INDEX reorganisation_unit_unit on reorganisation_unit USING btree (unit_id);

create table replication_offer (
  id uuid not null,
  practice_id uuid not null,
  campaign_id uuid not null,
  unit_id uuid not null,
  message text not null default ''::text,
  offered_on date not null,
  state text not null,
  decline_reason text,
  replica_id uuid,
  version integer not null default 1,
  constraint replication_offer_pkey PRIMARY KEY (id),
  constraint replication_offer_practice_id_campaign_id_unit_id_key UNIQUE (practice_id, campaign_id, unit_id),
  constraint replication_offer_state_check CHECK ((state = ANY (ARRAY['offered'::text, 'taken_up'::text, 'declined'::text]))),
  constraint replication_offer_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id),
  constraint replication_offer_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES practice(id),
  constraint replication_offer_replica_id_fkey FOREIGN KEY (replica_id) REFERENCES practice(id),
  constraint replication_offer_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
create INDEX replication_offer_unit on replication_offer USING btree (unit_id, state);

create table report (
  id uuid not null,
  form_id uuid not null,
  form_revision integer not null,
  unit_id uuid not null,
  period_from date not null,
  period_to date not null,
  state text not null,
  nothing_to_report boolean not null default false,
  narrative jsonb not null default '{}'::jsonb,
  counted bigint[] not null,
  stated bigint[] not null,
  reasons jsonb not null default '{}'::jsonb,
  figures bigint[] not null,
  contribution bigint[] not null,
  figure_revision integer not null default 0,
  counted_at timestamp with time zone,
  due_on date not null,
  approved_at timestamp with time zone,
  approved_by uuid,
  first_submitted_at timestamp with time zone,
  submitted_at timestamp with time zone,
  accepted_at timestamp with time zone,
  corrected_at timestamp with time zone,
  return_reason text,
  return_pins jsonb not null default '[]'::jsonb,
  hollow text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  version integer not null default 1,
  written_by uuid,
  written_at timestamp with time zone,
  profile_years jsonb not null default '{}'::jsonb,
  constraint report_pkey PRIMARY KEY (id),
  constraint report_form_id_period_from_unit_id_key UNIQUE (form_id, period_from, unit_id),
  constraint report_check CHECK ((period_to >= period_from)),
  constraint report_hollow_check CHECK ((hollow = ANY (ARRAY['copied'::text, 'empty'::text]))),
  constraint report_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'approved'::text, 'submitted'::text, 'returned'::text, 'accepted'::text]))),
  constraint report_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES account(id),
  constraint report_form_id_form_revision_fkey FOREIGN KEY (form_id, form_revision) REFERENCES report_form_revision(form_id, revision),
  constraint report_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint report_written_by_fkey FOREIGN KEY (written_by) REFERENCES account(id)
);
create INDEX report_corrected on report USING btree (corrected_at) WHERE (corrected_at IS NOT NULL);
create INDEX report_state on report USING btree (form_id, period_from, state) INCLUDE (unit_id, first_submitted_at, due_on, hollow, nothing_to_report);
create INDEX report_unit on report USING btree (unit_id, period_from);

create table report_extension (
  id uuid not null,
  form_id uuid not null,
  period_from date not null,
  unit_id uuid,
  due_on date not null,
  reason text not null,
  granted_by uuid,
  granted_at timestamp with time zone not null,
  constraint report_extension_pkey PRIMARY KEY (id),
  constraint report_extension_form_id_fkey FOREIGN KEY (form_id) REFERENCES report_form(id),
  constraint report_extension_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES account(id),
  constraint report_extension_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
create INDEX report_extension_form on report_extension USING btree (form_id, period_from);

create table report_form (
  id uuid not null,
  owner_unit_id uuid not null,
  code text not null,
  name text not null,
  period_kind text not null,
  asked_from date not null,
  asked_to date,
  custom_from date,
  custom_to date,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  constraint report_form_pkey PRIMARY KEY (id),
  constraint report_form_owner_unit_id_code_key UNIQUE (owner_unit_id, code),
  constraint report_form_check CHECK ((custom_to >= custom_from)),
  constraint report_form_check1 CHECK (((asked_to IS NULL) OR (asked_to >= asked_from))),
  constraint report_form_check2 CHECK (((period_kind = 'custom'::text) = ((custom_from IS NOT NULL) AND (custom_to IS NOT NULL)))),
  constraint report_form_period_kind_check CHECK ((period_kind = ANY (ARRAY['month'::text, 'quarter'::text, 'half_year'::text, 'year'::text, 'custom'::text]))),
  constraint report_form_owner_unit_id_fkey FOREIGN KEY (owner_unit_id) REFERENCES unit(id)
);

create table report_form_revision (
  form_id uuid not null,
  revision integer not null,
  valid_from date not null,
  valid_to date,
  unit_kinds text[] not null,
  content jsonb not null,
  legal_basis text not null default ''::text,
  saved_by uuid,
  saved_at timestamp with time zone not null,
  constraint report_form_revision_pkey PRIMARY KEY (form_id, revision),
  constraint report_form_revision_no_overlap EXCLUDE USING gist (form_id WITH =, daterange(valid_from, valid_to) WITH &&),
  constraint report_form_revision_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from))),
  constraint report_form_revision_unit_kinds_check CHECK ((cardinality(unit_kinds) > 0)),
  constraint report_form_revision_form_id_fkey FOREIGN KEY (form_id) REFERENCES report_form(id),
  constraint report_form_revision_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES account(id)
);

create table report_kept_figures (
  id uuid not null,
  report_id uuid not null,
  counted bigint[] not null,
  known bigint[] not null,
  account_id uuid,
  at timestamp with time zone not null,
  constraint report_kept_figures_pkey PRIMARY KEY (id),
  constraint report_kept_figures_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint report_kept_figures_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id)
);
create INDEX report_kept_figures_report on report_kept_figures USING btree (report_id, at);
CREATE TRIGGER report_kept_figures_append_only BEFORE DELETE OR UPDATE ON report_kept_figures FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table report_recomputation (
  id uuid not null,
  form_id uuid not null,
  period_from date not null,
  cause text not null,
  at timestamp with time zone not null,
  agreed boolean not null,
  differences jsonb not null default '[]'::jsonb,
  constraint report_recomputation_pkey PRIMARY KEY (id),
  constraint report_recomputation_cause_check CHECK ((cause = ANY (ARRAY['nightly'::text, 'reorganisation'::text]))),
  constraint report_recomputation_form_id_fkey FOREIGN KEY (form_id) REFERENCES report_form(id)
);

create table report_reminder (
  form_id uuid not null,
  period_from date not null,
  unit_id uuid not null,
  on_day date not null,
  reminded_by uuid,
  at timestamp with time zone not null,
  constraint report_reminder_pkey PRIMARY KEY (form_id, period_from, unit_id, on_day),
  constraint report_reminder_form_id_fkey FOREIGN KEY (form_id) REFERENCES report_form(id),
  constraint report_reminder_reminded_by_fkey FOREIGN KEY (reminded_by) REFERENCES account(id),
  constraint report_reminder_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
create INDEX report_reminder_counted on report_reminder USING btree (form_id, period_from, unit_id) INCLUDE (reminded_by);

create table report_revision (
  report_id uuid not null,
  revision integer not null,
  counted bigint[] not null,
  stated bigint[] not null,
  reasons jsonb not null,
  narrative jsonb not null,
  figures bigint[] not null,
  why text not null,
  account_id uuid,
  at timestamp with time zone not null,
  profile_years jsonb not null default '{}'::jsonb,
  constraint report_revision_pkey PRIMARY KEY (report_id, revision),
  constraint report_revision_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint report_revision_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id)
);
CREATE TRIGGER report_revision_append_only BEFORE DELETE OR UPDATE ON report_revision FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table report_total (
  form_id uuid not null,
  period_from date not null,
  unit_id uuid not null,
  lane smallint not null,
  depth smallint not null,
  reports integer not null,
  sums bigint[] not null,
  packed bytea generated always as (
CASE
    WHEN (depth <= 3) THEN pack_figures(sums)
    ELSE NULL::bytea
END) stored,
  constraint report_total_pkey PRIMARY KEY (form_id, period_from, unit_id, lane, depth)
) partition by RANGE (depth);
create table report_total_lower partition of report_total FOR VALUES FROM ('4') TO (MAXVALUE);
create table report_total_upper partition of report_total FOR VALUES FROM (MINVALUE) TO ('4');
create INDEX report_total_depth on report_total USING btree (form_id, period_from, depth);

create table reported_figure (
  id uuid not null,
  set_id uuid not null,
  "position" integer not null,
  kind text not null,
  label text not null,
  definition text not null,
  value numeric(20,4) not null,
  unit text not null,
  approx text not null,
  base_field text,
  part_of_id uuid,
  out_of_id uuid,
  as_written text not null default ''::text,
  constraint reported_figure_pkey PRIMARY KEY (id),
  constraint reported_figure_approx_check CHECK ((approx = ANY (ARRAY['exact'::text, 'over'::text, 'nearly'::text, 'about'::text, 'at_least'::text, 'at_most'::text]))),
  constraint reported_figure_out_of_id_fkey FOREIGN KEY (out_of_id) REFERENCES reported_figure(id) ON DELETE CASCADE,
  constraint reported_figure_part_of_id_fkey FOREIGN KEY (part_of_id) REFERENCES reported_figure(id) ON DELETE CASCADE,
  constraint reported_figure_set_id_fkey FOREIGN KEY (set_id) REFERENCES reported_figure_set(id) ON DELETE CASCADE
);
create INDEX reported_figure_set_id on reported_figure USING btree (set_id, "position");

create table reported_figure_set (
  id uuid not null,
  owner_unit_id uuid not null,
  stage_id uuid,
  title text not null,
  scope text not null,
  period_from date not null,
  period_to date not null,
  source_document_id uuid,
  source_text text not null,
  stated_on date,
  note text not null default ''::text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  version integer not null default 1,
  constraint reported_figure_set_pkey PRIMARY KEY (id),
  constraint reported_figure_set_check CHECK ((period_to >= period_from)),
  constraint reported_figure_set_owner_unit_id_fkey FOREIGN KEY (owner_unit_id) REFERENCES unit(id),
  constraint reported_figure_set_source_document_id_fkey FOREIGN KEY (source_document_id) REFERENCES document(id),
  constraint reported_figure_set_stage_id_fkey FOREIGN KEY (stage_id) REFERENCES stage(id)
);

create table reward_proposal (
  id uuid not null,
  campaign_id uuid not null,
  practice_id uuid not null,
  track text not null,
  form text not null,
  recipient_name text not null,
  recipient_subject text not null,
  level text not null,
  reason text not null default ''::text,
  state text not null,
  decided_on date,
  decision_symbol text,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  constraint reward_proposal_pkey PRIMARY KEY (id),
  constraint reward_proposal_level_check CHECK ((level = ANY (ARRAY['own'::text, 'upper'::text]))),
  constraint reward_proposal_recipient_subject_check CHECK ((recipient_subject = ANY (ARRAY['collective'::text, 'individual'::text, 'household'::text]))),
  constraint reward_proposal_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'granted'::text, 'refused'::text]))),
  constraint reward_proposal_track_check CHECK ((track = ANY (ARRAY['party'::text, 'state'::text]))),
  constraint reward_proposal_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id),
  constraint reward_proposal_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES practice(id)
);
create INDEX reward_proposal_practice on reward_proposal USING btree (practice_id);

create table role_grant (
  id uuid not null,
  account_id uuid not null,
  role text not null,
  unit_id uuid not null,
  begins_on date not null,
  ends_on date,
  covers_subtree boolean not null default true,
  granted_by uuid,
  granted_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  end_reason text,
  constraint role_grant_pkey PRIMARY KEY (id),
  constraint role_grant_of_account UNIQUE (id, account_id),
  constraint role_grant_check CHECK (((ends_on IS NULL) OR (ends_on >= begins_on))),
  constraint role_grant_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint role_grant_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES account(id),
  constraint role_grant_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
create INDEX role_grant_account on role_grant USING btree (account_id);
create INDEX role_grant_unit on role_grant USING btree (unit_id);

create table schema_migration (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  constraint schema_migration_pkey PRIMARY KEY (name)
);

create table score_sheet (
  id uuid not null,
  practice_id uuid not null,
  score_column text not null,
  criteria_set_id uuid not null,
  lines jsonb not null,
  total numeric(8,2) not null,
  passed boolean not null,
  grade text,
  note text not null default ''::text,
  scored_on date not null,
  account_id uuid not null,
  at timestamp with time zone not null,
  version integer not null default 1,
  constraint score_sheet_pkey PRIMARY KEY (id),
  constraint score_sheet_practice_id_score_column_key UNIQUE (practice_id, score_column),
  constraint score_sheet_score_column_check CHECK ((score_column = ANY (ARRAY['self'::text, 'team'::text, 'final'::text]))),
  constraint score_sheet_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint score_sheet_criteria_set_id_fkey FOREIGN KEY (criteria_set_id) REFERENCES criteria_set(id),
  constraint score_sheet_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES practice(id)
);

create table second_factor (
  account_id uuid not null,
  secret text,
  confirmed_at timestamp with time zone,
  last_step bigint,
  pending_secret text,
  pending_since timestamp with time zone,
  constraint second_factor_pkey PRIMARY KEY (account_id),
  constraint second_factor_check CHECK (((secret IS NULL) = (confirmed_at IS NULL))),
  constraint second_factor_check1 CHECK (((pending_secret IS NULL) = (pending_since IS NULL))),
  constraint second_factor_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
);

create table self_check (
  id uuid not null,
  practice_id uuid not null,
  check_code text not null,
  status text not null,
  result text not null,
  difficulty text not null default ''::text,
  need text not null default ''::text,
  account_id uuid not null,
  at timestamp with time zone not null,
  constraint self_check_pkey PRIMARY KEY (id),
  constraint self_check_practice_id_check_code_key UNIQUE (practice_id, check_code),
  constraint self_check_status_check CHECK ((status = ANY (ARRAY['on_track'::text, 'slow'::text, 'at_risk'::text, 'stopped'::text]))),
  constraint self_check_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint self_check_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES practice(id)
);

create table session (
  id_hash text not null,
  account_id uuid not null,
  csrf_token text not null,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  id uuid not null default gen_random_uuid(),
  device text not null default ''::text,
  method text not null default 'password'::text,
  known_device_id uuid,
  constraint session_pkey PRIMARY KEY (id_hash),
  constraint session_id_key UNIQUE (id),
  constraint session_method_check CHECK ((method = ANY (ARRAY['password'::text, 'invitation'::text, 'service'::text]))),
  constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint session_known_device_id_fkey FOREIGN KEY (known_device_id) REFERENCES known_device(id) ON DELETE SET NULL
);
create INDEX session_account on session USING btree (account_id);

create table sign_in_brake (
  subject text not null,
  failed integer not null,
  last_failed_at timestamp with time zone not null,
  constraint sign_in_brake_pkey PRIMARY KEY (subject),
  constraint sign_in_brake_failed_check CHECK ((failed >= 0))
);
create INDEX sign_in_brake_age on sign_in_brake USING btree (last_failed_at);

create table sign_in_challenge (
  secret_hash text not null,
  account_id uuid not null,
  method text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint sign_in_challenge_pkey PRIMARY KEY (secret_hash),
  constraint sign_in_challenge_method_check CHECK ((method = ANY (ARRAY['password'::text, 'invitation'::text, 'service'::text]))),
  constraint sign_in_challenge_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
);

create table sign_in_journey (
  state_hash text not null,
  browser_hash text not null,
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  expires_at timestamp with time zone not null,
  constraint sign_in_journey_pkey PRIMARY KEY (state_hash)
);

create table stage (
  id uuid not null,
  owner_unit_id uuid not null,
  name text not null,
  from_year integer not null,
  to_year integer not null,
  on_paper boolean not null default false,
  version integer not null default 1,
  constraint stage_pkey PRIMARY KEY (id),
  constraint stage_check CHECK ((to_year >= from_year)),
  constraint stage_owner_unit_id_fkey FOREIGN KEY (owner_unit_id) REFERENCES unit(id)
);

create table unit (
  id uuid not null,
  founded_on date not null,
  dissolved_on date,
  serial integer not null generated always as identity,
  constraint unit_pkey PRIMARY KEY (id),
  constraint unit_check CHECK (((dissolved_on IS NULL) OR (dissolved_on > founded_on)))
);
create UNIQUE INDEX unit_serial on unit USING btree (serial);
CREATE CONSTRAINT TRIGGER unit_dates AFTER UPDATE ON unit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_unit_dates();

create table unit_heir (
  id uuid not null,
  unit_id uuid not null,
  heir_id uuid,
  valid_from date not null,
  valid_to date,
  apportioned boolean not null,
  reorganisation_id uuid not null,
  constraint unit_heir_pkey PRIMARY KEY (id),
  constraint unit_heir_no_overlap EXCLUDE USING gist (unit_id WITH =, daterange(valid_from, valid_to) WITH &&),
  constraint unit_heir_check CHECK (((heir_id IS NULL) OR (heir_id <> unit_id))),
  constraint unit_heir_check1 CHECK (((valid_to IS NULL) OR (valid_to > valid_from))),
  constraint unit_heir_heir_id_fkey FOREIGN KEY (heir_id) REFERENCES unit(id),
  constraint unit_heir_reorganisation_id_fkey FOREIGN KEY (reorganisation_id) REFERENCES reorganisation(id),
  constraint unit_heir_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
create INDEX unit_heir_heir on unit_heir USING btree (heir_id);
CREATE TRIGGER unit_heir_changes AFTER INSERT OR DELETE OR UPDATE ON unit_heir FOR EACH STATEMENT EXECUTE FUNCTION note_organisation_change();
CREATE CONSTRAINT TRIGGER unit_heir_life AFTER INSERT OR UPDATE ON unit_heir DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_unit_heir();

create table unit_membership (
  id uuid not null,
  tree text not null,
  unit_id uuid not null,
  parent_id uuid,
  valid_from date not null,
  valid_to date,
  constraint unit_membership_pkey PRIMARY KEY (id),
  constraint unit_membership_no_overlap EXCLUDE USING gist (tree WITH =, unit_id WITH =, daterange(valid_from, valid_to) WITH &&),
  constraint unit_membership_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from))),
  constraint unit_membership_check1 CHECK (((parent_id IS NULL) OR (parent_id <> unit_id))),
  constraint unit_membership_tree_check CHECK ((tree = ANY (ARRAY['government'::text, 'front'::text, 'mass_organisations'::text]))),
  constraint unit_membership_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES unit(id),
  constraint unit_membership_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
create INDEX unit_membership_parent on unit_membership USING btree (parent_id);
CREATE TRIGGER unit_membership_changes AFTER INSERT OR DELETE OR UPDATE ON unit_membership FOR EACH STATEMENT EXECUTE FUNCTION note_organisation_change();
CREATE CONSTRAINT TRIGGER unit_membership_life AFTER INSERT OR UPDATE ON unit_membership DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_unit_membership();

create table unit_place (
  tree text not null,
  unit_id uuid not null,
  valid_from date not null,
  valid_to date,
  path text collate "C" not null,
  stands boolean not null,
  apportioned boolean not null,
  constraint unit_place_pkey PRIMARY KEY (unit_id, tree, valid_from),
  constraint unit_place_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
create INDEX unit_place_path on unit_place USING btree (tree, path, valid_from) INCLUDE (unit_id, valid_to, stands);

create table unit_profile (
  unit_id uuid not null,
  year integer not null,
  facts jsonb not null,
  source text not null default ''::text,
  updated_by uuid,
  updated_at timestamp with time zone not null,
  version integer not null default 1,
  constraint unit_profile_pkey PRIMARY KEY (unit_id, year),
  constraint unit_profile_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint unit_profile_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES account(id)
);

create table unit_succession (
  reorganisation_id uuid not null,
  from_unit_id uuid not null,
  to_unit_id uuid not null,
  rule text not null,
  share numeric(9,8),
  constraint unit_succession_pkey PRIMARY KEY (reorganisation_id, from_unit_id, to_unit_id),
  constraint unit_succession_check CHECK (((rule = 'share'::text) = (share IS NOT NULL))),
  constraint unit_succession_check1 CHECK ((from_unit_id <> to_unit_id)),
  constraint unit_succession_rule_check CHECK ((rule = ANY (ARRAY['whole'::text, 'village'::text, 'share'::text, 'hand'::text]))),
  constraint unit_succession_share_check CHECK (((share > (0)::numeric) AND (share <= (1)::numeric))),
  constraint unit_succession_from_unit_id_fkey FOREIGN KEY (from_unit_id) REFERENCES unit(id),
  constraint unit_succession_reorganisation_id_fkey FOREIGN KEY (reorganisation_id) REFERENCES reorganisation(id),
  constraint unit_succession_to_unit_id_fkey FOREIGN KEY (to_unit_id) REFERENCES unit(id)
);
create INDEX unit_succession_from on unit_succession USING btree (from_unit_id);
create INDEX unit_succession_to on unit_succession USING btree (to_unit_id);

create table unit_version (
  id uuid not null,
  unit_id uuid not null,
  valid_from date not null,
  valid_to date,
  parent_id uuid,
  name text not null,
  short_name text not null,
  name_folded text not null,
  kind text not null,
  code text not null,
  "position" integer not null default 0,
  document_id uuid,
  area_unit_id uuid,
  constraint unit_version_pkey PRIMARY KEY (id),
  constraint unit_code_unique EXCLUDE USING gist (code WITH =, daterange(valid_from, valid_to) WITH &&),
  constraint unit_version_no_overlap EXCLUDE USING gist (unit_id WITH =, daterange(valid_from, valid_to) WITH &&),
  constraint unit_version_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from))),
  constraint unit_version_check1 CHECK (((parent_id IS NULL) OR (parent_id <> unit_id))),
  constraint unit_version_area_unit_id_fkey FOREIGN KEY (area_unit_id) REFERENCES unit(id),
  constraint unit_version_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES unit(id),
  constraint unit_version_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
create INDEX unit_version_kind on unit_version USING btree (kind);
create INDEX unit_version_name on unit_version USING gin (name_folded gin_trgm_ops);
create INDEX unit_version_parent on unit_version USING btree (parent_id);
create INDEX unit_version_unit on unit_version USING btree (unit_id, valid_from);
CREATE TRIGGER unit_version_changes AFTER INSERT OR DELETE OR UPDATE ON unit_version FOR EACH STATEMENT EXECUTE FUNCTION note_organisation_change();
CREATE CONSTRAINT TRIGGER unit_version_life AFTER INSERT OR DELETE OR UPDATE ON unit_version DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_unit_life();

create table upward_proposal (
  id uuid not null,
  practice_id uuid not null,
  to_unit_id uuid not null,
  proposed_on date not null,
  reason text not null default ''::text,
  state text not null,
  decided_on date,
  decision_symbol text,
  version integer not null default 1,
  constraint upward_proposal_pkey PRIMARY KEY (id),
  constraint upward_proposal_practice_id_key UNIQUE (practice_id),
  constraint upward_proposal_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'recognised'::text, 'not_recognised'::text]))),
  constraint upward_proposal_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES practice(id),
  constraint upward_proposal_to_unit_id_fkey FOREIGN KEY (to_unit_id) REFERENCES unit(id)
);

-- Views

create view unit_edge as
 SELECT 'main'::text AS tree,
    unit_version.unit_id,
    unit_version.parent_id,
    daterange(unit_version.valid_from, unit_version.valid_to) AS span,
    true AS stands,
    true AS apportioned
   FROM unit_version
UNION ALL
 SELECT unit_membership.tree,
    unit_membership.unit_id,
    unit_membership.parent_id,
    daterange(unit_membership.valid_from, unit_membership.valid_to) AS span,
    true AS stands,
    true AS apportioned
   FROM unit_membership
UNION ALL
 SELECT 'main'::text AS tree,
    unit_heir.unit_id,
    unit_heir.heir_id AS parent_id,
    daterange(unit_heir.valid_from, unit_heir.valid_to) AS span,
    false AS stands,
    unit_heir.apportioned
   FROM unit_heir
UNION ALL
 SELECT member.tree,
    unit_heir.unit_id,
    unit_heir.heir_id AS parent_id,
    daterange(unit_heir.valid_from, unit_heir.valid_to) AS span,
    false AS stands,
    unit_heir.apportioned
   FROM unit_heir
     JOIN ( SELECT DISTINCT unit_membership.tree,
            unit_membership.unit_id
           FROM unit_membership) member ON member.unit_id = unit_heir.unit_id;

-- Functions

CREATE OR REPLACE FUNCTION add_figures(a bigint[], b bigint[])
 RETURNS bigint[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (SELECT COALESCE(array_agg((COALESCE(both_.x, (0)::bigint) + COALESCE(both_.y, (0)::bigint)) ORDER BY both_.place), '{}'::bigint[]) AS "coalesce" FROM UNNEST(add_figures.a, add_figures.b) WITH ORDINALITY both_(x, y, place))
;

CREATE OR REPLACE FUNCTION audit_hash(entry audit_entry, previous text)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select encode(sha256(convert_to(jsonb_build_array(
    previous, entry.lane, entry.position, entry.seq, extract(epoch from entry.at), entry.account_id,
    entry.on_behalf_of, entry.command_id, entry.endpoint, entry.subject_type, entry.subject_id, entry.unit_id,
    entry.outcome, entry.problem)::text, 'UTF8')), 'hex')
$function$
;

CREATE OR REPLACE FUNCTION chain_audit_entry()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  ending audit_lane;
begin
  -- A connection keeps to one lane, so that no two commands can wait for each other crosswise.
  new.lane := pg_backend_pid() % 8;
  select * into strict ending from audit_lane where lane = new.lane for update;
  new.position := ending.entries + 1;
  new.hash := audit_hash(new, ending.hash);
  update audit_lane set entries = new.position, hash = new.hash where lane = new.lane;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION check_unit_dates()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  own unit;
begin
  select * into own from unit where id = new.id;
  if own.id is null then
    return null;
  end if;
  if daterange(own.founded_on, own.dissolved_on)::datemultirange <> (
    select coalesce(range_agg(daterange(valid_from, valid_to)), '{}') from unit_version where unit_id = own.id
  ) then
    raise exception 'the life of unit % has a gap', own.id using errcode = 'check_violation', constraint = 'unit_life_no_gap';
  end if;
  if exists (
    select 1 from unit_heir
    where unit_id = own.id and (own.dissolved_on is null or valid_from < own.dissolved_on)
  ) then
    raise exception 'unit % has an heir while it is there', own.id
      using errcode = 'check_violation', constraint = 'unit_heir_after_life';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION check_unit_heir()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select 1 from unit where id = new.unit_id and dissolved_on <= new.valid_from) then
    raise exception 'unit % has an heir while it is there', new.unit_id
      using errcode = 'check_violation', constraint = 'unit_heir_after_life';
  end if;
  if exists (
    with recursive next(unit_id) as (
      select new.heir_id
      union
      select unit_heir.heir_id from next
      join unit_heir on unit_heir.unit_id = next.unit_id
        and daterange(unit_heir.valid_from, unit_heir.valid_to) && daterange(new.valid_from, new.valid_to)
    )
    select 1 from next where unit_id = new.unit_id
  ) then
    raise exception 'unit % is heir of itself', new.unit_id using errcode = 'check_violation', constraint = 'unit_heir_no_ring';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION check_unit_life()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  checked constant uuid := case when tg_op = 'DELETE' then old.unit_id else new.unit_id end;
  life datemultirange;
begin
  select coalesce(range_agg(daterange(valid_from, valid_to)), '{}') into life
  from unit_version where unit_id = checked;
  if exists (select 1 from unit where id = checked and life <> datemultirange(daterange(founded_on, dissolved_on))) then
    raise exception 'the life of unit % has a gap', checked using errcode = 'check_violation', constraint = 'unit_life_no_gap';
  end if;
  if exists (
    select 1 from unit_version as child
    where child.parent_id = checked and not life @> daterange(child.valid_from, child.valid_to)
  ) or exists (
    select 1 from unit_version as own
    where own.unit_id = checked and own.parent_id is not null
      and not (
        select coalesce(range_agg(daterange(parent.valid_from, parent.valid_to)), '{}')
        from unit_version as parent where parent.unit_id = own.parent_id
      ) @> daterange(own.valid_from, own.valid_to)
  ) then
    raise exception 'unit % has a parent or a child on days when one of them does not exist', checked
      using errcode = 'check_violation', constraint = 'unit_parent_exists';
  end if;
  if exists (
    with recursive above(unit_id, span) as (
      select parent_id, daterange(valid_from, valid_to) from unit_version
      where unit_id = checked and parent_id is not null
      union
      select version.parent_id, above.span * daterange(version.valid_from, version.valid_to)
      from above
      join unit_version as version
        on version.unit_id = above.unit_id and daterange(version.valid_from, version.valid_to) && above.span
      where version.parent_id is not null and above.unit_id <> checked
    )
    select 1 from above where unit_id = checked
  ) then
    raise exception 'unit % is above itself', checked using errcode = 'check_violation', constraint = 'unit_no_ring';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION check_unit_membership()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (
    with recursive above(unit_id, span) as (
      select parent_id, daterange(valid_from, valid_to) from unit_membership
      where id = new.id and parent_id is not null
      union
      select member.parent_id, above.span * daterange(member.valid_from, member.valid_to)
      from above
      join unit_membership as member
        on member.tree = new.tree and member.unit_id = above.unit_id
        and daterange(member.valid_from, member.valid_to) && above.span
      where member.parent_id is not null and above.unit_id <> new.unit_id
    )
    select 1 from above where unit_id = new.unit_id
  ) then
    raise exception 'unit % is above itself in tree %', new.unit_id, new.tree
      using errcode = 'check_violation', constraint = 'unit_membership_no_ring';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION note_organisation_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update organisation_revision set revision = revision + 1;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION pack_figures(figures bigint[])
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN ((32767 >= ALL (figures)) AND ('-32768'::integer <= ALL (figures))) THEN ('\x02'::bytea || COALESCE((SELECT string_agg(int2send((value.value)::smallint), '\x'::bytea) AS string_agg FROM unnest(pack_figures.figures) value(value)), '\x'::bytea)) WHEN ((2147483647 >= ALL (figures)) AND ('-2147483648'::integer <= ALL (figures))) THEN ('\x04'::bytea || (SELECT string_agg(int4send((value.value)::integer), '\x'::bytea) AS string_agg FROM unnest(pack_figures.figures) value(value))) ELSE ('\x08'::bytea || (SELECT string_agg(int8send(value.value), '\x'::bytea) AS string_agg FROM unnest(pack_figures.figures) value(value))) END
;

CREATE OR REPLACE FUNCTION path_step(serial integer)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN lpad(to_hex(serial), 6, '0'::text)
;

CREATE OR REPLACE FUNCTION rebuild_unit_places()
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  delete from unit_place;
  insert into unit_place (tree, unit_id, valid_from, valid_to, path, stands, apportioned)
  with recursive
  edge as materialized (
    select unit_edge.*, path_step(unit.serial) as step from unit_edge join unit on unit.id = unit_edge.unit_id
  ),
  grown(tree, unit_id, span, path, stands, apportioned) as (
    select tree, unit_id, span, step, stands, apportioned from edge where parent_id is null
    union all
    select edge.tree, edge.unit_id, edge.span * grown.span, grown.path || edge.step, edge.stands,
      edge.apportioned and (edge.stands or grown.stands or grown.apportioned)
    from grown
    join edge on edge.tree = grown.tree and edge.parent_id = grown.unit_id and edge.span && grown.span
  ),
  joined as (
    select tree, unit_id, path, stands, apportioned, unnest(range_agg(span)) as span
    from grown
    group by tree, unit_id, path, stands, apportioned
  )
  select tree, unit_id, lower(span), upper(span), path, stands, apportioned from joined;
end $function$
;

CREATE OR REPLACE FUNCTION refresh_unit_places(changed uuid[], from_day date)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  affected uuid[];
  later constant daterange := daterange(from_day, null);
begin
  select array_agg(distinct unit_id) into affected from (
    select unnest(changed) as unit_id
    union all
    select below.unit_id
    from unit_place as top
    -- "offset 0" keeps this part whole: a unit has a few below it, and they are found by the index of paths.
    cross join lateral (
      select place.unit_id, place.valid_from, place.valid_to from unit_place as place
      where place.tree = top.tree and place.path > top.path and place.path < top.path || 'g'
      offset 0
    ) as below
    where top.unit_id = any(changed)
      and daterange(top.valid_from, top.valid_to) && later
      and daterange(below.valid_from, below.valid_to) && later
  ) as touched;
  delete from unit_place where unit_id = any(affected) and valid_from >= from_day;
  update unit_place set valid_to = from_day
  where unit_id = any(affected) and valid_from < from_day and (valid_to is null or valid_to > from_day);
  insert into unit_place (tree, unit_id, valid_from, valid_to, path, stands, apportioned)
  with recursive
  edge as materialized (
    select unit_edge.*, path_step(unit.serial) as step
    from unit_edge
    join unit on unit.id = unit_edge.unit_id
    where unit_edge.unit_id = any(affected) and unit_edge.span && later
  ),
  grown(tree, unit_id, span, path, stands, apportioned) as (
    select edge.tree, edge.unit_id,
      edge.span * later * coalesce(daterange(above.valid_from, above.valid_to), daterange(null, null)),
      coalesce(above.path, '') || edge.step, edge.stands, edge.apportioned
    from edge
    left join unit_place as above
      on above.tree = edge.tree and above.unit_id = edge.parent_id
      and daterange(above.valid_from, above.valid_to) && (edge.span * later)
    where edge.parent_id is null or (above.unit_id is not null and edge.parent_id <> all(affected))
    union all
    select edge.tree, edge.unit_id, edge.span * grown.span, grown.path || edge.step, edge.stands,
      edge.apportioned and (edge.stands or grown.stands or grown.apportioned)
    from grown
    join edge on edge.tree = grown.tree and edge.parent_id = grown.unit_id and edge.span && grown.span
  ),
  joined as (
    select tree, unit_id, path, stands, apportioned, unnest(range_agg(span)) as span
    from grown
    group by tree, unit_id, path, stands, apportioned
  )
  select tree, unit_id, lower(span), upper(span), path, stands, apportioned from joined;
end $function$
;

CREATE OR REPLACE FUNCTION refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $function$
;
