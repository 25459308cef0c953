-- Who was reminded of a period is counted from the index alone: a hundred thousand reminders go out in a country in a year.
create index report_reminder_counted on report_reminder (form_id, period_from, unit_id) include (reminded_by);
