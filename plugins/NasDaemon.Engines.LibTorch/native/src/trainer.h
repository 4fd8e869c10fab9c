// A training step, an evaluation step, and what they need.
#pragma once

#include "optimizer.h"
#include "samples.h"

struct nas_trainer : nas::Counted {
public:
    nas_trainer(nas_network& network, const nas_recipe& recipe);

    void step(
        const nas_samples& samples, const nas_batch& batch, const nas_augmentation* augmentation, double learning_rate);
    double take_loss();
    void evaluate(const nas_samples& samples, const nas_batch& batch, int64_t& correct, double& loss);

    void save(const char* path, const int64_t* position, int32_t position_count) const;
    void restore(const char* path, int64_t* position, int32_t position_count);

private:
    at::Tensor loss_of(const at::Tensor& output, const at::Tensor& labels, double label_smoothing) const;
    at::Tensor hits_of(const at::Tensor& output, const at::Tensor& labels) const;

    nas_network& network_;
    nas_recipe recipe_;
    nas::Optimizer optimizer_;
    double loss_sum_ = 0;
    at::Tensor device_loss_sum_;  // on an accelerator, so that no step waits for it
};
