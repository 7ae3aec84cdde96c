# nums.sh - nf-nums on our own golden set: extent, and number with unit
gold=tests/eval/gold/nums.jsonl
jq -r '.id as $id | .text as $t | .spans[] | select(.kind != "duration")
	| [$id, ($t[0:.start] | utf8bytelength), ($t[0:.end] | utf8bytelength),
	   (.value // .lo) + (if .unit then " " + (.unit | split("|")[0]) else "" end)]
	| map(tostring) | join("\t")' "$gold" > "$B/eval.gold"
jq -r --arg sep '' -f tests/eval/rows.jq "$gold" | nf-nums -o |
    awk -F '\t' -v OFS='\t' '
	$1 !~ /^(money|percent|quantity|age)$/ { sub(/ .*/, "", $7) }
	{ print $2, $4, $5, $7 }' > "$B/eval.found"
awk -v name='nums golden' -f tests/eval/score.awk "$B/eval.gold" "$B/eval.found"
