-- rows.sql - a stream of nf(5) as a table, and five questions
--
--   sqlite3 facts.db < rows.sql      (reads the file full.rows)
--
-- .mode ascii and not .mode tabs: that one takes a sentence that begins with a
-- quotation mark for a quoted field, and swallows the rows up to the next one.
CREATE TABLE fact(kind TEXT, doc TEXT, n INTEGER, start INTEGER, "end" INTEGER,
	text TEXT, value TEXT, attrs TEXT);
.mode ascii
.separator "\t" "\n"
.import full.rows fact
CREATE INDEX fact_kind ON fact(kind, value);
CREATE INDEX fact_unit ON fact(doc, n);

.print who is named most
SELECT value, count(*), count(DISTINCT doc) FROM fact
	WHERE kind = 'person' GROUP BY value ORDER BY 2 DESC, 1 LIMIT 3;

.print who stands in a sentence with which place
SELECT a.value, b.value, count(*) FROM fact a JOIN fact b USING (doc, n)
	WHERE a.kind = 'person' AND b.kind = 'place'
	GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 3;

-- CAST reads the number at the beginning of "6800000000 USD".
.print the largest sums
SELECT substr(value, instr(value, ' ') + 1), max(CAST(value AS INTEGER))
	FROM fact WHERE kind = 'money' GROUP BY 1 ORDER BY 2 DESC LIMIT 3;

.print how many were killed, by date of the report
SELECT d.value, CAST(f.value AS INTEGER) FROM fact f
	JOIN fact d ON d.doc = f.doc AND d.kind = 'doc'
	WHERE f.kind = 'count' AND '|' || f.attrs || '|' LIKE '%|event=killed|%'
	GROUP BY 1, 2 ORDER BY 1, 2 LIMIT 3;

.print sentences that begin with a quotation mark
SELECT count(*) FROM fact WHERE kind = 'sent' AND text LIKE '"%';
