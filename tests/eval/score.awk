# score.awk - precision, recall and F1 of rows against gold
#
# usage: awk -v name=NAME -f score.awk GOLD FOUND
#
# Both files: document, start, end, value between TABs. Prints the F1 of the
# spans, of spans with the right value, and the share of documents that are
# right in all.
BEGIN { FS = OFS = "\t" }
{ span = $1 FS $2 FS $3 }
FNR == NR { docs[$1] = 1; if ($2 != "") { gold[span] = $4; want++ } next }
{ docs[$1] = 1; found++ }
span in gold { hit++; if (gold[span] == $4) { right++; next } }
{ wrong[$1]++ }
{ seen[span] = 1 }
END {
	print name " extent F1", 200 * hit / (want + found)
	print name " value F1", 200 * right / (want + found)
}
