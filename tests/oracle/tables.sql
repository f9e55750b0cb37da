-- What a workspace says, as plain tables. Days are ISO text; an open end is '0000-01-01' or '9999-12-31'.
-- Amounts are whole numbers: the figure times `scale`, so that averages over 1 to 12 months stay exact.

CREATE TABLE setting (year INTEGER NOT NULL, scale INTEGER NOT NULL);
CREATE TABLE unit (id TEXT PRIMARY KEY, line TEXT, first_day TEXT, last_day TEXT);
CREATE TABLE dated (unit TEXT, field TEXT, value TEXT, first_day TEXT, last_day TEXT);
CREATE TABLE event (id INTEGER PRIMARY KEY, kind TEXT, day TEXT);
CREATE TABLE event_source (event INTEGER, unit TEXT);
CREATE TABLE event_target (event INTEGER, unit TEXT);

-- A plain indicator has `over_time` and `over_units`; a ratio has `numerator` and `denominator`.
CREATE TABLE indicator (
  id TEXT PRIMARY KEY, type TEXT, over_time TEXT, over_units TEXT,
  numerator TEXT, denominator TEXT, per_cent INTEGER
);

CREATE TABLE plan (path TEXT PRIMARY KEY, unit TEXT, state TEXT, first_day TEXT, last_day TEXT);
CREATE TABLE supersedes (plan TEXT, old TEXT);
CREATE TABLE plan_indicator (plan TEXT, indicator TEXT);
-- `due_way` is before, by, after (`days` after obligation `of`; 0 for an embedded one) or none.
-- `year` is NULL for an obligation of every year; `due_text` is a day or MM-DD.
CREATE TABLE obligation (
  plan TEXT, id TEXT, kind TEXT, year INTEGER, first_month INTEGER, last_month INTEGER,
  due_way TEXT, due_text TEXT, next_year INTEGER, days INTEGER, of TEXT,
  any_day INTEGER, lock TEXT
);
CREATE TABLE asked_level (plan TEXT, obligation TEXT, value TEXT);
CREATE TABLE asked_kind (plan TEXT, obligation TEXT, value TEXT);
CREATE TABLE asked_unit (plan TEXT, obligation TEXT, value TEXT);
CREATE TABLE asked_indicator (plan TEXT, obligation TEXT, value TEXT);
CREATE TABLE exemption (plan TEXT, obligation TEXT, unit TEXT, last_day TEXT);
CREATE TABLE unlock (plan TEXT, obligation TEXT, unit TEXT, last_day TEXT);

CREATE TABLE report (
  path TEXT PRIMARY KEY, unit TEXT, state TEXT, year INTEGER, first_month INTEGER, last_month INTEGER,
  submitted TEXT, covers INTEGER
);
CREATE TABLE answer (report TEXT, plan TEXT, obligation TEXT);
-- `amount` is NULL for a null with a reason; `form` is how the figure was written.
CREATE TABLE figure (report TEXT, section TEXT, indicator TEXT, amount INTEGER, form TEXT);
