-- Who wrote a report last (figures, words or evidence), so that a form may ask that somebody else signs it off.

alter table report add column written_by uuid references account;
alter table report add column written_at timestamptz;

-- Of reports that are not sent yet; what was sent is not signed off again before it is written anew.
update report set written_by = last.account_id, written_at = last.at
from (
  select distinct on (subject_id) subject_id, account_id, at
  from history_entry
  where subject_type = 'unit_report' and action in ('edit', 'import', 'attach', 'detach', 'correct')
  order by subject_id, seq desc
) as last
where last.subject_id = report.id and report.state in ('draft', 'approved', 'returned');
