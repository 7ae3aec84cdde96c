# rows.jq - documents of JSON Lines as doc and para rows
#
# --arg sep: what stands between two paragraphs ("" : the text is one)
def clean: gsub("[\u0000-\u001f\u007f]"; " ");
. as $d
| ["doc", .id, 0, 0, 0, "-", (.dct // "-"), "nf=1"],
  (reduce (if $sep == "" then [.text] else (.text | split($sep)) end)[] as $p
	({ at: 0, n: 0, rows: [] };
	 ($p | utf8bytelength) as $bytes
	 | if ($p | test("\\S"))
	   then .n += 1
	   | ($p | sub("^\\s+"; "")) as $left
	   | ($left | sub("\\s+$"; "")) as $t
	   | (.at + $bytes - ($left | utf8bytelength)) as $s
	   | .rows += [["para", $d.id, .n, $s, $s + ($t | utf8bytelength),
		($t | clean), "-", "role=text"]]
	   else . end
	 | .at += $bytes + ($sep | utf8bytelength))
	| .rows[])
| map(tostring) | join("\t")
