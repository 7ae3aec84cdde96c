# sent.sh - nf-sent on our own news_golden set: cases right in per cent
#
# A case is right when its sentences are, blanks ignored.
awk -F '\t' -v file="$B/eval.text" '
	function plain(s) {
		gsub(/\\n/, "\n", s); gsub(/\\t/, "\t", s); gsub(/\\\\/, "\\", s)
		return s
	}
	function bare(s) { gsub(/[ \t\n]/, "", s); return s }
	/^#/ { next }
	{
		printf "%s", plain($2) > file
		close(file)
		command = "nf-sent -t " file
		got = want = ""
		while ((command | getline line) > 0) got = got bare(line) "\n"
		close(command)
		for (i = 3; i <= NF; i++) want = want bare(plain($i)) "\n"
		right += got == want
		cases++
	}
	END { printf "sent news_golden cases right\t%.2f\n", 100 * right / cases }
' tests/eval/gold/sent.tsv
