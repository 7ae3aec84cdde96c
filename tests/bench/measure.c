/* measure - runs a command as a whole process and prints what it cost
 *
 * usage: measure RUNS INPUT COMMAND [ARGUMENT ...]
 *
 * Standard input is INPUT, standard output a pipe that is read to its end.
 * Prints one line: the medians of the CPU seconds (user and system), of the
 * wall seconds, the largest resident set in KiB, the bytes that were put out.
 * Children that the command waits for count (a shell with a pipeline).
 * The launcher is small because a child's peak includes its parent's. */
#define _DEFAULT_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct cost {
	double cpu, wall; /* seconds */
	long peak;        /* KiB */
	long long bytes;  /* read from its standard output */
};

static double
seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void
child(const char *input, int out, char *argv[])
{
	int in = open(input, O_RDONLY);

	if (in < 0 || dup2(in, 0) < 0 || dup2(out, 1) < 0)
		_exit(126);
	close(in);
	close(out);
	execvp(argv[0], argv);
	_exit(127);
}

static struct cost
run(const char *input, char *argv[])
{
	static char sink[1 << 16];
	struct cost c = { 0 };
	struct rusage u;
	int pipes[2], status;
	ssize_t n;
	pid_t pid;

	if (pipe(pipes) < 0)
		exit(2);
	c.wall = now();
	pid = fork();
	if (pid == 0) {
		close(pipes[0]);
		child(input, pipes[1], argv);
	}
	close(pipes[1]);
	while ((n = read(pipes[0], sink, sizeof sink)) > 0)
		c.bytes += n;
	close(pipes[0]);
	if (pid < 0 || wait4(pid, &status, 0, &u) < 0 ||
	    !WIFEXITED(status) || WEXITSTATUS(status) > 1) {
		fprintf(stderr, "measure: %s failed\n", argv[0]);
		exit(2);
	}
	c.wall = now() - c.wall;
	c.cpu = seconds(u.ru_utime) + seconds(u.ru_stime);
	c.peak = u.ru_maxrss;
	return c;
}

static int
by_cpu(const void *a, const void *b)
{
	double x = ((const struct cost *)a)->cpu;
	double y = ((const struct cost *)b)->cpu;

	return (x > y) - (x < y);
}

static int
by_wall(const void *a, const void *b)
{
	double x = ((const struct cost *)a)->wall;
	double y = ((const struct cost *)b)->wall;

	return (x > y) - (x < y);
}

int
main(int argc, char *argv[])
{
	static struct cost costs[101];
	int runs = argc > 3 ? atoi(argv[1]) : 0, i;
	long peak = 0;
	double cpu;

	if (runs < 1 || runs > 101) {
		fprintf(stderr, "usage: measure RUNS INPUT COMMAND ...\n");
		return 2;
	}
	for (i = 0; i < runs; i++) {
		costs[i] = run(argv[2], argv + 3);
		if (costs[i].peak > peak)
			peak = costs[i].peak;
	}
	qsort(costs, (size_t)runs, sizeof *costs, by_cpu);
	cpu = costs[runs / 2].cpu;
	qsort(costs, (size_t)runs, sizeof *costs, by_wall);
	printf("%.6f %.6f %ld %lld\n", cpu, costs[runs / 2].wall, peak,
	    costs[0].bytes);
	return 0;
}
