/* exponential - e to a power, the same on every machine
 *
 * The C library's differs in the last bit from one to the other, and a model
 * has to be learnt bit for bit. By the Taylor series of the rest that is left
 * when powers of two are taken out. */
#ifndef NF_EXPONENTIAL_H
#define NF_EXPONENTIAL_H

#include <stddef.h>
#include <stdint.h>

/* e to the power of x, of -87 to 88; relative error below 1e-6. */
static inline float
exponential(float x)
{
	static const float factors[] = { 0.0083333333f, 0.041666667f,
		0.16666667f, 0.5f, 1, 1 };
	union {
		uint32_t i;
		float f;
	} scale;
	float n, r, sum;
	int whole;
	size_t i;

	if (x < -80)
		return 0;
	n = x * 1.44269504f;
	whole = (int)(n < 0 ? n - 0.5f : n + 0.5f);
	r = (n - (float)whole) * 0.69314718f;
	scale.i = (uint32_t)(whole + 127) << 23;
	sum = 0.0013888889f;
	for (i = 0; i < sizeof factors / sizeof factors[0]; i++)
		sum = factors[i] + r * sum;
	return scale.f * sum;
}

#endif
