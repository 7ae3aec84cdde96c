-- rows.duckdb.sql - the same for DuckDB (not run by the tests)
--
--   nf-cut -H -f kind,doc,n,start,end,text,value,attrs full.rows > full.tsv
--   duckdb facts.db < rows.duckdb.sql
CREATE TABLE fact AS SELECT * FROM read_csv('full.tsv', delim = '\t',
	header = true, quote = '', escape = '', columns = {
	'kind': 'VARCHAR', 'doc': 'VARCHAR', 'n': 'BIGINT', 'start': 'BIGINT',
	'end': 'BIGINT', 'text': 'VARCHAR', 'value': 'VARCHAR',
	'attrs': 'VARCHAR' });

-- attributes as a map
CREATE VIEW facts AS SELECT * EXCLUDE attrs,
	map_from_entries([(split_part(a, '=', 1), substr(a, strpos(a, '=') + 1))
		for a in string_split(attrs, '|') if a <> '-']) AS attrs FROM fact;

SELECT value, count(*) FROM facts WHERE kind = 'person'
	GROUP BY value ORDER BY 2 DESC LIMIT 3;
SELECT attrs['event'], value, text FROM facts
	WHERE kind = 'count' AND attrs['event'] IS NOT NULL;
