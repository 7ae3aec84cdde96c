# brat.awk - one document of nf(5) for the annotation tool brat
#
#   LC_ALL=C awk -v base=ferry -f brat.awk rows    writes ferry.txt, ferry.ann
#
# ferry.txt has a unit a line; offsets in ferry.ann count characters of it, as
# brat wants. The value of a row is the note of its annotation.
BEGIN { FS = "\t"; txt = base ".txt"; ann = base ".ann"; printf "" > txt; printf "" > ann }

function characters(s) { # all bytes but those that go on with a character
	gsub(/[\200-\277]/, "", s)
	return length(s)
}

$1 == "sent" || $1 == "para" {
	begin += previous # of the unit in ferry.txt
	previous = characters($6) + 1
	text = $6; first = $4; last = $5
	print text > txt
	next
}
text == "" || $1 == "doc" || $1 == "junk" || $4 < first || $5 > last { next }
{
	from = begin + characters(substr(text, 1, $4 - first))
	kind = toupper(substr($1, 1, 1)) substr($1, 2)
	printf "T%d\t%s %d %d\t%s\n", ++n, kind, from, from + characters($6), $6 > ann
	if ($7 != "-") printf "#%d\tAnnotatorNotes T%d\t%s\n", n, n, $7 > ann
}
