/* sandbox - gives up what the program will not need
 *
 * Two means of Linux, both by their raw system calls. seccomp(2) looks at the
 * number and the arguments of each system call: sockets, programs, processes
 * and opening for writing are refused with EPERM. It cannot follow a pointer,
 * so it knows no paths; Landlock does: it refuses writing, making and removing
 * whatever way leads there, and where the libraries must stay readable it
 * tells them from the rest.
 *
 * Limits: what is open already stays open, standard input and output among
 * it; an old kernel without Landlock still has the first half; other systems
 * and processors have neither, and the program runs as it would without. */
#define _GNU_SOURCE /* NOLINT: the name is the system's */
#include "sandbox.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || \
    __has_feature(undefined_behavior_sanitizer)
#define NF_NO_SANDBOX
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define NF_NO_SANDBOX
#endif

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__)) && \
    !defined(NF_NO_SANDBOX)

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* ---- seccomp ------------------------------------------------------------ */

#ifdef __x86_64__
#define ARCHITECTURE AUDIT_ARCH_X86_64
#else
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

enum {
	FOREIGN = 0x40000000, /* bit of calls of the x32 interface */
	CALLS_MAX = 64,
	SPEC_ALLOW = 4,       /* leaves the processor's speculation as it is */
	WRITING = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND
};

/* What a filter never does. The last three would be ways around. */
static const uint16_t refused[] = { SYS_socket, SYS_socketpair, SYS_connect,
	SYS_bind, SYS_listen, SYS_accept, SYS_accept4, SYS_execve,
	SYS_execveat, SYS_clone,
#ifdef __x86_64__
	SYS_fork, SYS_vfork, SYS_creat,
#endif
	SYS_ptrace, SYS_process_vm_writev, SYS_openat2, SYS_io_uring_setup,
	SYS_open_by_handle_at };

static const uint16_t openings[] = {
#ifdef __x86_64__
	SYS_open,
#endif
	SYS_openat };

struct program {
	struct sock_filter steps[CALLS_MAX * 2]; /* [n] */
	unsigned short n;
};

static void
add(struct program *p, struct sock_filter step)
{
	p->steps[p->n++] = step;
}

static void
load(struct program *p, size_t offset)
{
	add(p, (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
	    (uint32_t)offset));
}

static void
give(struct program *p, uint32_t answer)
{
	add(p, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, answer));
}

/* Refuses when the test of what is loaded comes out as wanted. */
static void
refuse_if(struct program *p, unsigned short test, uint32_t with, bool wanted)
{
	add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | test | BPF_K, with,
	    !wanted, wanted));
	give(p, SECCOMP_RET_ERRNO | EPERM);
}

static void
begin(struct program *p)
{
	load(p, offsetof(struct seccomp_data, arch));
	refuse_if(p, BPF_JEQ, ARCHITECTURE, false);
	load(p, offsetof(struct seccomp_data, nr));
	refuse_if(p, BPF_JGE, FOREIGN, true);
}

/* Opening is allowed unless the flags (the second argument of open, the third
 * of openat) say that it is for writing. */
static void
no_writing(struct program *p)
{
	size_t i, argument;

	for (i = 0; i < sizeof openings / sizeof *openings; i++) {
		argument = openings[i] == SYS_openat ? 2 : 1;
		add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K,
		    openings[i], 0, 4));
		load(p, offsetof(struct seccomp_data, args) +
			argument * sizeof(uint64_t));
		refuse_if(p, BPF_JSET, WRITING, true);
		give(p, SECCOMP_RET_ALLOW);
	}
}

static void
refuse(struct program *p, const uint16_t *calls, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		refuse_if(p, BPF_JEQ, calls[i], true);
}

static bool
install(struct program *p)
{
	struct sock_fprog all = { p->n, p->steps };

	return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
	    syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SPEC_ALLOW,
		&all) == 0;
}

static bool
filter_calls(enum sandbox what)
{
	struct program p = { .n = 0 };

	begin(&p);
	if (what == SANDBOX_FILES) {
		refuse(&p, refused, sizeof refused / sizeof *refused);
		no_writing(&p);
	} else {
		refuse(&p, openings, sizeof openings / sizeof *openings);
	}
	give(&p, SECCOMP_RET_ALLOW);
	return install(&p);
}

/* ---- Landlock ----------------------------------------------------------- */

/* Old systems have no header for it; numbers and layouts are for ever. */
enum {
	LANDLOCK_CREATE = 444,
	LANDLOCK_ADD = 445,
	LANDLOCK_RESTRICT = 446,
	VERSION = 1,      /* asks which version the kernel has */
	BENEATH = 1,      /* the rule: what lies beneath a folder */
	READ_FILE = 1 << 2,
	READ_DIR = 1 << 3,
	READ = READ_FILE | READ_DIR,
	CHANGE = 0x1ff3,  /* execute, write, remove and make, of version 1 */
	REFER = 1 << 13,  /* of version 2 */
	TRUNCATE = 1 << 14 /* of version 3 */
};

struct ruleset {
	uint64_t handled; /* what is refused unless a rule allows it */
};

struct beneath {
	uint64_t allowed;
	int32_t folder;
} __attribute__((packed));

static void
allow(int rules, const char *path)
{
	struct beneath rule = { READ_FILE, open(path, O_PATH | O_CLOEXEC) };

	if (rule.folder < 0)
		return;
	syscall(LANDLOCK_ADD, rules, BENEATH, &rule, 0);
	close(rule.folder);
}

static bool
restrict_paths(uint64_t handled, const char *const *readable)
{
	struct ruleset set = { handled };
	int rules = (int)syscall(LANDLOCK_CREATE, &set, sizeof set, 0);
	bool done;

	if (rules < 0)
		return false;
	for (; *readable; readable++)
		allow(rules, *readable);
	done = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
	    syscall(LANDLOCK_RESTRICT, rules, 0) == 0;
	close(rules);
	return done;
}

static bool
limit_paths(enum sandbox what)
{
	static const char *const none[] = { NULL };
	static const char *const libraries[] = { "/lib", "/lib64", "/usr/lib",
		"/usr/lib64", "/etc/ld.so.cache", NULL };
	long version = syscall(LANDLOCK_CREATE, NULL, 0, VERSION);
	uint64_t handled = CHANGE;

	if (version < 1)
		return false;
	if (what == SANDBOX_LIBRARY)
		return restrict_paths(READ, libraries);
	if (version >= 2)
		handled |= REFER;
	if (version >= 3)
		handled |= TRUNCATE;
	return restrict_paths(handled, none);
}

bool
sandbox_enter(enum sandbox what)
{
	bool done;

	switch (what) {
	case SANDBOX_FILES:
		done = limit_paths(what);
		return filter_calls(what) && done;
	case SANDBOX_LIBRARY:
		return limit_paths(what);
	case SANDBOX_NONE:
		return filter_calls(what);
	}
	return false;
}

#else

bool
sandbox_enter(enum sandbox what)
{
	(void)what;
	return false;
}

#endif
