# rows.py - a stream of nf(5) as a data frame: python3 rows.py full.rows
import csv
import sys

import pandas

columns = ["kind", "doc", "n", "start", "end", "text", "value", "attrs"]
rows = pandas.read_csv(sys.argv[1], sep="\t", names=columns, header=None,
	quoting=csv.QUOTE_NONE, na_values=["-"], keep_default_na=False)
attrs = rows["attrs"].str.split("|").map(lambda pairs: dict(p.split("=", 1) for p in pairs)
	if isinstance(pairs, list) else {})
print(rows[rows.kind == "person"].value.value_counts().head(1).to_string())
print((attrs.str.get("event") == "killed").sum(), "times killed")
