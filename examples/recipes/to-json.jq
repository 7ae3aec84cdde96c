# rows to JSON Lines: jq -Rc -f to-json.jq
split("\t") | select(length == 8) | {
	kind: .[0], doc: .[1],
	n: .[2] | tonumber, start: .[3] | tonumber, end: .[4] | tonumber,
	text: .[5],
	value: (.[6] | if . == "-" then null else . end),
	attrs: (.[7] | if . == "-" then {} else
		split("|") | map(index("=") as $i | { (.[:$i]): .[$i + 1:] }) | add
	end)
}
