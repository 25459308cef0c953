create table document (
  id uuid primary key,
  owner_unit_id uuid not null references unit,
  direction text not null check (direction in ('own', 'received')),
  state text not null check (state in ('draft', 'awaiting_signature', 'issued', 'received')),
  type text not null,
  -- What the system composed it for: notice_of_assignment, closing_report …; null for a paper that was only filed.
  purpose text,
  campaign_id uuid,
  number integer,
  symbol text,
  issuer_unit_id uuid references unit,
  issuer_name text not null,
  issuer_code text,
  party_term_id uuid references party_term,
  issued_on date,
  received_on date,
  subject text not null,
  subject_folded text not null,
  signer_post text,
  signer_name text,
  -- The composed paper (domain/documents/paper.ts) with its traced figures; frozen when issued.
  paper jsonb,
  -- The practices a composed paper lists: what issuing it takes effect on.
  practice_ids uuid[] not null default '{}',
  file_id uuid references file,
  created_by uuid references account,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  check (direction <> 'own' or state <> 'issued' or (number is not null and symbol is not null and issued_on is not null))
);
create index document_owner on document (owner_unit_id, issued_on desc);
create index document_campaign on document (campaign_id);

-- One counter for each (issuer, type, party term): taken in the issuing transaction, so it has no gaps.
create table number_series (
  issuer_unit_id uuid not null references unit,
  issuer_code text not null,
  type text not null,
  party_term_id uuid not null references party_term,
  last_number integer not null check (last_number >= 0),
  primary key (issuer_unit_id, issuer_code, type, party_term_id)
);
create unique index document_number_once on document (issuer_unit_id, issuer_code, type, party_term_id, number)
  where direction = 'own' and number is not null;

create table document_link (
  id uuid primary key,
  document_id uuid not null references document on delete cascade,
  kind text not null check (kind in ('basis', 'implements', 'replaces', 'amends', 'attached_to')),
  target_id uuid references document,
  -- A paper that is not in the register is linked by its words.
  target_text text,
  check (target_id is not null or target_text is not null)
);
create index document_link_document on document_link (document_id);
create index document_link_target on document_link (target_id);

create table document_dispatch (
  document_id uuid not null references document,
  unit_id uuid not null references unit,
  sent_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by uuid references account,
  primary key (document_id, unit_id)
);
create index document_dispatch_unit on document_dispatch (unit_id) where acknowledged_at is null;
