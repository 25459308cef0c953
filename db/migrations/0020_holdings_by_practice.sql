-- Who has taken up a practice is asked for each practice of a unit; the index of the rule that spans may not overlap is
-- too dear to look so few rows up in, so that the whole table was read instead.
create index practice_holding_practice on practice_holding (practice_id);
