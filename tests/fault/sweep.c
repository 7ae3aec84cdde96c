/* sweep - runs a command once for each call that could fail
 *
 * usage: sweep SHIM INPUT COMMAND [ARGUMENT ...]
 *
 * INPUT is the command's standard input. First the command runs untouched;
 * then, for each sort of call in the table, with the first one failing, the
 * second, and so on until none is left to fail. Each run must give the same
 * bytes and status, or a message and status 2. Prints "PROBES SILENT SIGNALS"
 * and, on standard error, each run that did neither. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static const struct fault {
	const char *call;
	int error;
	bool once;  /* only one call fails, or that and all after it */
} faults[] = {
	{ "malloc", ENOMEM, true },
	{ "malloc", ENOMEM, false },
	{ "read", EIO, true },
	{ "read", EIO, false },
	{ "read", EINTR, true },
	{ "read", EAGAIN, true },
	{ "read", EISDIR, true },
	{ "write", ENOSPC, true },
	{ "write", ENOSPC, false },
	{ "write", EIO, true },
	{ "write", EPIPE, false },
	{ "write", EINTR, true },
	{ "write", EAGAIN, true },
	{ "open", ENOENT, false },
	{ "open", EMFILE, true },
	{ "open", EINTR, true },
	{ "close", EIO, true },
	{ "close", ENOSPC, true },
	{ "short", 0, true },
	{ "short", 0, false },
};

enum { MOST = 20000 }; /* a command that dies each time ends, too */

struct run {
	int out, err, note; /* files in memory; note is the shim's */
	int status;         /* as of wait(2) */
};

static const char *shim, *input;

static void
set(const char *name, unsigned long value)
{
	char text[32];

	snprintf(text, sizeof text, "%lu", value);
	setenv(name, text, 1);
}

static void
child(const struct run *r, const struct fault *f, unsigned long at,
    char *command[])
{
	int in = open(input, O_RDONLY);

	dup2(in, 0);
	dup2(r->out, 1);
	dup2(r->err, 2);
	dup2(r->note, 9);
	setenv("LD_PRELOAD", shim, 1);
	setenv("SHIM_PIECE", "1500", 1);
	set("SHIM_AT", at);
	if (f) {
		setenv("SHIM_CALL", f->call, 1);
		set("SHIM_ERROR", (unsigned long)f->error);
		if (f->once)
			setenv("SHIM_ONCE", "1", 1);
	}
	execvp(command[0], command);
	_exit(127);
}

static void
run(struct run *r, const struct fault *f, unsigned long at, char *command[])
{
	pid_t pid;

	if (ftruncate(r->out, 0) || ftruncate(r->err, 0) ||
	    ftruncate(r->note, 0))
		exit(2);
	lseek(r->out, 0, SEEK_SET);
	lseek(r->err, 0, SEEK_SET);
	lseek(r->note, 0, SEEK_SET);
	pid = fork();
	if (pid == 0)
		child(r, f, at, command);
	waitpid(pid, &r->status, 0);
}

static char *
bytes(int fd, size_t *n)
{
	off_t size = lseek(fd, 0, SEEK_END);
	char *s = malloc((size_t)size + 1);

	if (!s || pread(fd, s, (size_t)size, 0) != size)
		exit(2);
	s[size] = '\0';
	*n = (size_t)size;
	return s;
}

static bool
equal(int fd, const char *want, size_t n)
{
	size_t got;
	char *s = bytes(fd, &got);
	bool same = got == n && memcmp(s, want, n) == 0;

	free(s);
	return same;
}

/* Whether the shim has made a call fail. */
static bool
failed(const struct run *r)
{
	unsigned long calls = 0, count = 0;
	size_t n;
	char *s = bytes(r->note, &n);

	sscanf(s, "shim %lu %lu", &calls, &count);
	free(s);
	return count > 0;
}

int
main(int argc, char *argv[])
{
	struct run r = { memfd_create("out", 0), memfd_create("err", 0),
		memfd_create("note", 0), 0 };
	unsigned long probes = 0, silent = 0, signals = 0, at;
	size_t n, i;
	char *want;
	int status;

	if (argc < 4)
		return 2;
	shim = argv[1];
	input = argv[2];
	run(&r, NULL, 0, argv + 3);
	status = r.status;
	want = bytes(r.out, &n);
	for (i = 0; i < sizeof faults / sizeof *faults; i++) {
		const struct fault *f = &faults[i];

		for (at = 1; at < MOST; at++) {
			run(&r, f, at, argv + 3);
			if (WIFSIGNALED(r.status)) {
				signals++;
			} else if (r.status == status && equal(r.out, want,
				n)) {
				if (!failed(&r))
					break;
			} else if (WEXITSTATUS(r.status) != 2 ||
			    lseek(r.err, 0, SEEK_END) == 0) {
				silent++;
			} else {
				probes++;
				continue;
			}
			probes++;
			if (r.status != status || !equal(r.out, want, n))
				fprintf(stderr, "%s %s: %s %lu, error %d%s: "
				    "status %#x\n", argv[3], input, f->call,
				    at, f->error, f->once ? "" : " and on",
				    (unsigned)r.status);
		}
	}
	printf("%lu %lu %lu\n", probes, silent, signals);
	return silent || signals;
}
