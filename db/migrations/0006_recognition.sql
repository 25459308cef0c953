create table score_sheet (
  id uuid primary key,
  practice_id uuid not null references practice,
  -- self: the unit; team: at the inspection; final: at the meeting. Three columns side by side.
  score_column text not null check (score_column in ('self', 'team', 'final')),
  criteria_set_id uuid not null references criteria_set,
  lines jsonb not null,
  total numeric(8, 2) not null,
  passed boolean not null,
  grade text,
  note text not null default '',
  scored_on date not null,
  account_id uuid not null references account,
  at timestamptz not null,
  version integer not null default 1,
  unique (practice_id, score_column)
);

create table meeting (
  id uuid primary key,
  campaign_id uuid not null references campaign,
  held_on date not null,
  title text not null,
  chair_post text not null default '',
  secretary_post text not null default '',
  members_total integer not null check (members_total > 0),
  members_present integer not null check (members_present >= 0 and members_present <= members_total),
  -- Rules in force for this meeting with their legal basis: quorum share, share of votes needed, ballot.
  rules jsonb not null,
  conclusion text not null default '',
  state text not null check (state in ('draft', 'concluded')),
  created_at timestamptz not null,
  concluded_at timestamptz,
  version integer not null default 1
);

create table meeting_candidate (
  meeting_id uuid not null references meeting,
  practice_id uuid not null references practice,
  votes_for integer check (votes_for >= 0),
  votes_against integer check (votes_against >= 0),
  votes_abstained integer check (votes_abstained >= 0),
  outcome text check (outcome in ('recognised', 'not_recognised')),
  note text not null default '',
  primary key (meeting_id, practice_id)
);
create index meeting_candidate_practice on meeting_candidate (practice_id);

-- Two tracks that never merge: the party's own forms, and the state's under the emulation law.
create table reward_proposal (
  id uuid primary key,
  campaign_id uuid not null references campaign,
  practice_id uuid not null references practice,
  track text not null check (track in ('party', 'state')),
  form text not null,
  -- Whom it honours: the owner as written, a collective or a person.
  recipient_name text not null,
  recipient_subject text not null check (recipient_subject in ('collective', 'individual', 'household')),
  level text not null check (level in ('own', 'upper')),
  reason text not null default '',
  state text not null check (state in ('proposed', 'granted', 'refused')),
  decided_on date,
  decision_symbol text,
  created_at timestamptz not null,
  version integer not null default 1
);
create index reward_proposal_practice on reward_proposal (practice_id);

create table upward_proposal (
  id uuid primary key,
  practice_id uuid not null unique references practice,
  to_unit_id uuid not null references unit,
  proposed_on date not null,
  reason text not null default '',
  state text not null check (state in ('proposed', 'recognised', 'not_recognised')),
  decided_on date,
  decision_symbol text,
  version integer not null default 1
);

-- An effective practice put to units to take up (step 6).
create table replication_offer (
  id uuid primary key,
  practice_id uuid not null references practice,
  campaign_id uuid not null references campaign,
  unit_id uuid not null references unit,
  message text not null default '',
  offered_on date not null,
  state text not null check (state in ('offered', 'taken_up', 'declined')),
  decline_reason text,
  replica_id uuid references practice,
  version integer not null default 1,
  unique (practice_id, campaign_id, unit_id)
);
create index replication_offer_unit on replication_offer (unit_id, state);
