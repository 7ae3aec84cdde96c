#!/bin/sh
# fault.sh - every failing call: the right output, or a message and status 2
#
# Each probe is one run with one thing going wrong. Prints TAP, and at the end
# the number of probes, of silent wrong outputs and of deaths by a signal.
# FAULT_INPUTS names the inputs (all articles and a stream of rows, if not).
set -u
cd "$(dirname "$0")/../.." || exit 2
B=${B:-build}
F=$PWD/$B/fault
bin=$B/bin
probes=0 silent=0 signals=0 failed=0 n=0
LC_ALL=C
export LC_ALL
ulimit -c 0

ok() { # status, name
	n=$((n + 1))
	[ "$1" -eq 0 ] && echo "ok $n $2" || { echo "not ok $n $2"; failed=1; }
}

# One probe has been made: its output is in $F/out and $F/err.
judge() { # status, what, file with the right output
	probes=$((probes + 1))
	[ "$1" -eq 0 ] && cmp -s "$F/out" "$3" && return
	if [ "$1" -gt 128 ]; then
		signals=$((signals + 1))
		echo "# $2: signal, status $1"
	elif [ "$1" -ne 2 ] || [ ! -s "$F/err" ]; then
		silent=$((silent + 1))
		echo "# $2: status $1, $(wc -c < "$F/out") bytes"
	fi
}

