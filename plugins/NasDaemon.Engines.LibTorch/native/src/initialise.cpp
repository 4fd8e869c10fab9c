#include "initialise.h"

#include "tensors.h"

#include <torch/script.h>

#include <cmath>

namespace nas {

namespace {

// By the inverse distribution function, as torch.nn.init.trunc_normal_ does.
void truncated_normal(at::Tensor& tensor, const nas_initialisation& how, const at::Generator& generator) {
    const auto share_below = [&](double bound) { return (1 + std::erf((bound - how.a) / how.b / std::sqrt(2.0))) / 2; };
    tensor.uniform_(2 * share_below(how.c) - 1, 2 * share_below(how.d) - 1, generator);
    tensor.erfinv_().mul_(how.b * std::sqrt(2.0)).add_(how.a).clamp_(how.c, how.d);
}

// By QR decomposition, as torch.nn.init.orthogonal_ does (Saxe et al. 2013).
void orthogonal(at::Tensor& tensor, double gain, const at::Generator& generator) {
    TORCH_CHECK(tensor.dim() >= 2, "Only tensors with 2 or more dimensions are supported");
    if (tensor.numel() == 0) {
        return;
    }
    const auto rows = tensor.size(0);
    const auto columns = tensor.numel() / rows;
    auto flat = at::empty({rows, columns}, tensor.options()).normal_(0, 1, generator);
    if (rows < columns) {
        flat = flat.t();
    }
    auto [q, r] = at::linalg_qr(flat);
    q = q * r.diagonal().sign();
    if (rows < columns) {
        q = q.t();
    }
    tensor.copy_(q.reshape(tensor.sizes()).mul(gain));
}

at::Tensor literal(const nas_initialisation& how, at::IntArrayRef shape, at::ScalarType type) {
    const auto values = at::from_blob(const_cast<double*>(how.values), {how.value_count}, at::kDouble);
    return values.to(type, /*non_blocking=*/false, /*copy=*/true).reshape(shape);
}

// What the operators draw comes from the global generator, which gets a seed of ours and its own state back.
at::Tensor computed(const nas_initialisation& how, at::IntArrayRef shape, at::ScalarType type, const at::Generator& generator) {
    const auto seed = at::empty({1}, at::kLong).random_(generator).item<int64_t>();
    auto global = at::globalContext().defaultGenerator(at::kCPU);
    const auto state = global.get_state();
    at::manual_seed(static_cast<uint64_t>(seed));
    const at::NoGradGuard no_gradient;
    torch::jit::Module module("Computed");
    module.register_attribute("training", c10::BoolType::get(), true);
    module.define(how.source);
    const auto tensor = module.forward({}).toTensor();
    global.set_state(state);
    TORCH_CHECK(tensor.sizes() == shape, "a tensor of shape ", tensor.sizes(), " was computed in place of ", shape);
    return tensor.to(type, /*non_blocking=*/false, /*copy=*/true).contiguous();
}

}  // namespace

at::Tensor initialise(const nas_state_entry& entry, const at::Generator& generator) {
    const at::IntArrayRef shape(entry.shape, entry.dimensions);
    const auto type = scalar_type(entry.element);
    const auto& how = entry.initialisation;
    if (how.kind == NAS_LITERAL) {
        return literal(how, shape, type);
    }
    if (how.kind == NAS_COMPUTED) {
        return computed(how, shape, type, generator);
    }
    auto tensor = at::empty(shape, type);
    switch (how.kind) {
        case NAS_CONSTANT: tensor.fill_(how.a); break;
        case NAS_UNIFORM: tensor.uniform_(how.a, how.b, generator); break;
        case NAS_NORMAL: tensor.normal_(how.a, how.b, generator); break;
        case NAS_TRUNCATED_NORMAL: truncated_normal(tensor, how, generator); break;
        case NAS_ORTHOGONAL: orthogonal(tensor, how.a, generator); break;
        default: TORCH_CHECK(false, "initialisation ", how.kind, " is not known");
    }
    return tensor;
}

}  // namespace nas
