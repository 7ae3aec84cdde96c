# clean.sh - nf-clean on the articles of examples/: phrases that must stay
# and phrases that must go
while IFS="$(printf '\t')" read -r doc what phrase; do
	text=$B/eval.${doc%.*}
	[ "$doc" = "${last-}" ] || nf-clean "examples/articles/$doc" |
	    grep -E '^para' | cut -f6 | sed -e "s/[‘’]/'/g" > "$text"
	last=$doc
	if grep -qF -- "$phrase" "$text"; then
		echo "$what stayed"
	else
		echo "$what went"
	fi
done < tests/eval/gold/clean.tsv | awk '
	{ n[$1]++; ok[$1] += ($1 == "keep") == ($2 == "stayed") }
	END {
		printf "clean articles, kept\t%.2f\n", 100 * ok["keep"] / n["keep"]
		printf "clean articles, dropped\t%.2f\n", 100 * ok["drop"] / n["drop"]
	}'
