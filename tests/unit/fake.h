/* fake - a system in memory, on which a whole filter runs in process
 *
 * It counts the calls that may fail, and makes the one fail that it is told
 * to; it reads and writes in pieces of any size; it knows how much memory is
 * asked for; and it takes everything back when the program ends, however it
 * ends. */
#ifndef NF_FAKE_H
#define NF_FAKE_H

#include <errno.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include "filter.h"

struct fake_block {
	struct fake_block *next, *back;
	size_t size;
	max_align_t bytes[];
};

struct fake_file {
	const char *name; /* "-" is standard input */
	struct str bytes; /* what is in it */
	size_t times;     /* how often that comes; 0 is once */
	struct str head;  /* and what comes before it */
};

struct fake {
	/* what the test says */
	struct fake_file files[4];
	size_t piece;      /* most bytes of one read or write; 0: no limit */
	size_t fail_at;    /* number of the call that fails, from 1; 0: none */
	int error;         /* and how: an errno */
	bool recovers;     /* the same call, made again, goes well */
	bool fails_memory; /* calls that count: those for memory ... */
	bool fails_files;  /* ... and those on files */
	bool pauses;       /* a read may always have to wait */
	bool forgets;      /* output is counted, but not kept */

	/* what has happened */
	size_t calls;        /* that counted */
	struct str out, err; /* what was written; malloc(3)ed */
	size_t written;      /* bytes of standard output */
	int status;
	size_t reads;        /* and how many there were before ... */
	size_t confined[3];  /* ... the sandbox got smaller, plus 1; or 0 */
	bool cut;            /* the last write did not end in a newline ... */
	size_t cuts;         /* ... and how many did not */
	size_t live, peak;   /* bytes of memory in use, and the most of it */

	/* its own */
	struct os os;
	struct fake_block *blocks;
	size_t at[4]; /* the place in each file */
	bool closed;  /* standard output is */
	jmp_buf end;
};

enum { FAKE_FD = 10 }; /* the descriptor of files[0] */

static inline bool
fake_fails(struct fake *k, bool counts)
{
	if (!counts || !k->fail_at)
		return counts && (k->calls++, false);
	k->calls++;
	return k->calls == k->fail_at ||
	    (k->calls > k->fail_at && !k->recovers);
}

static inline int
fake_open(void *context, const char *path)
{
	struct fake *k = context;
	int i;

	if (fake_fails(k, k->fails_files))
		return -k->error;
	for (i = 0; i < 4; i++)
		if (k->files[i].name && strcmp(k->files[i].name, path) == 0) {
			k->at[i] = 0;
			return FAKE_FD + i;
		}
	return -ENOENT;
}

static inline ssize_t
fake_read(void *context, int fd, void *bytes, size_t n)
{
	struct fake *k = context;
	const struct fake_file *file = NULL;
	size_t *at, total, i, from;
	struct str part;

	if (fake_fails(k, k->fails_files))
		return -k->error;
	k->reads++;
	for (i = 0; fd == 0 && i < 4; i++)
		if (k->files[i].name && strcmp(k->files[i].name, "-") == 0)
			fd = FAKE_FD + (int)i;
	if (fd < FAKE_FD)
		return fd == 0 ? 0 : -EBADF;
	file = &k->files[fd - FAKE_FD];
	at = &k->at[fd - FAKE_FD];
	total = file->head.n + file->bytes.n * (file->times ? file->times : 1);
	if (n > total - *at)
		n = total - *at;
	if (k->piece && n > k->piece)
		n = k->piece;
	for (i = 0; i < n; i += part.n) {
		from = *at + i;
		part = from < file->head.n
		    ? str_slice(file->head, from, from + n - i)
		    : str_slice(file->bytes,
			  (from - file->head.n) % file->bytes.n, SIZE_MAX);
		part = str_slice(part, 0, n - i);
		memcpy((char *)bytes + i, part.s, part.n);
	}
	*at += n;
	return (ssize_t)n;
}

/* Room doubles, from the first byte on. */
static inline void
fake_keep(struct str *all, const void *bytes, size_t n)
{
	char *s = (char *)(uintptr_t)all->s;
	size_t room = s ? 64 : 0, want = all->n + n;

	while (room && room < all->n)
		room *= 2;
	if (want > room) {
		for (room = 64; room < want;)
			room *= 2;
		s = realloc(s, room);
	}
	if (!s)
		abort();
	memcpy(s + all->n, bytes, n);
	*all = (struct str){ s, want };
}

