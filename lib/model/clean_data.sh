#!/bin/sh
# clean_data.sh - the labelled pages as files for nf-train clean
#
# usage: clean_data.sh SET FOLDER
#
# SET has gold.jsonl.gz, html/ID.html.gz and lines.*.tsv.gz; FOLDER gets
# HOST~ID.html, HOST~ID.gold and the lines with HOST~ID in the first column.
set -eu
set=$1 out=$2
rm -rf "$out"
mkdir -p "$out"

zcat "$set/gold.jsonl.gz" |
	jq -r '[.id, .host // "none" | gsub("/"; "_")] + [.body] | @tsv' |
	awk -F '\t' -v out="$out" '{
		file = out "/" $2 "~" $1 ".gold"
		text = $3
		gsub(/\\n/, "\n", text)
		gsub(/\\t/, "\t", text)
		gsub(/\\\\/, "\\", text)
		printf "%s", text > file
		close(file)
		print $1 "\t" $2
	}' > "$out/hosts"
while IFS="$(printf '\t')" read -r id host; do
	zcat "$set/html/$id.htm"*.gz > "$out/$host~$id.html"
done < "$out/hosts"
for lines in "$set"/lines.*.tsv.gz; do
	name=${lines##*/}
	zcat "$lines" | awk -F '\t' -v OFS='\t' '
		NR == FNR { host[$1] = $2; next }
		{ print host[$1] "~" $0 }
	' "$out/hosts" - > "$out/${name%.gz}"
done
rm "$out/hosts"
