#!/bin/sh
# demo.sh - the facts of the articles in this folder, as make demo prints them
#
# usage: demo.sh [FILE ...]
set -eu
LC_ALL=C
export LC_ALL
TAB=$(printf '\t')
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- examples/articles/*

rows=$(mktemp)
trap 'rm -f "$rows" "$rows".junk' EXIT
nf-clean "$@" | nf-sent | nf-ents | nf-dates | nf-nums > "$rows"
nf-clean -j "$@" | nf-cut -k junk -f value,text > "$rows".junk

heading() {
	printf '\n%s\n\n' "$1"
}

heading "What was read (date, title)"
nf-cut -k doc -f value,text "$rows" | sort | sed 's/^/  /'

heading "Who is named most, by canonical name"
nf-cut -k person -f value "$rows" | sort | uniq -c | sort -k1,1nr -k2 |
    head -n 8

heading "Where"
nf-cut -k place -f value "$rows" | sort | uniq -c | sort -k1,1nr -k2 |
    head -n 8

heading "A time line: what happened on which day"
nf-cut -k date -f value,sentence "$rows" | grep "^[12]...-..-..$TAB" |
    sort -u | cut -c1-100 | head -n 24 | sed 's/^/  /'

heading "People killed, injured, arrested, driven out, and by whose account"
nf-cut -k count -f event,mod,number,what,doc "$rows" |
    grep -E '^(killed|wounded|arrested|displaced|missing)' |
    sort -t "$TAB" -k1,1 -k3,3n | sed -e 's/^/  /' -e 's|examples/articles/||' |
    expand -t 14,18,27,44

heading "Money"
nf-cut -k money -f unit,number,sentence "$rows" | sort -t "$TAB" -k1,1 -k2,2nr |
    cut -c1-100 | head -n 16 | expand -t 6,20 | sed 's/^/  /'

heading "What was stripped, and why"
cut -f1 "$rows".junk | sort | uniq -c | sort -k1,1nr -k2
printf '\n'
sort -u "$rows".junk | awk -F '\t' 'length($2) > 24 && n[$1]++ < 2' |
    cut -c1-90 | expand -t 14 | sed 's/^/  /'
printf '\n%s rows in all: nf-clean FILE | nf-sent | nf-ents | nf-dates | nf-nums | nf-view shows them.\n' \
    "$(wc -l < "$rows" | tr -d ' ')"
