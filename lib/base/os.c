/* os - the seam to the system, as POSIX has it */
#include "os.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static int
posix_open(void *context, const char *path)
{
	int fd;

	(void)context;
	do
		fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	while (fd < 0 && errno == EINTR);
	return fd < 0 ? -errno : fd;
}

static ssize_t
posix_read(void *context, int fd, void *bytes, size_t n)
{
	ssize_t got = read(fd, bytes, n);

	(void)context;
	return got < 0 ? -errno : got;
}

static ssize_t
posix_write(void *context, int fd, const void *bytes, size_t n)
{
	ssize_t put = write(fd, bytes, n);

	(void)context;
	return put < 0 ? -errno : put;
}

static bool
posix_ready(void *context, int fd, bool wait)
{
	struct pollfd p = { .fd = fd, .events = POLLIN };

	(void)context;
	return poll(&p, 1, wait ? -1 : 0) != 0;
}

static void
posix_hold(void *context, sigset_t *before, bool on)
{
	sigset_t held;

	(void)context;
	if (!on) {
		sigprocmask(SIG_SETMASK, before, NULL);
		return;
	}
	sigemptyset(&held);
	sigaddset(&held, SIGHUP);
	sigaddset(&held, SIGINT);
	sigaddset(&held, SIGTERM);
	sigprocmask(SIG_BLOCK, &held, before);
}

static void
posix_writable(void *context, int fd)
{
	struct pollfd p = { .fd = fd, .events = POLLOUT };

	(void)context;
	poll(&p, 1, -1);
}

static bool
posix_terminal(void *context, int fd)
{
	(void)context;
	return isatty(fd);
}

static int
posix_close(void *context, int fd)
{
	(void)context;
	return close(fd) < 0 ? -errno : 0;
}

static void
posix_confine(void *context, enum sandbox what)
{
	(void)context;
	sandbox_enter(what);
}

static void *
posix_resize(void *context, void *memory, size_t n)
{
	(void)context;
	return realloc(memory, n);
}

static void
posix_release(void *context, void *memory)
{
	(void)context;
	free(memory);
}

static size_t
posix_columns(void *context, int fd)
{
	(void)context;
#ifdef TIOCGWINSZ
	struct winsize size;

	if (isatty(fd) && ioctl(fd, TIOCGWINSZ, &size) == 0)
		return size.ws_col;
#endif
	(void)fd;
	return 0;
}

static const char *
posix_environment(void *context, const char *name)
{
	(void)context;
	return getenv(name);
}

static bool
posix_regular(void *context, int fd)
{
	struct stat status;

	(void)context;
	return fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
}

static uint64_t
posix_clock(void *context)
{
	struct timespec now = { 0 };

	(void)context;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

static void
posix_exit(void *context, int status)
{
	(void)context;
	_exit(status);
}

const struct os os_posix = {
	.name = "nf",
	.open = posix_open,
	.read = posix_read,
	.write = posix_write,
	.ready = posix_ready,
	.hold = posix_hold,
	.writable = posix_writable,
	.terminal = posix_terminal,
	.close = posix_close,
	.confine = posix_confine,
	.resize = posix_resize,
	.release = posix_release,
	.columns = posix_columns,
	.environment = posix_environment,
	.regular = posix_regular,
	.clock = posix_clock,
	.exit = posix_exit,
};
