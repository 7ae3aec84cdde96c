# sentence_break.awk - Unicode's SentenceBreakTest.txt as files for nf-sent
#
# usage: LC_ALL=C awk -v dir=DIR -f sentence_break.awk SentenceBreakTest.txt
#
# Writes the text of each case to DIR/001, DIR/002 ... and prints where its
# sentences begin: the name of the file, and the offsets of the first bytes
# that are no blanks behind each break, as nf-sent has them in column 4.
function digit(c) { return index("0123456789ABCDEF", c) - 1 }

function hex(s,  i, n) {
	for (i = 1; i <= length(s); i++)
		n = n * 16 + digit(substr(s, i, 1))
	return n
}

function utf8(c) {
	if (c < 128)
		return sprintf("%c", c)
	if (c < 2048)
		return sprintf("%c%c", 192 + int(c / 64), 128 + c % 64)
	if (c < 65536)
		return sprintf("%c%c%c", 224 + int(c / 4096),
		    128 + int(c / 64) % 64, 128 + c % 64)
	return sprintf("%c%c%c%c", 240 + int(c / 262144),
	    128 + int(c / 4096) % 64, 128 + int(c / 64) % 64, 128 + c % 64)
}

function blank(c) { return c <= 32 || c == 127 || c == 160 || c == 8239 || c == 12288 }

/^÷/ {
	text = starts = ""
	for (i = 1; i <= NF && $i !~ /^#/; i++) {
		if ($i == "÷")
			begins = 1
		if ($i == "÷" || $i == "×")
			continue
		c = hex($i)
		if (begins && !blank(c)) {
			starts = starts " " length(text)
			begins = 0
		}
		text = text utf8(c)
	}
	file = sprintf("%s/%03d", dir, ++n)
	printf "%s", text > file
	close(file)
	print file starts
}
