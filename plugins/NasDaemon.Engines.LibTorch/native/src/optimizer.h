// SGD, Adam and AdamW exactly as torch.optim defines them.
#pragma once

#include "network.h"

namespace nas {

class Optimizer {
public:
    Optimizer(const nas_recipe& recipe, const nas_network& network);

    // Applies the gradients and drops them.
    void step(double learning_rate);

    // What a checkpoint holds of it, by the parameter's name.
    c10::Dict<std::string, at::Tensor> save() const;
    void restore(const c10::impl::GenericDict& saved);

private:
    struct Slot {
        std::string name;
        at::Tensor parameter;
        at::Tensor first;   // momentum, or the mean of the gradient
        at::Tensor second;  // the mean of its square
        int64_t steps = 0;
    };

    double clip_factor() const;
    void update_fused(Slot& slot, const at::Tensor& gradient, double learning_rate, double gradient_factor) const;
    void update_composed(Slot& slot, at::Tensor gradient, double learning_rate, double gradient_factor) const;

    nas_recipe recipe_;
    bool fused_;
    std::vector<Slot> slots_;
};

}  // namespace nas
