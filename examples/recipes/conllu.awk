# conllu.awk - a stream of nf(5) as CoNLL-U, with names in the last column
#
#   LC_ALL=C awk -f conllu.awk rows
#
# A token is a run of letters and digits, or one other character. NE=B-person
# begins a name, NE=I-person goes on with it.
BEGIN { FS = "\t" }

function flush(   i, at, rest, n, word, space, tag, k) {
	if (text == "") return
	print "# sent_id = " id
	print "# text = " text
	rest = text; at = first
	while (rest != "") {
		if (match(rest, /^ +/)) { at += RLENGTH; rest = substr(rest, RLENGTH + 1); continue }
		if (!match(rest, /^([A-Za-z0-9]|[\200-\377])+/)) RLENGTH = 1
		word = substr(rest, 1, RLENGTH)
		rest = substr(rest, RLENGTH + 1)
		tag = ""
		for (k = 1; k <= names; k++)
			if (at >= from[k] && at < to[k])
				tag = (at == from[k] ? "B-" : "I-") kind[k]
		at += length(word)
		space = rest != "" && rest !~ /^ / ? "SpaceAfter=No" : ""
		misc = (tag != "" ? "NE=" tag : "") (tag != "" && space != "" ? "|" : "") space
		print ++n "\t" word "\t_\t_\t_\t_\t_\t_\t_\t" (misc != "" ? misc : "_")
	}
	print ""
	text = ""; names = 0
}
$1 == "sent" || $1 == "para" || $1 == "doc" { flush() }
$1 == "sent" || $1 == "para" { text = $6; first = $4; id = $2 ":" $3 }
$1 ~ /^(person|org|place|norp|misc)$/ {
	names++
	from[names] = $4; to[names] = $5; kind[names] = $1
}
END { flush() }
