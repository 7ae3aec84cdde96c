/* shim - makes one call of the C library fail, to be preloaded
 *
 * SHIM_CALL says which: malloc (with calloc, realloc, memalign), read, write,
 * open, close or short (write takes only half). SHIM_AT is the number of the
 * call that fails, from 1, and all after it unless SHIM_ONCE is set; 0 counts
 * only. SHIM_ERROR is the errno. SHIM_PIECE is the most that one read or write
 * takes. The loader's own calls are not seen. At the end "shim CALLS FAILED"
 * goes to the descriptor 9, if that is open. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MALLOC = 1, READ, WRITE, OPEN, CLOSE, SHORT };

static int call, error, once;
static unsigned long at, calls, failed, piece;

/* The real ones; malloc has a name of its own in glibc. */
extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);

static unsigned long
number(const char *name)
{
	const char *value = getenv(name);

	return value ? strtoul(value, NULL, 10) : 0;
}

__attribute__((constructor)) static void
begin(void)
{
	static const char *const names[] = { "", "malloc", "read", "write",
		"open", "close", "short" };
	const char *name = getenv("SHIM_CALL");
	int i;

	at = number("SHIM_AT");
	piece = number("SHIM_PIECE");
	error = (int)number("SHIM_ERROR");
	once = getenv("SHIM_ONCE") != NULL;
	for (i = 1; name && i <= SHORT; i++)
		if (strcmp(name, names[i]) == 0)
			call = i;
}

static int
fails(int which)
{
	if (call != which)
		return 0;
	calls++;
	if (!at || calls < at || (once && calls > at))
		return 0;
	failed++;
	errno = error;
	return 1;
}

static size_t
decimal(char *text, unsigned long value)
{
	char digits[24];
	size_t n = 0, i;

	do
		digits[n++] = (char)('0' + value % 10);
	while (value /= 10);
	for (i = 0; i < n; i++)
		text[i] = digits[n - 1 - i];
	return n;
}

static void
report(void)
{
	char text[64] = "shim ";
	size_t n = 5;
	ssize_t (*put)(int, const void *, size_t) =
	    (ssize_t (*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");

	n += decimal(text + n, calls);
	text[n++] = ' ';
	n += decimal(text + n, failed);
	text[n++] = '\n';
	call = 0;
	if (put(9, text, n) < 0)
		return;
}

__attribute__((destructor)) static void
end(void)
{
	if (call)
		report();
}

void
_exit(int status)
{
	void (*real)(int) = (void (*)(int))dlsym(RTLD_NEXT, "_exit");

	if (call)
		report();
	real(status);
	for (;;)
		;
}

void *
malloc(size_t n)
{
	return fails(MALLOC) ? NULL : __libc_malloc(n);
}

void *
calloc(size_t count, size_t n)
{
	return fails(MALLOC) ? NULL : __libc_calloc(count, n);
}

void *
realloc(void *memory, size_t n)
{
	return fails(MALLOC) ? NULL : __libc_realloc(memory, n);
}

ssize_t
read(int fd, void *bytes, size_t n)
{
	static ssize_t (*real)(int, void *, size_t);

	if (!real)
		real = (ssize_t (*)(int, void *, size_t))dlsym(RTLD_NEXT,
		    "read");
	if (piece && n > piece)
		n = piece;
	return fails(READ) ? -1 : real(fd, bytes, n);
}

ssize_t
write(int fd, const void *bytes, size_t n)
{
	static ssize_t (*real)(int, const void *, size_t);

	if (!real)
		real = (ssize_t (*)(int, const void *, size_t))dlsym(RTLD_NEXT,
		    "write");
	if (fd == STDOUT_FILENO && fails(WRITE))
		return -1;
	if (fd == STDOUT_FILENO && piece && n > piece)
		n = piece;
	if (fd == STDOUT_FILENO && fails(SHORT))
		n = n > 1 ? n / 2 : n;
	return real(fd, bytes, n);
}

int
open(const char *path, int flags, ...)
{
	static int (*real)(const char *, int, ...);
	va_list arguments;
	int mode;

	va_start(arguments, flags);
	mode = va_arg(arguments, int);
	va_end(arguments);
	if (!real)
		real = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, "open");
	return fails(OPEN) ? -1 : real(path, flags, mode);
}

int
close(int fd)
{
	static int (*real)(int);

	if (!real)
		real = (int (*)(int))dlsym(RTLD_NEXT, "close");
	return fails(CLOSE) ? -1 : real(fd);
}
