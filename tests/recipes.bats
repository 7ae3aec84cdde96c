#!/usr/bin/env bats
# recipes.bats - the recipes of examples/ that need more than a session
#
# SLOW=1 also starts a Slurm of one machine.

bats_require_minimum_version 1.5.0
load helper

RECIPES=$ROOT/examples/recipes

setup_file() {
	cd "$BATS_FILE_TMPDIR"
	cp -R "$ARTICLES" pages
	ls pages/* > list
	nf-clean pages/* | nf-sent > units
	nf-ents units | nf-dates | nf-nums > one
}

setup() {
	cd "$BATS_TEST_TMPDIR"
	ln -s "$BATS_FILE_TMPDIR"/* .
}

@test "Slurm: the tasks of an array make all rows, once" {
	for i in 3 4 5; do
		SLURM_ARRAY_TASK_ID=$i SLURM_ARRAY_TASK_COUNT=3 \
		    SLURM_ARRAY_TASK_MIN=3 bash "$RECIPES/nf.sbatch" list rows
	done
	cat rows/*.tsv | cmp - one
}

@test "Slurm: a task that was killed goes on when it is queued again" {
	bash "$RECIPES/nf.sbatch" list rows
	rm rows/pages_summit.txt.tsv
	echo half > rows/pages_summit.txt.tsv.99.tmp
	touch -d 2001-01-01 rows/pages_digest.txt.tsv
	bash "$RECIPES/nf.sbatch" list rows
	cat rows/*.tsv | cmp - one
	[ "$(stat -c %Y rows/pages_digest.txt.tsv)" -lt 1000000000 ] # not made again
}

@test "Slurm: a page that cannot be read ends its task, and leaves no rows" {
	echo pages/nothing > bad
	run -2 bash "$RECIPES/nf.sbatch" bad rows
	[ -z "$(ls rows/*.tsv 2> /dev/null)" ]
}

start_slurm() {
	host=$(hostname)
	cat > slurm.conf <<-EOF2
		ClusterName=nf
		SlurmctldHost=$host
		SlurmctldPort=16817
		SlurmdPort=16818
		AuthType=auth/none
		CredType=cred/none
		SlurmUser=root
		SlurmdUser=root
		StateSaveLocation=$PWD
		SlurmdSpoolDir=$PWD/spool
		SlurmctldPidFile=$PWD/slurmctld.pid
		SlurmdPidFile=$PWD/slurmd.pid
		ProctrackType=proctrack/pgid
		TaskPlugin=task/none
		JobAcctGatherType=jobacct_gather/none
		MpiDefault=none
		ReturnToService=2
		SelectType=select/linear
		NodeName=$host CPUs=2
		PartitionName=p Nodes=ALL Default=YES OverSubscribe=YES:2
	EOF2
	printf 'CgroupPlugin=cgroup/v1\nCgroupMountpoint=%s/cgroup\n' "$PWD" > cgroup.conf
	mkdir spool cgroup
	export SLURM_CONF=$PWD/slurm.conf
	slurmctld -D > slurmctld.log 2>&1 3>&- & controller=$!
	slurmd -D > slurmd.log 2>&1 3>&- & daemon=$!
	for _ in 1 2 3 4 5 6 7 8 9 10; do
		sleep 1
		if sinfo -h -o %T 2> /dev/null | grep -q idle; then return 0; fi
	done
	return 1
}

teardown() {
	[ -z "${controller-}" ] || kill "$controller" "$daemon" 2> /dev/null || :
	[ -z "${server-}" ] || kill "$server" 2> /dev/null || :
}

@test "Slurm: a job array on a cluster of one machine" {
	[ -n "${SLOW-}" ] || skip 'SLOW=1 runs it'
	command -v slurmd > /dev/null || skip 'slurmd is not installed'
	start_slurm || skip 'Slurm does not start here'
	mkdir log
	sbatch --array=1-3 "$RECIPES/nf.sbatch" list rows
	for _ in 1 2 3 4 5 6 7 8 9 10; do
		sleep 1
		[ -n "$(squeue -h)" ] || break
	done
	cat rows/*.tsv | cmp - one
}

@test "parallel: the same bytes by way of ssh" {
	sshd=$(command -v /usr/sbin/sshd) || skip 'sshd is not installed'
	[ "$(id -u)" = 0 ] || skip 'only root can start a server here'
	ssh-keygen -q -t ed25519 -N '' -f host
	ssh-keygen -q -t ed25519 -N '' -f user
	mkdir -p /run/sshd
	"$sshd" -D -f /dev/null -h "$PWD/host" -p 16022 -o ListenAddress=127.0.0.1 \
	    -o "AuthorizedKeysFile=$PWD/user.pub" -o StrictModes=no \
	    -o PidFile=none > sshd.log 2>&1 3>&- & server=$!
	ssh="ssh -p 16022 -i $PWD/user -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR -o BatchMode=yes"
	for _ in 1 2 3 4 5 6 7 8 9 10; do
		if $ssh 127.0.0.1 true 2> /dev/null; then break; fi
		sleep 0.2
	done
	parallel --ssh "$ssh" -S 127.0.0.1 --pipe --recend '\n' --recstart 'doc\t' \
	    --block 8k -k "PATH=$BIN:\$PATH; nf-ents | nf-dates | nf-nums" < units | cmp - one
}