static inline ssize_t
fake_write(void *context, int fd, const void *bytes, size_t n)
{
	struct fake *k = context;

	if (fd == 2) {
		if (k->err.n < 4096)
			fake_keep(&k->err, bytes, n);
		return (ssize_t)n;
	}
	if (fake_fails(k, k->fails_files))
		return -k->error;
	if (fd != 1 || k->closed)
		return -EBADF;
	if (k->piece && n > k->piece)
		n = k->piece;
	k->written += n;
	k->cut = n && ((const char *)bytes)[n - 1] != '\n';
	k->cuts += k->cut;
	if (!k->forgets)
		fake_keep(&k->out, bytes, n);
	return (ssize_t)n;
}

static inline bool
fake_ready(void *context, int fd, bool wait)
{
	struct fake *k = context;

	(void)fd;
	return wait || !k->pauses;
}

static inline void
fake_hold(void *context, sigset_t *before, bool on)
{
	(void)context;
	(void)before;
	(void)on;
}

static inline void
fake_confine(void *context, enum sandbox what)
{
	struct fake *k = context;

	k->confined[what] = k->reads + 1;
}

static inline void
fake_writable(void *context, int fd)
{
	(void)context;
	(void)fd;
}

static inline bool
fake_terminal(void *context, int fd)
{
	(void)context;
	(void)fd;
	return false;
}

static inline int
fake_close(void *context, int fd)
{
	struct fake *k = context;

	if (fd == 1)
		k->closed = true;
	if (fd != 1 || k->error == EINTR || k->error == EAGAIN)
		return 0;
	return fake_fails(k, k->fails_files) ? -k->error : 0;
}

static inline void
fake_release(void *context, void *memory)
{
	struct fake *k = context;
	struct fake_block *b = (void *)((char *)memory -
	    offsetof(struct fake_block, bytes));

	if (b->next)
		b->next->back = b->back;
	*(b->back ? &b->back->next : &k->blocks) = b->next;
	k->live -= b->size;
	free(b);
}

static inline void *
fake_resize(void *context, void *memory, size_t n)
{
	struct fake *k = context;
	struct fake_block *b, *old = NULL;

	if (fake_fails(k, k->fails_memory) || n > (size_t)1 << 32)
		return NULL;
	b = malloc(sizeof *b + n);
	if (!b)
		return NULL;
	*b = (struct fake_block){ k->blocks, NULL, n };
	if (k->blocks)
		k->blocks->back = b;
	k->blocks = b;
	k->live += n;
	if (memory) {
		old = (void *)((char *)memory -
		    offsetof(struct fake_block, bytes));
		memcpy(b->bytes, memory, old->size < n ? old->size : n);
		fake_release(k, memory);
	}
	if (k->live > k->peak)
		k->peak = k->live;
	return b->bytes;
}

static inline void
fake_exit(void *context, int status)
{
	struct fake *k = context;

	k->status = status;
	longjmp(k->end, 1);
}

enum { FAKE_ARGUMENTS = 16 };

static inline int
fake_arguments(const char *name, const char *const *args, char **argv)
{
	int argc = 1;

	argv[0] = (char *)(uintptr_t)name;
	for (; args && *args && argc < FAKE_ARGUMENTS; args++)
		argv[argc++] = (char *)(uintptr_t)*args;
	return argc;
}

/* Apart, so that no local variable is in its registers at longjmp. */
__attribute__((noinline)) static int
fake_call(struct fake *k, struct filter *f, int argc, char *argv[])
{
	return setjmp(k->end) ? k->status : filter_run(f, &k->os, argc, argv);
}

/* Runs the filter on it, as the arguments say (NULL ends them). */
static inline void
fake_run(struct fake *k, const struct filter *filter, const char *const *args)
{
	struct filter f = *filter;
	char *argv[FAKE_ARGUMENTS];
	int argc = fake_arguments(f.name, args, argv);

	k->os = (struct os){
		.name = "fake",
		.context = k,
		.open = fake_open,
		.read = fake_read,
		.write = fake_write,
		.ready = fake_ready,
		.hold = fake_hold,
		.writable = fake_writable,
		.terminal = fake_terminal,
		.close = fake_close,
		.confine = fake_confine,
		.resize = fake_resize,
		.release = fake_release,
		.exit = fake_exit,
	};
	k->out = k->err = (struct str){ NULL, 0 };
	k->calls = k->reads = k->cuts = k->live = k->peak = k->written = 0;
	k->closed = false;
	memset(k->at, 0, sizeof k->at);
	memset(k->confined, 0, sizeof k->confined);
	k->status = fake_call(k, &f, argc, argv);
	while (k->blocks)
		fake_release(k, k->blocks->bytes);
}

static inline void
fake_done(struct fake *k)
{
	free((char *)(uintptr_t)k->out.s);
	free((char *)(uintptr_t)k->err.s);
	k->out = k->err = (struct str){ NULL, 0 };
}

#endif
