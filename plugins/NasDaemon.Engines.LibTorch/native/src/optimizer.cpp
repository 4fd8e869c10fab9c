#include "optimizer.h"

#include "update_loops.h"

#include <cmath>

namespace nas {

namespace {

bool has_first(const nas_recipe& recipe) { return recipe.optimizer != NAS_SGD || recipe.momentum != 0; }

bool has_second(const nas_recipe& recipe) { return recipe.optimizer != NAS_SGD; }

// The loops walk memory, so a gradient must lie as its parameter does.
at::Tensor laid_out_as(const at::Tensor& parameter, const at::Tensor& gradient) {
    return gradient.strides() == parameter.strides() ? gradient : at::empty_like(parameter).copy_(gradient);
}

}  // namespace

Optimizer::Optimizer(const nas_recipe& recipe, const nas_network& network)
    : recipe_(recipe), fused_(recipe.composed_update == 0 && network.device().is_cpu()) {
    for (const auto& [name, parameter] : network.trainable()) {
        Slot slot{name, parameter, {}, {}, 0};
        if (has_first(recipe)) {
            slot.first = at::zeros_like(parameter);
        }
        if (has_second(recipe)) {
            slot.second = at::zeros_like(parameter);
        }
        slots_.push_back(std::move(slot));
    }
}

void Optimizer::step(double learning_rate) {
    const at::NoGradGuard no_gradients;
    const double gradient_factor = recipe_.clip_norm > 0 ? clip_factor() : 1.0;
    for (auto& slot : slots_) {
        auto& gradient = slot.parameter.mutable_grad();
        if (!gradient.defined()) {
            continue;
        }
        ++slot.steps;
        if (fused_ && slot.parameter.scalar_type() == at::kFloat) {
            update_fused(slot, laid_out_as(slot.parameter, gradient), learning_rate, gradient_factor);
        } else {
            update_composed(slot, gradient, learning_rate, gradient_factor);
        }
        gradient.reset();
    }
}

// As torch.nn.utils.clip_grad_norm_.
double Optimizer::clip_factor() const {
    double squares = 0;
    for (const auto& slot : slots_) {
        const auto& gradient = slot.parameter.grad();
        if (!gradient.defined()) {
            continue;
        }
        if (fused_ && gradient.scalar_type() == at::kFloat && gradient.is_non_overlapping_and_dense()) {
            squares += sum_of_squares(gradient.data_ptr<float>(), gradient.numel());
        } else {
            const double norm = gradient.norm().item<double>();
            squares += norm * norm;
        }
    }
    return std::min(1.0, recipe_.clip_norm / (std::sqrt(squares) + 1e-6));
}

void Optimizer::update_fused(
    Slot& slot, const at::Tensor& gradient, double learning_rate, double gradient_factor) const {
    auto* weight = slot.parameter.data_ptr<float>();
    const auto* values = gradient.data_ptr<float>();
    auto* first = slot.first.defined() ? slot.first.data_ptr<float>() : nullptr;
    const auto count = slot.parameter.numel();
    const auto as_float = [](double value) { return static_cast<float>(value); };
    if (recipe_.optimizer == NAS_SGD) {
        sgd_loop(
            weight, values, first, count,
            {as_float(learning_rate), as_float(recipe_.weight_decay), as_float(recipe_.momentum),
             as_float(gradient_factor), recipe_.nesterov != 0});
        return;
    }
    const bool decoupled = recipe_.optimizer == NAS_ADAMW;
    const double correction1 = 1 - std::pow(recipe_.beta1, slot.steps);
    const double correction2 = 1 - std::pow(recipe_.beta2, slot.steps);
    AdamStep step{};
    step.added_decay = as_float(decoupled ? 0 : recipe_.weight_decay);
    step.kept_share = as_float(decoupled ? 1 - learning_rate * recipe_.weight_decay : 1);
    step.beta1 = as_float(recipe_.beta1);
    step.one_minus_beta1 = as_float(1 - recipe_.beta1);
    step.beta2 = as_float(recipe_.beta2);
    step.one_minus_beta2 = as_float(1 - recipe_.beta2);
    step.step_size = as_float(learning_rate / correction1);
    step.root_correction = as_float(1 / std::sqrt(correction2));
    step.epsilon = as_float(recipe_.epsilon);
    step.gradient_factor = as_float(gradient_factor);
    adam_loop(weight, values, first, slot.second.data_ptr<float>(), count, step);
}

void Optimizer::update_composed(Slot& slot, at::Tensor gradient, double learning_rate, double gradient_factor) const {
    auto& weight = slot.parameter;
    const bool decoupled = recipe_.optimizer == NAS_ADAMW;
    if (gradient_factor != 1.0) {
        gradient = gradient.mul(gradient_factor);
    }
    if (decoupled) {
        weight.mul_(1 - learning_rate * recipe_.weight_decay);
    } else if (recipe_.weight_decay != 0) {
        gradient = gradient.add(weight, recipe_.weight_decay);
    }
    if (recipe_.optimizer == NAS_SGD) {
        if (slot.first.defined()) {
            slot.first.mul_(recipe_.momentum).add_(gradient);
            gradient = recipe_.nesterov != 0 ? gradient.add(slot.first, recipe_.momentum) : slot.first;
        }
        weight.add_(gradient, -learning_rate);
        return;
    }
    slot.first.mul_(recipe_.beta1).add_(gradient, 1 - recipe_.beta1);
    slot.second.mul_(recipe_.beta2).addcmul_(gradient, gradient, 1 - recipe_.beta2);
    const double correction1 = 1 - std::pow(recipe_.beta1, slot.steps);
    const double correction2 = 1 - std::pow(recipe_.beta2, slot.steps);
    const auto denominator = slot.second.sqrt().div_(std::sqrt(correction2)).add_(recipe_.epsilon);
    weight.addcdiv_(slot.first, denominator, -learning_rate / correction1);
}

c10::Dict<std::string, at::Tensor> Optimizer::save() const {
    c10::Dict<std::string, at::Tensor> saved;
    for (const auto& slot : slots_) {
        saved.insert(slot.name + ":steps", at::scalar_tensor(slot.steps, at::kLong));
        if (slot.first.defined()) {
            saved.insert(slot.name + ":first", slot.first);
        }
        if (slot.second.defined()) {
            saved.insert(slot.name + ":second", slot.second);
        }
    }
    return saved;
}

void Optimizer::restore(const c10::impl::GenericDict& saved) {
    const auto find = [&](const std::string& name) {
        const auto found = saved.find(name);
        TORCH_CHECK(found != saved.end(), "the checkpoint has no ", name, ": it is of another network or recipe");
        return found->value().toTensor();
    };
    for (auto& slot : slots_) {
        slot.steps = find(slot.name + ":steps").item<int64_t>();
        if (slot.first.defined()) {
            slot.first.copy_(find(slot.name + ":first"));
        }
        if (slot.second.defined()) {
            slot.second.copy_(find(slot.name + ":second"));
        }
    }
}

}  // namespace nas
