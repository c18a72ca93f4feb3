// See kernels.h. Every loop is written on vectors of eight floats and compiled twice on x86-64: for the processors that the program needs at
// least, and for those with AVX2, asked for when the program runs. Products of large matrices have a third form, for AVX-512.
#include "kernels.h"
#include <string.h>

#pragma STDC FP_CONTRACT OFF
// Vectors pass between functions only where these are inlined, so that no calling convention is concerned.
#pragma clang diagnostic ignored "-Wpsabi"

typedef float v8 __attribute__((vector_size(32)));
typedef int v8i __attribute__((vector_size(32)));
typedef float v16 __attribute__((vector_size(64)));

#define INLINE static inline __attribute__((always_inline))

INLINE v8 load(const float *p) {
    v8 out;
    memcpy(&out, p, sizeof out);
    return out;
}

INLINE void store(v8 value, float *p) { memcpy(p, &value, sizeof value); }

INLINE v8 all(float x) { return (v8){x, x, x, x, x, x, x, x}; }

/// Four rows (or one) times eight columns.
INLINE void block(const float *a, const float *b, float *c, long height, long inner, long columns, int adding) {
    v8 sum[4];
    for (long row = 0; row < height; row++) sum[row] = adding ? load(c + row * columns) : all(0);
    for (long index = 0; index < inner; index++) {
        v8 line = load(b + index * columns);
        for (long row = 0; row < height; row++) sum[row] += line * all(a[row * inner + index]);
    }
    for (long row = 0; row < height; row++) store(sum[row], c + row * columns);
}

/// Four rows times sixteen columns.
INLINE void wide_block(const float *a, const float *b, float *c, long inner, long columns, int adding) {
    v8 left[4], right[4];
    for (long row = 0; row < 4; row++) {
        left[row] = adding ? load(c + row * columns) : all(0);
        right[row] = adding ? load(c + row * columns + 8) : all(0);
    }
    for (long index = 0; index < inner; index++) {
        v8 first = load(b + index * columns), second = load(b + index * columns + 8);
        for (long row = 0; row < 4; row++) {
            v8 factor = all(a[row * inner + index]);
            left[row] += first * factor;
            right[row] += second * factor;
        }
    }
    for (long row = 0; row < 4; row++) {
        store(left[row], c + row * columns);
        store(right[row], c + row * columns + 8);
    }
}

INLINE void multiply(const float *a, const float *b, float *c, long rows, long inner, long columns, int adding, int wide) {
    long row = 0;
    for (; row + 4 <= rows; row += 4) {
        long column = 0;
        if (wide) {
            for (; column + 16 <= columns; column += 16)
                wide_block(a + row * inner, b + column, c + row * columns + column, inner, columns, adding);
        }
        for (; column < columns; column += 8) block(a + row * inner, b + column, c + row * columns + column, 4, inner, columns, adding);
    }
    for (; row < rows; row++)
        for (long column = 0; column < columns; column += 8)
            block(a + row * inner, b + column, c + row * columns + column, 1, inner, columns, adding);
}

INLINE v16 load16(const float *p) {
    v16 out;
    memcpy(&out, p, sizeof out);
    return out;
}

INLINE void store16(v16 value, float *p) { memcpy(p, &value, sizeof value); }

INLINE v16 all16(float x) { return (v16){x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x}; }

/// Some rows (eight at most) times thirty-two columns; `panel` holds these columns of b, one line after the other.
INLINE void large_block(
    const float *a, const float *panel, float *c, long height, long stride, long lines, long columns, int adding) {
    v16 left[8], right[8];
    for (long row = 0; row < height; row++) {
        left[row] = adding ? load16(c + row * columns) : all16(0);
        right[row] = adding ? load16(c + row * columns + 16) : all16(0);
    }
    for (long index = 0; index < lines; index++) {
        v16 first = load16(panel + index * 32), second = load16(panel + index * 32 + 16);
        for (long row = 0; row < height; row++) {
            v16 factor = all16(a[row * stride + index]);
            left[row] += first * factor;
            right[row] += second * factor;
        }
    }
    for (long row = 0; row < height; row++) {
        store16(left[row], c + row * columns);
        store16(right[row], c + row * columns + 16);
    }
}

enum { PANEL_LINES = 256 };

/// Columns in panels of thirty-two, and these in runs of lines that fit into the nearest memory.
INLINE void multiply_large(const float *a, const float *b, float *c, long rows, long inner, long columns, int adding) {
    float panel[PANEL_LINES * 32] __attribute__((aligned(64)));
    long column = 0;
    for (; column + 32 <= columns; column += 32) {
        for (long start = 0; start < inner; start += PANEL_LINES) {
            long lines = inner - start < PANEL_LINES ? inner - start : PANEL_LINES;
            for (long index = 0; index < lines; index++) {
                store16(load16(b + (start + index) * columns + column), panel + index * 32);
                store16(load16(b + (start + index) * columns + column + 16), panel + index * 32 + 16);
            }
            const float *left = a + start;
            float *out = c + column;
            int more = adding || start > 0;
            long row = 0;
            for (; row + 8 <= rows; row += 8) large_block(left + row * inner, panel, out + row * columns, 8, inner, lines, columns, more);
            for (; row + 4 <= rows; row += 4) large_block(left + row * inner, panel, out + row * columns, 4, inner, lines, columns, more);
            for (; row < rows; row++) large_block(left + row * inner, panel, out + row * columns, 1, inner, lines, columns, more);
        }
    }
    for (; column < columns; column += 8) {
        long row = 0;
        for (; row + 4 <= rows; row += 4) block(a + row * inner, b + column, c + row * columns + column, 4, inner, columns, adding);
        for (; row < rows; row++) block(a + row * inner, b + column, c + row * columns + column, 1, inner, columns, adding);
    }
}

