# JSON Lines to rows: jq -r -f from-json.jq
[
	.kind, .doc, .n, .start, .end, .text, .value // "-",
	(.attrs | to_entries | sort_by(.key) | map("\(.key)=\(.value)") |
		join("|") | if . == "" then "-" else . end)
] | map(tostring) | join("\t")
