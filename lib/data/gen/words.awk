# words.awk - a list of words as a sorted C array of struct word
#
# usage: awk -v name=NAME -f words.awk LIST.tsv
#
# The list has the columns word, class, value, more; the last two may be
# missing. A class is the name of an enumerator, to which the name of the list
# is put in front: class "month" of list "time" is TIME_MONTH.
BEGIN {
	FS = "\t"
	printf "/* made by words.awk, do not edit */\n"
	printf "static const struct word %s_words[] = {\n", name
}
$1 == "" || /^#/ { next }
{
	gsub(/\\/, "\\\\", $1)
	gsub(/"/, "\\\"", $1)
	printf "\t{ \"%s\", %s_%s, %s, \"%s\" },\n", $1, toupper(name),
	    toupper($2), $3 == "" ? 0 : $3, $4
}
END { print "};" }
