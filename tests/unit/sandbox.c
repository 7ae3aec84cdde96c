/* sandbox - what is refused once it is given up, and what is not */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sandbox.h"
#include "unit.h"

static bool
can_open(const char *path, int flags)
{
	int fd = open(path, flags, 0600);

	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

static bool
can_connect(void)
{
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

static bool
can_execute(void)
{
	static char name[] = "true", *const argv[] = { name, NULL };
	pid_t child = fork();
	int status = 1;

	if (child == 0) {
		execv("/bin/true", argv);
		_exit(1);
	}
	if (child > 0)
		waitpid(child, &status, 0);
	return status == 0;
}

/* In a child, since nothing comes back. */
static void
inside(void (*checks)(void))
{
	pid_t child;
	int status = 1;

	fflush(stdout);
	child = fork();
	if (child == 0) {
		unit_failed_checks = 0;
		checks();
		fflush(stdout);
		_exit(unit_failed_checks > 0);
	}
	waitpid(child, &status, 0);
	CHECK_SIZE(status, 0);
}

static const char here[] = "build/sandbox.tmp";

static void
files(void)
{
	char byte = 0;
	int fd = open("/dev/zero", O_RDONLY);

	CHECK(can_open(here, O_WRONLY | O_CREAT) && can_connect());
	CHECK(can_execute());
	CHECK(sandbox_enter(SANDBOX_FILES));
	CHECK(!can_connect());
	CHECK(!can_execute());
	CHECK(!can_open(here, O_WRONLY));
	CHECK(!can_open(here, O_RDWR));
	CHECK(!can_open(here, O_RDONLY | O_TRUNC));
	CHECK(!can_open("build/sandbox.new", O_RDONLY | O_CREAT));
	CHECK(unlink(here) < 0 && mkdir("build/sandbox.d", 0700) < 0);
	CHECK(can_open(here, O_RDONLY));
	CHECK(read(fd, &byte, 1) == 1);
}

static void
library(void)
{
	CHECK(sandbox_enter(SANDBOX_FILES));
	CHECK(sandbox_enter(SANDBOX_LIBRARY));
	CHECK(!can_open(here, O_RDONLY));
	CHECK(!can_open("/etc/passwd", O_RDONLY));
	CHECK(can_open("/etc/ld.so.cache", O_RDONLY) ||
	    access("/etc/ld.so.cache", R_OK) < 0);
}

static void
none(void)
{
	void *memory;

	CHECK(sandbox_enter(SANDBOX_FILES));
	CHECK(sandbox_enter(SANDBOX_NONE));
	CHECK(!can_open(here, O_RDONLY));
	CHECK(!can_open("/etc/ld.so.cache", O_RDONLY));
	memory = malloc(8 << 20);
	CHECK(memory != NULL);
	free(memory);
}

static void
try(void)
{
	unit_failed_checks = !sandbox_enter(SANDBOX_FILES) ||
	    !sandbox_enter(SANDBOX_LIBRARY);
}

int
main(void)
{
	TEST("the system has what the sandbox needs, or this is skipped");
	inside(try);
	if (unit_failed_checks) {
		unit_failed_checks = 0;
		return unit_done();
	}
	TEST("no sockets, no programs, no writing; reading goes on");
	inside(files);
	TEST("then no reading but of libraries");
	inside(library);
	TEST("or no opening at all");
	inside(none);
	unlink(here);
	return unit_done();
}
