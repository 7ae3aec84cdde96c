# completion.awk - what a shell needs to complete the options of a program
#
# usage: PROGRAM --help | awk -v program=PROGRAM -v shell=bash|zsh|fish -f completion.awk
#
# The text of --help is made from the table of options that parses the command
# line, so the completions cannot fall behind. Which words an option takes is
# not in that table: those of options with few are listed here, by their names.

BEGIN {
	words["color"] = "auto always never"
	words["dollar"] = "USD AUD CAD HKD NZD SGD"
	words["fields"] = "kind doc n start end text value attrs number unit what sentence"
	words["from"] = "auto html text"
	words["kinds"] = "person org place norp misc date time duration set range" \
	    " count money percent quantity age ratio fraction score ordinal" \
	    " multiple number doc para sent junk"
	words["prefer"] = "tense past future nearest"
	words["roles"] = "title standfirst head text item caption byline dateline"
	words["week-start"] = "monday tuesday wednesday thursday friday saturday sunday"
	files["FILE"] = 1
}

/^  (-.,|   ) --/ {
	n++
	letter[n] = substr($0, 3, 1) == "-" ? substr($0, 4, 1) : ""
	option = substr($0, 9)
	match(option, /^[a-z0-9-]+/)
	name[n] = substr(option, 1, RLENGTH)
	option = substr(option, RLENGTH + 1)
	argument[n] = ""
	if (substr(option, 1, 1) == "=") {
		match(option, /^[^ ]+/)
		argument[n] = substr(option, 2, RLENGTH - 1)
		option = substr(option, RLENGTH + 1)
	}
	sub(/^ +/, "", option)
	help[n] = option
}

END {
	if (shell == "bash") bash()
	else if (shell == "zsh") zsh()
	else if (shell == "fish") fish()
	else exit 2
}

function quoted(text) {
	gsub(/\047/, "\047\\\047\047", text)
	return "\047" text "\047"
}

function bash(   i, f, all) {
	f = "_" program
	gsub(/-/, "_", f)
	print "# completion of " program " for bash, made from --help"
	print f "() {"
	print "\tlocal cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}"
	print "\t[[ $cur == = ]] && cur="
	print "\t[[ $prev == = ]] && prev=${COMP_WORDS[COMP_CWORD-2]}"
	print "\tCOMPREPLY=()"
	print "\tcase $prev in"
	for (i = 1; i <= n; i++) {
		all = all " --" name[i] (argument[i] != "" ? "=" : "")
		if (letter[i] != "") all = all " -" letter[i]
		if (argument[i] == "" || argument[i] in files) continue
		printf "\t%s--%s)\n", letter[i] != "" ? "-" letter[i] " | " : "", name[i]
		if (name[i] in words)
			print "\t\tCOMPREPLY=($(compgen -W " quoted(words[name[i]]) " -- \"$cur\"))"
		print "\t\treturn ;;"
	}
	for (i = 1; i <= n; i++)
		if (argument[i] in files)
			printf "\t%s--%s) return ;;\n", letter[i] != "" ? "-" letter[i] " | " : "", name[i]
	print "\tesac"
	print "\t[[ $cur == -* ]] || return"
	print "\tCOMPREPLY=($(compgen -W " quoted(substr(all, 2)) " -- \"$cur\"))"
	print "\tif [[ ${COMPREPLY[0]-} == *= ]]; then compopt -o nospace 2> /dev/null; fi"
	print "}"
	print "complete -o default -F " f " " program
}

function zsh(   i, text, action, both) {
	print "#compdef " program
	print "# completion of " program " for zsh, made from --help"
	print "_arguments -s -S \\"
	for (i = 1; i <= n; i++) {
		text = help[i]
		gsub(/[\[\]:\\]/, "\\\\&", text)
		action = ""
		if (argument[i] != "") {
			action = argument[i]
			gsub(/[|:]/, " ", action)
			action = ":" action ":"
			if (argument[i] in files) action = action "_files"
			else if (name[i] in words) action = action "(" words[name[i]] ")"
		}
		both = "--" name[i] (argument[i] != "" ? "=" : "")
		if (letter[i] == "")
			print "\t" quoted(both "[" text "]" action) " \\"
		else
			print "\t" quoted("(-" letter[i] " --" name[i] ")") \
			    "{-" letter[i] (argument[i] != "" ? "+" : "") "," both "}" \
			    quoted("[" text "]" action) " \\"
	}
	print "\t'*:file:_files'"
}

function fish(   i, line) {
	print "# completion of " program " for fish, made from --help"
	for (i = 1; i <= n; i++) {
		line = "complete -c " program
		if (letter[i] != "") line = line " -s " letter[i]
		line = line " -l " name[i]
		if (argument[i] in files) line = line " -r -F"
		else if (argument[i] != "") line = line " -x"
		if (name[i] in words) line = line " -a " quoted(words[name[i]])
		print line " -d " quoted(help[i])
	}
}
