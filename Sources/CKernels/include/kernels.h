#ifndef RECOUPE_KERNELS_H
#define RECOUPE_KERNELS_H

#include <stdint.h>

// The inner loops of the tree network. They use wider vectors where the processor has them; the order of additions is the same for every
// width and no multiplication is fused with an addition, so that the same input gives the same bits on every machine.

/// c (rows × columns) becomes, or with `adding` grows by, a (rows × inner) times b (inner × columns), all row-major.
/// `columns` is a multiple of 8.
void recoupe_multiply(const float *a, const float *b, float *c, long rows, long inner, long columns, int adding);

/// Rows become columns; the lines of the result are padded with zeros to `width`.
void recoupe_transpose(const float *a, long rows, long columns, float *out, long width);

/// One gated running average in both directions: `product` holds count × 4·units pre-activations (gate and candidate forwards, gate and
/// candidate backwards), `bias` 4·units numbers; what is remembered is added to `states` (count × 2·units). `units` is a multiple of 8.
void recoupe_average(const float *product, const float *bias, float *states, long count, long units);

// The inner loops of the linear models: rows of small weights found by the hash of a feature and added up, and the best of sums of lanes.

/// A slot of a hash table: the upper half of a hash (0 where the slot is empty) and the number of a row.
typedef struct {
    uint32_t check;
    uint32_t row;
} recoupe_slot;

/// Adds to `sum` (blocks × 16 lanes) the rows of the features that the table has. `mask` is the number of slots less one; one slot at least
/// is empty. Rows hold blocks × 16 bytes.
void recoupe_sum_rows(
    const uint64_t *features, long count, const recoupe_slot *slots, uint64_t mask, const int8_t *rows, long blocks, int16_t *sum);

/// The number, the lowest of equals, whose lanes' scores sum highest; the lanes of number n are `lanes[starts[n]..<starts[n + 1]]`.
long recoupe_best_sum(const int16_t *scores, const uint8_t *lanes, const uint16_t *starts, long count);

#endif