INLINE v8 exponential(v8 x) {
    v8i high = x > all(80), low = x < all(-80);
    x = (v8)(((v8i)all(80) & high) | ((v8i)x & ~high));
    x = (v8)(((v8i)all(-80) & low) | ((v8i)x & ~low));
    // Adding 1.5 · 2^23 rounds to a whole number and leaves it in the lowest bits, where it becomes the exponent.
    v8 shifted = x * all(1.44269504f) + all(12582912.0f);
    v8 whole = shifted - all(12582912.0f);
    v8 rest = x - whole * all(0.693359375f) + whole * all(2.1219444e-4f);
    v8 sum = rest * all(1.9875691e-4f) + all(1.3982e-3f);
    sum = sum * rest + all(8.333452e-3f);
    sum = sum * rest + all(4.1665796e-2f);
    sum = sum * rest + all(0.16666665f);
    sum = sum * rest + all(0.5f);
    sum = sum * rest * rest + rest + all(1);
    v8i power = ((v8i)shifted + 127) << 23;
    return sum * (v8)power;
}

INLINE v8 sigmoid(v8 x) { return all(1) / (all(1) + exponential(-x)); }

INLINE v8 hyperbolic(v8 x) { return all(2) / (all(1) + exponential(all(-2) * x)) - all(1); }

INLINE void average(const float *product, const float *bias, float *states, long count, long units) {
    for (int direction = 0; direction < 2; direction++) {
        const float *start = product + direction * 2 * units;
        for (long unit = 0; unit < units; unit += 8) {
            v8 gate_bias = load(bias + direction * 2 * units + unit), candidate_bias = load(bias + direction * 2 * units + units + unit);
            v8 memory = all(0);
            for (long step = 0; step < count; step++) {
                long position = direction == 0 ? step : count - 1 - step;
                const float *line = start + position * 4 * units + unit;
                v8 gate = sigmoid(load(line) + gate_bias), candidate = hyperbolic(load(line + units) + candidate_bias);
                memory += gate * (candidate - memory);
                float *place = states + position * 2 * units + direction * units + unit;
                store(load(place) + memory, place);
            }
        }
    }
}

#if defined(__x86_64__)

__attribute__((target("avx2"))) static void multiply_avx2(
    const float *a, const float *b, float *c, long rows, long inner, long columns, int adding) {
    multiply(a, b, c, rows, inner, columns, adding, 1);
}

__attribute__((target("avx2"))) static void average_avx2(const float *product, const float *bias, float *states, long count, long units) {
    average(product, bias, states, count, units);
}

__attribute__((target("avx512f,avx512vl,avx512bw,avx512dq"))) static void multiply_avx512(
    const float *a, const float *b, float *c, long rows, long inner, long columns, int adding) {
    multiply_large(a, b, c, rows, inner, columns, adding);
}

static int has_avx2(void) { return __builtin_cpu_supports("avx2"); }

static int has_avx512(void) {
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512dq");
}

#else

#define multiply_avx2(...)
#define multiply_avx512(...)
#define average_avx2(...)
static int has_avx2(void) { return 0; }
static int has_avx512(void) { return 0; }

#endif

void recoupe_multiply(const float *a, const float *b, float *c, long rows, long inner, long columns, int adding) {
    if (has_avx512() && columns >= 32) {
        multiply_avx512(a, b, c, rows, inner, columns, adding);
    } else if (has_avx2()) {
        multiply_avx2(a, b, c, rows, inner, columns, adding);
    } else {
        multiply(a, b, c, rows, inner, columns, adding, 0);
    }
}

void recoupe_transpose(const float *a, long rows, long columns, float *out, long width) {
    // In squares, so that the lines of both stay near.
    for (long top = 0; top < rows; top += 16)
        for (long left = 0; left < columns; left += 16)
            for (long column = left; column < left + 16 && column < columns; column++)
                for (long row = top; row < top + 16 && row < rows; row++) out[column * width + row] = a[row * columns + column];
    if (width > rows)
        for (long column = 0; column < columns; column++) memset(out + column * width + rows, 0, (width - rows) * sizeof *out);
}

void recoupe_average(const float *product, const float *bias, float *states, long count, long units) {
    if (has_avx2()) {
        average_avx2(product, bias, states, count, units);
    } else {
        average(product, bias, states, count, units);
    }
}
