#ifndef RECOUPE_KERNELS_H
#define RECOUPE_KERNELS_H

// The inner loops of the tree network. They use wider vectors where the processor has them; the order of additions is the same for every
// width and no multiplication is fused with an addition, so that the same input gives the same bits on every machine.

/// c (rows × columns) becomes, or with `adding` grows by, a (rows × inner) times b (inner × columns), all row-major.
/// `columns` is a multiple of 8.
void recoupe_multiply(const float *a, const float *b, float *c, long rows, long inner, long columns, int adding);

/// One gated running average in both directions: `product` holds count × 4·units pre-activations (gate and candidate forwards, gate and
/// candidate backwards), `bias` 4·units numbers; what is remembered is added to `states` (count × 2·units). `units` is a multiple of 8.
void recoupe_average(const float *product, const float *bias, float *states, long count, long units);

#endif
