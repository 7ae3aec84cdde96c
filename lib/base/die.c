/* die - messages on standard error, and the end of the program */
#include "die.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "utf8.h"

/* One message: what does not fit is cut, and no memory is asked for, since
 * that may be what has run out. */
struct message {
	char text[1024];
	size_t n; /* bytes of it that are used */
};

static void
add(struct message *m, struct str s)
{
	size_t i;

	for (i = 0; i < s.n && m->n < sizeof m->text - 1; i++)
		m->text[m->n++] = s.s[i];
}

/* What a terminal might obey becomes blanks: control bytes, and U+0080 to
 * U+009F, which are 0xc2 and a second byte. */
static void
scrub(struct message *m)
{
	size_t i;

	utf8_scrub(m->text, m->n);
	for (i = 0; i + 1 < m->n; i++)
		if ((unsigned char)m->text[i] == 0xc2 &&
		    (unsigned char)m->text[i + 1] < 0xa0)
			m->text[i] = m->text[i + 1] = ' ';
}

static void
add_size(struct message *m, size_t value)
{
	char digits[24];
	size_t at = sizeof digits;

	do
		digits[--at] = (char)('0' + value % 10);
	while (value /= 10);
	add(m, (struct str){ digits + at, sizeof digits - at });
}

static void
add_argument(struct message *m, char kind, va_list *arguments)
{
	char c;

	switch (kind) {
	case 's':
		add(m, str_of(va_arg(*arguments, const char *)));
		break;
	case 'S':
		add(m, *va_arg(*arguments, const struct str *));
		break;
	case 'z':
		add_size(m, va_arg(*arguments, size_t));
		break;
	case 'c':
		c = (char)va_arg(*arguments, int);
		add(m, (struct str){ &c, 1 });
		break;
	default:
		add(m, STR("%"));
	}
}

/* strerror(3) is not used: its text may depend on the locale. */
static struct str
reason(int error)
{
	static const struct {
		int error;
		struct str text;
	} reasons[] = {
		{ EACCES, STR_INIT("Permission denied") },
		{ EAGAIN, STR_INIT("Resource temporarily unavailable") },
		{ EBADF, STR_INIT("Bad file descriptor") },
		{ EDQUOT, STR_INIT("Disk quota exceeded") },
		{ EFBIG, STR_INIT("File too large") },
		{ EINTR, STR_INIT("Interrupted system call") },
		{ EINVAL, STR_INIT("Invalid argument") },
		{ EIO, STR_INIT("Input/output error") },
		{ EISDIR, STR_INIT("Is a directory") },
		{ ELOOP, STR_INIT("Too many levels of symbolic links") },
		{ EMFILE, STR_INIT("Too many open files") },
		{ ENAMETOOLONG, STR_INIT("File name too long") },
		{ ENFILE, STR_INIT("Too many open files in system") },
		{ ENODEV, STR_INIT("No such device") },
		{ ENOENT, STR_INIT("No such file or directory") },
		{ ENOMEM, STR_INIT("Cannot allocate memory") },
		{ ENOSPC, STR_INIT("No space left on device") },
		{ ENOTDIR, STR_INIT("Not a directory") },
		{ ENXIO, STR_INIT("No such device or address") },
		{ EPERM, STR_INIT("Operation not permitted") },
		{ EPIPE, STR_INIT("Broken pipe") },
	};
	size_t i;

	for (i = 0; i < sizeof reasons / sizeof *reasons; i++)
		if (reasons[i].error == error)
			return reasons[i].text;
	return (struct str){ NULL, 0 };
}

static void
add_reason(struct message *m, int error)
{
	struct str text = reason(error);

	add(m, STR(" "));
	if (text.n) {
		add(m, text);
		return;
	}
	add(m, STR("error "));
	add_size(m, (size_t)error);
}

static void
say(const struct os *os, int error, const char *format, va_list *arguments)
{
	struct message m = { .n = 0 };
	const char *p;
	size_t done;
	ssize_t n;

	add(&m, str_of(os->name));
	add(&m, STR(": "));
	for (p = format; *p; p++)
		if (*p == '%')
			add_argument(&m, *++p, arguments);
		else
			add(&m, (struct str){ p, 1 });
	if (p > format && p[-1] == ':')
		add_reason(&m, error);
	scrub(&m);
	m.text[m.n++] = '\n';
	for (done = 0; done < m.n; done += (size_t)n) {
		n = os->write(os->context, 2, m.text + done, m.n - done);
		if (n == -EAGAIN)
			os->writable(os->context, 2);
		if (n == -EAGAIN || n == -EINTR)
			n = 0;
		else if (n <= 0)
			break;
	}
}

void
warn(const struct os *os, int error, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	say(os, error, format, &arguments);
	va_end(arguments);
}

void
die(const struct os *os, int error, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	say(os, error, format, &arguments);
	va_end(arguments);
	os->exit(os->context, 2);
	abort();
}
