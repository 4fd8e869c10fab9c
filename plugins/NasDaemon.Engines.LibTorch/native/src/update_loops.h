// The optimizers' arithmetic over plain arrays: every value is read and written once a step.
#pragma once

#include <cstdint>

namespace nas {

struct SgdStep {
    float learning_rate;
    float weight_decay;
    float momentum;
    float gradient_factor;
    bool nesterov;
};

// momentum_buffer is null without momentum.
void sgd_loop(float* weight, const float* gradient, float* momentum_buffer, int64_t count, const SgdStep& step);

struct AdamStep {
    float added_decay;   // joins the gradient (Adam)
    float kept_share;    // of the weight before the step (AdamW)
    float beta1;
    float one_minus_beta1;
    float beta2;
    float one_minus_beta2;
    float step_size;     // learning rate / bias correction 1
    float root_correction;  // 1 / √(bias correction 2)
    float epsilon;
    float gradient_factor;
};

void adam_loop(float* weight, const float* gradient, float* mean, float* square, int64_t count, const AdamStep& step);

double sum_of_squares(const float* values, int64_t count);

}  // namespace nas