"$bin/nf-clean" examples/articles/* | "$bin/nf-sent" > "$F/units"
"$bin/nf-ents" "$F/units" | "$bin/nf-dates" | "$bin/nf-nums" > "$F/rows"
head -n 60 "$F/rows" > "$F/rows.head"
{
	echo '<!doctype html><meta charset=euc-jp><title>A</title><body>'
	for i in 1 2 3 4 5 6; do
		printf '<p>It rained on \306\374\313\334, \305\354\265\376, on Monday, and '
		echo 'the river rose by two metres, officials there said.</p>'
	done
} > "$F/japan.html"
inputs=${FAULT_INPUTS:-$(ls examples/articles/*) $F/rows.head $F/japan.html}

# ---- each call of the C library in turn ------------------------------------
for program in nf-clean nf-sent nf-ents nf-dates nf-nums nf-cut nf-view; do
	before=$silent$signals
	for input in $inputs; do
		for arguments in '' '-' "$input --"; do
			# shellcheck disable=SC2046
			set -- $("$F/sweep" "$F/shim.so" "$input" \
			    "$bin/$program" $arguments 2>> "$F/sweep.log")
			probes=$((probes + ${1:-0}))
			silent=$((silent + ${2:-1}))
			signals=$((signals + ${3:-0}))
		done
	done
	[ "$before" = "$silent$signals" ]
	ok $? "$program: a call of the C library fails"
done

# ---- system calls, by strace -------------------------------------------------
injected() { # program, call, error, when, path
	program=$1
	strace -qq -f -o "$F/strace" -P "$5" -e trace="$2" \
	    -e inject="$2:error=$3:when=$4" \
	    "$bin/$program" "$F/in" > "$F/out" 2> "$F/err"
	status=$?
	if grep -q INJECTED "$F/strace"; then
		judge $status "$program: $2 $3 $4" "$F/want"
	elif [ "$4" = 1 ]; then
		silent=$((silent + 1))
		echo "# $program: $2 $3 $4: nothing was injected"
	fi
}

if command -v strace > /dev/null && strace -qq true 2> /dev/null; then
	head -c 150000 "$F/rows" > "$F/in"
	while [ "$(wc -c < "$F/in")" -lt 150000 ]; do
		cat "$F/rows" >> "$F/in"
	done
	for program in nf-clean nf-sent nf-ents nf-dates nf-nums nf-cut; do
		before=$silent$signals
		"$bin/$program" "$F/in" > "$F/want" 2> /dev/null
		for when in 1 2 3; do
			for error in EIO EINTR EAGAIN EISDIR EBADF; do
				injected $program read $error $when "$F/in"
			done
			for error in EIO ENOSPC EINTR EAGAIN EPIPE EDQUOT; do
				injected $program write $error $when "$F/out"
			done
		done
		for error in ENOENT EACCES EMFILE ENFILE EINTR ENOMEM; do
			injected $program openat $error 1 "$F/in"
		done
		injected $program close EIO 1 "$F/out"
		[ "$before" = "$silent$signals" ]
		ok $? "$program: a system call fails (strace)"
	done
else
	echo "ok # skip strace cannot trace here"
fi

# ---- files, descriptors, readers ---------------------------------------------
for program in nf-clean nf-sent nf-ents nf-dates nf-nums nf-cut nf-view; do
	before=$silent$signals
	p=$bin/$program
	"$p" "$F/in" > "$F/want" 2> /dev/null
	: > "$F/out"
	"$p" "$F/in" > /dev/full 2> "$F/err"
	judge $? "$program > /dev/full" "$F/want"
	"$p" "$F/in" 2> "$F/err" >&-
	judge $? "$program >&-" "$F/want"
	"$p" < /dev/null 2> "$F/err" >&-
	judge $? "$program < /dev/null >&-" "$F/want"
	"$p" > "$F/out" 2> "$F/err" <&-
	judge $? "$program <&-" "$F/want"
	"$p" / > "$F/out" 2> "$F/err"
	judge $? "$program /" "$F/want"
	"$p" < / > "$F/out" 2> "$F/err"
	judge $? "$program < /" "$F/want"
	"$p" "$F/in" > "$F/out" 2>&-
	[ $? -eq 0 ] && cmp -s "$F/out" "$F/want"
	ok $? "$program 2>&-: the right output"
	probes=$((probes + 1))
	for blocks in 1 2 20 100; do
		(trap '' XFSZ; ulimit -f $blocks; "$p" "$F/in" > "$F/out") \
		    2> "$F/err"
		judge $? "$program, ulimit -f $blocks" "$F/want"
	done
	for kilobytes in 4000 5000 6000 7000 8000 10000 12000 16000; do
		# what the kernel and the loader cannot even start is not ours
		(ulimit -v $kilobytes; "$p" --version) > /dev/null 2>&1 ||
		    continue
		(ulimit -v $kilobytes; "$p" "$F/in" > "$F/out") 2> "$F/err"
		judge $? "$program, ulimit -v $kilobytes" "$F/want"
	done
	# a reader that goes away: killed, or told so when SIGPIPE is ignored
	{ "$p" "$F/in" "$F/in" "$F/in"; echo $? > "$F/status"; } 2> /dev/null |
	    head -c 1 > /dev/null
	probes=$((probes + 1))
	[ "$(cat "$F/status")" = 141 ] || [ "$(cat "$F/status")" = 0 ]
	ok $? "$program | head -c 1: ended by SIGPIPE"
	(trap '' PIPE; { "$p" "$F/in" "$F/in" "$F/in"; echo $? > "$F/status"; } \
	    2> "$F/err" | head -c 1 > /dev/null)
	: > "$F/out"
	judge "$(cat "$F/status")" "$program, SIGPIPE ignored" "$F/want"
	[ "$before" = "$silent$signals" ]
	ok $? "$program: files, descriptors, limits"
done

# a small file system, where we may make one
if mkdir -p "$F/small" && mount -t tmpfs -o size=64k nf "$F/small" 2> /dev/null
then
	for program in nf-clean nf-sent nf-ents nf-dates nf-nums nf-cut; do
		"$bin/$program" "$F/in" > "$F/want" 2> /dev/null
		"$bin/$program" "$F/in" > "$F/small/out" 2> "$F/err"
		status=$?
		cp "$F/small/out" "$F/out"
		judge $status "$program on a full tmpfs" "$F/want"
		rm "$F/small/out"
	done
	umount "$F/small"
else
	echo "ok # skip a tmpfs cannot be mounted here"
fi

# ---- signals -----------------------------------------------------------------
for signal in TERM INT HUP; do
	bad=0
	for pause in 0.01 0.02 0.03 0.05 0.08; do
		(trap - INT
		 exec "$bin/nf-nums" "$F/in" "$F/in" "$F/in" "$F/in" "$F/in" \
		    "$F/in" "$F/in" "$F/in" "$F/in" "$F/in") > "$F/out" &
		sleep $pause
		kill -$signal $! 2> /dev/null
		wait $!
		probes=$((probes + 1))
		awk -F '\t' 'NF != 8 { bad = 1 } END { exit bad }' "$F/out" || bad=1
		[ -s "$F/out" ] && [ "$(tail -c 1 "$F/out" | od -An -c |
		    tr -d ' ')" != '\n' ] && bad=1
	done
	ok $bad "SIG$signal: whole rows have been written"
done
rm -f "$F/fifo"
mkfifo "$F/fifo"
"$bin/nf-nums" "$F/in" > "$F/want" 2> /dev/null
"$bin/nf-nums" - < "$F/fifo" > "$F/out" &
pid=$!
{ head -c 70000 "$F/in"; kill -STOP $pid; sleep 0.1; kill -CONT $pid
    sleep 0.1; tail -c +70001 "$F/in"; } > "$F/fifo"
wait $pid
status=$?
judge $status 'SIGSTOP, SIGCONT, a FIFO' "$F/want"
exec 6<> "$F/fifo" 7< "$F/fifo" # no open waits for another one
"$bin/nf-cut" -f kind <&7 > "$F/out" 6>&- & a=$!
"$bin/nf-cut" -f kind <&7 > "$F/out.2" 6>&- & b=$!
cat "$F/in" >&6 7<&-
exec 6>&- 7<&-
wait $a; sa=$?
wait $b; sb=$?
[ $sa -le 2 ] && [ $sb -le 2 ] && ! grep -qvE '^[a-z]+$' "$F/out" "$F/out.2"
ok $? 'two filters on one FIFO: no crash, every line whole'

sed 's/^/# /' "$F/sweep.log"
ok $((silent + signals)) 'no silent wrong output, no signal'
echo "1..$n"
echo "# $probes probes, $silent silent wrong, $signals signals"
exit $failed
