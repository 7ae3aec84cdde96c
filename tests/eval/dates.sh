# dates.sh - nf-dates on our own news_golden set
gold=tests/eval/gold/dates.jsonl
jq -r '.id as $id | .timexes[] | [$id, .s, .e, .value] | map(tostring) | join("\t")' \
    "$gold" > "$B/eval.gold"
jq -r --arg sep '

' -f tests/eval/rows.jq "$gold" | nf-sent | nf-dates -o |
    cut -f2,4,5,7 > "$B/eval.found"
awk -v name='dates news_golden' -f tests/eval/score.awk "$B/eval.gold" "$B/eval.found"
