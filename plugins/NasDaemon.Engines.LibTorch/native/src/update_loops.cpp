#include "update_loops.h"

#include <cmath>

// One version of each loop for each generation of vector instructions; the loader picks.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define NAS_VECTORISED __attribute__((target_clones("avx512f", "arch=haswell", "default")))
#else
#define NAS_VECTORISED
#endif

namespace nas {

NAS_VECTORISED
void sgd_loop(float* weight, const float* gradient, float* momentum_buffer, int64_t count, const SgdStep& step) {
    const float rate = step.learning_rate;
    const float decay = step.weight_decay;
    const float momentum = step.momentum;
    const float factor = step.gradient_factor;
    if (momentum_buffer == nullptr) {
        for (int64_t i = 0; i < count; ++i) {
            weight[i] -= rate * (gradient[i] * factor + decay * weight[i]);
        }
    } else if (step.nesterov) {
        for (int64_t i = 0; i < count; ++i) {
            const float g = gradient[i] * factor + decay * weight[i];
            const float buffer = momentum * momentum_buffer[i] + g;
            momentum_buffer[i] = buffer;
            weight[i] -= rate * (g + momentum * buffer);
        }
    } else {
        for (int64_t i = 0; i < count; ++i) {
            const float g = gradient[i] * factor + decay * weight[i];
            const float buffer = momentum * momentum_buffer[i] + g;
            momentum_buffer[i] = buffer;
            weight[i] -= rate * buffer;
        }
    }
}

NAS_VECTORISED
void adam_loop(float* weight, const float* gradient, float* mean, float* square, int64_t count, const AdamStep& step) {
    const AdamStep s = step;
    for (int64_t i = 0; i < count; ++i) {
        const float g = gradient[i] * s.gradient_factor + s.added_decay * weight[i];
        const float m = s.beta1 * mean[i] + s.one_minus_beta1 * g;
        const float v = s.beta2 * square[i] + s.one_minus_beta2 * g * g;
        mean[i] = m;
        square[i] = v;
        weight[i] = s.kept_share * weight[i] - s.step_size * m / (std::sqrt(v) * s.root_correction + s.epsilon);
    }
}

NAS_VECTORISED
double sum_of_squares(const float* values, int64_t count) {
    double sum = 0;
    for (int64_t i = 0; i < count; ++i) {
        sum += static_cast<double>(values[i]) * values[i];
    }
    return sum;
}

}  // namespace nas
