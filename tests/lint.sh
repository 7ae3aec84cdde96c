#!/bin/sh
# lint.sh - what machines can say about the source
#
# Prints TAP. A tool that is not installed is skipped, and said so.
set -u
cd "$(dirname "$0")/.." || exit 2
B=${B:-build}
CPPFLAGS=${CPPFLAGS:--Ilib/base -Ilib/stream -Ilib/text -Ilib/model -Ilib/step -Ilib/view -I$B/gen}
failed=0
n=0

rule() { # what is true, command: its output is what breaks the rule
	n=$((n + 1))
	said=$(sh -c "$2" 2>&1)
	if [ -z "$said" ]; then
		echo "ok $n $1"
	else
		echo "$said" | head -n 20 | sed 's/^/# /'
		echo "not ok $n $1"
		failed=1
	fi
}

have() {
	command -v "$1" >/dev/null || { echo "ok # skip $1 is not installed"; return 1; }
}

code='cmd/*.c lib/*/*.c lib/*/*.h tests/unit/*.c tests/unit/*.h'
export code

rule 'a step includes no stream header' \
    'grep -nE "#include \"(record|reader|output|option|window|group|operand|progress|filter)\.h\"" lib/base/* lib/text/* lib/model/*.h lib/step/*'
rule 'the base includes nothing of the others, the stream nothing of the steps' \
    'for h in lib/text/*.h lib/model/*.h lib/step/*.h; do grep -n "#include \"${h##*/}\"" lib/base/* lib/stream/*; done'
rule 'text includes no model and no step; a model no step, unless it is made' \
    'for h in lib/model/*.h lib/step/*.h; do grep -n "#include \"${h##*/}\"" lib/text/*; done; for h in lib/step/*.h; do ls lib/model/*.[ch] | grep -v -e "train.*c$" -e clean_set.c | xargs grep -n "#include \"${h##*/}\""; done'
rule 'only a command includes the view, and the view no step' \
    'for h in lib/view/*.h; do h=${h##*/}; grep -n "#include \"$h\"" lib/base/* lib/stream/* lib/text/* lib/model/* lib/step/*; done; for h in lib/model/*.h lib/step/*.h; do grep -n "#include \"${h##*/}\"" lib/view/*; done'
rule 'no banned function is called' \
    'grep -nEw "(strcpy|strcat|strncpy|strtok|sprintf|vsprintf|atoi|atol|gets|setlocale|strftime|localtime|gmtime|mktime|alloca|strerror|getenv) ?\(" cmd/*.c lib/*/*.c | grep -v "^lib/base/os.c:.*getenv" | grep -v "^[^:]*:[0-9]*: *\(\*\|/\*\)"'
rule 'no stdio in the library and the commands' \
    'grep -n "#include <stdio.h>" cmd/*.c lib/*/*.c lib/*/*.h'
rule 'a line has at most 80 columns' \
    'for f in $code; do expand $f | awk -v f=$f "length > 80 && !/http/ { print f \":\" NR }"; done'
rule 'no blank at the end of a line' 'grep -nE "[ 	]+$" $code Makefile'
rule 'a function has at most 60 lines' \
    'awk "FNR == 1 { start = 0 } /^[a-z_].*\(.*/ && !/;$/ { name = \$0; start = 0 } /^\{/ { start = FNR } /^\}/ && start { if (FNR - start > 61) print FILENAME \":\" start \": \" name \": \" FNR - start - 1; start = 0 }" cmd/*.c lib/*/*.c'
rule 'a file has at most 600 lines' \
    'wc -l cmd/*.c lib/*/*.c | awk "\$2 != \"total\" && \$1 > 600"'
rule 'every program has a man page' \
    'for p in cmd/*.c; do p=${p#cmd/}; [ -e man/${p%.c}.1 ] || echo "$p"; done'
rule 'every option of --help is in the man page' '
    for p in '"$B"'/bin/nf-*; do
	case $p in *nf-train) continue ;; esac
	m=man/${p##*/}.1
	$p --help | grep -oE -- "--[a-z0-9-]+" | sort -u | while read -r o; do
		case $o in --help|--version|--only|--header|--unbuffered|--why|--exit-status|--verbose|--no-sandbox) continue ;; esac
		sed "s/\\\\-/-/g" $m | grep -qE -- "(Fl Fl |-)${o#--}( |=|$|,)" || echo "$m: $o"
	done
    done'
have mandoc && rule 'the man pages are clean' \
    'mandoc -T lint -W warning man/*.[1357] 2>&1 | grep -v "referenced manual not found"'
have shellcheck && rule 'the shell scripts are clean' \
    'shellcheck -s sh -S warning -e SC1003,SC2034,SC2086,SC2046,SC2030,SC2031,SC3045 tests/*.sh tests/*/*.sh examples/*.sh .ci/run'
have cppcheck && rule 'cppcheck finds nothing' \
    'cppcheck -q --std=c11 --inline-suppr --enable=warning,portability --suppress=missingIncludeSystem --suppress=unknownMacro --suppress=comparePointers --suppress=normalCheckLevelMaxBranches '"$CPPFLAGS"' -DNF_VERSION=\"0\" cmd lib/base lib/stream lib/text lib/model lib/step'
have clang && rule 'clang has no warning' \
    'for f in cmd/*.c lib/*/*.c; do clang -std=c11 -D_POSIX_C_SOURCE=200809L -DNF_VERSION=\"0\" -Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes -Wvla -fsyntax-only '"$CPPFLAGS"' $f; done'
# some minutes: TIDY=0 leaves it out
[ "${TIDY:-1}" != 0 ] && have clang-tidy && rule 'clang-tidy finds nothing' \
    'ls cmd/*.c lib/*/*.c | xargs -P 2 -I{} clang-tidy --quiet {} -- -std=c11 -D_POSIX_C_SOURCE=200809L -DNF_VERSION=\"0\" '"$CPPFLAGS"' 2>/dev/null'
have valgrind && rule 'no program takes a tenth more instructions than recorded' \
    'sh tests/bench/instructions.sh check | grep "^not ok"'
have codespell && rule 'no word is misspelt' \
    'codespell -q 3 -L "te,ist,nd,ba,als,fo,ans,sie,hist,thi,parm,etcc" README.md man/*.[1357] cmd lib/base lib/stream lib/step/*.h'
echo "1..$n"
exit $failed
