// See kernels.h. Slots and rows are asked for ahead of their use, since a table is larger than the nearest memory; sums are of whole numbers, the
// same on every machine.
#include "kernels.h"
#include <string.h>

#pragma clang diagnostic ignored "-Wpsabi"

typedef signed char bytes16 __attribute__((vector_size(16)));
typedef unsigned short words16 __attribute__((vector_size(32)));

enum { RUN = 128 };

#define INLINE static inline __attribute__((always_inline))

INLINE uint32_t check_of(uint64_t hash) {
    uint32_t check = (uint32_t)(hash >> 32);
    return check ? check : 1;
}

INLINE void sum_rows(
    const uint64_t *features, long count, const recoupe_slot *slots, uint64_t mask, const int8_t *rows, long blocks, int16_t *sum) {
    const int8_t *found[RUN];
    long kept = 0;
    for (long index = 0; index < count; index++) __builtin_prefetch(slots + (features[index] & mask));
    for (long index = 0; index < count; index++) {
        uint32_t check = check_of(features[index]);
        uint64_t slot = features[index] & mask;
        while (slots[slot].check && slots[slot].check != check) slot = (slot + 1) & mask;
        if (!slots[slot].check) continue;
        found[kept] = rows + (long)slots[slot].row * blocks * 16;
        __builtin_prefetch(found[kept]);
        if (blocks > 4) __builtin_prefetch(found[kept] + 64);
        kept++;
    }
    for (long block = 0; block < blocks; block++) {
        words16 total;
        memcpy(&total, sum + block * 16, sizeof total);
        for (long index = 0; index < kept; index++) {
            bytes16 row;
            memcpy(&row, found[index] + block * 16, sizeof row);
            total += __builtin_convertvector(row, words16);
        }
        memcpy(sum + block * 16, &total, sizeof total);
    }
}

INLINE long best_sum(const int16_t *scores, const uint8_t *lanes, const uint16_t *starts, long count) {
    long best = 0;
    int best_score = -1000000;
    for (long number = 0; number < count; number++) {
        int score = 0;
        for (long index = starts[number]; index < starts[number + 1]; index++) score += scores[lanes[index]];
        if (score > best_score) {
            best_score = score;
            best = number;
        }
    }
    return best;
}

#if defined(__x86_64__)

__attribute__((target("avx2"))) static void sum_rows_avx2(
    const uint64_t *features, long count, const recoupe_slot *slots, uint64_t mask, const int8_t *rows, long blocks, int16_t *sum) {
    sum_rows(features, count, slots, mask, rows, blocks, sum);
}

static int has_avx2(void) { return __builtin_cpu_supports("avx2"); }

#else

#define sum_rows_avx2(...)
static int has_avx2(void) { return 0; }

#endif

void recoupe_sum_rows(
    const uint64_t *features, long count, const recoupe_slot *slots, uint64_t mask, const int8_t *rows, long blocks, int16_t *sum) {
    for (long start = 0; start < count; start += RUN) {
        long run = count - start < RUN ? count - start : RUN;
        if (has_avx2()) {
            sum_rows_avx2(features + start, run, slots, mask, rows, blocks, sum);
        } else {
            sum_rows(features + start, run, slots, mask, rows, blocks, sum);
        }
    }
}

long recoupe_best_sum(const int16_t *scores, const uint8_t *lanes, const uint16_t *starts, long count) {
    return best_sum(scores, lanes, starts, count);
}
