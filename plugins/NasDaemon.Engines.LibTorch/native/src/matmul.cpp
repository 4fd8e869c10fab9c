// aten::matmul and aten::linear for float32 on the processor.
//
// libtorch's matmul copies operands whose heads lie interleaved, as attention has them, and without MKL it then sends
// each small matrix of the batch through its whole operator machinery to BLAS. These kernels read operands where they
// lie and use oneDNN's product, which is faster than OpenBLAS's. They take the place of libtorch's own for this process;
// what they do not cover goes to libtorch's own.
#include "product.h"

#include <ATen/NativeFunctions.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>

#include <type_traits>

namespace nas {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

// c10::optional or std::optional: versions of libtorch differ, so it is taken from the function itself.
template <typename Result, typename First, typename Second, typename Third>
std::decay_t<Third> third_parameter(Result (*)(First, Second, Third));

using OptionalTensor = decltype(third_parameter(&at::native::linear));

at::Tensor readable(const at::Tensor& matrix) { return is_readable_matrix(matrix) ? matrix : matrix.contiguous(); }

struct Product : public torch::autograd::Function<Product> {
    static at::Tensor forward(AutogradContext* context, const at::Tensor& left, const at::Tensor& right) {
        context->save_for_backward({left, right});
        return product_of(left, right);
    }

    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        const auto gradient = readable(gradients[0]);
        at::Tensor left;
        at::Tensor right;
        if (context->needs_input_grad(0)) {
            left = at::matmul(gradient, saved[1].transpose(-2, -1));
        }
        if (context->needs_input_grad(1)) {
            right = at::matmul(saved[0].transpose(-2, -1), gradient);
        }
        return {left, right};
    }
};

at::Tensor matmul(const at::Tensor& left, const at::Tensor& right) {
    return can_multiply(left, right) ? product_of(left, right) : at::native::matmul(left, right);
}

at::Tensor matmul_with_gradient(const at::Tensor& left, const at::Tensor& right) {
    if (!can_multiply(left, right)) {
        return at::native::matmul(left, right);
    }
    const bool needs_gradient = at::GradMode::is_enabled() && (left.requires_grad() || right.requires_grad());
    return needs_gradient ? Product::apply(left, right) : product_of(left, right);
}

// Rows of samples, whatever their batch dimensions: a view where that is possible.
at::Tensor as_rows(const at::Tensor& tensor) { return readable(tensor.reshape({-1, tensor.size(-1)})); }

at::Tensor linear_of(const at::Tensor& rows, const at::Tensor& weight, const at::Tensor& bias) {
    // A copy in any case: one row of the bias is contiguous already, and the product is added into it.
    auto result = bias.expand({rows.size(0), bias.size(0)}).clone(at::MemoryFormat::Contiguous);
    multiply(rows, weight.t(), result, /*accumulate=*/true);
    return result;
}

struct Linear : public torch::autograd::Function<Linear> {
    static at::Tensor forward(
        AutogradContext* context, const at::Tensor& rows, const at::Tensor& weight, const at::Tensor& bias) {
        context->save_for_backward({rows, weight});
        return linear_of(rows, weight, bias);
    }

    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        const auto gradient = readable(gradients[0]);
        at::Tensor rows;
        at::Tensor weight;
        at::Tensor bias;
        if (context->needs_input_grad(0)) {
            rows = at::matmul(gradient, saved[1]);
        }
        if (context->needs_input_grad(1)) {
            weight = at::matmul(gradient.t(), saved[0]);
        }
        if (context->needs_input_grad(2)) {
            bias = gradient.sum(0);
        }
        return {rows, weight, bias};
    }
};

bool has_value(const OptionalTensor& tensor) { return tensor.has_value() && tensor->defined(); }

bool covers_linear(const at::Tensor& input, const at::Tensor& weight, const OptionalTensor& bias) {
    const bool fits = input.dim() >= 2 && weight.dim() == 2 && input.size(-1) == weight.size(1) && input.numel() > 0
        && input.device().is_cpu() && input.scalar_type() == at::kFloat && input.layout() == at::kStrided;
    const bool bias_fits = !has_value(bias)
        || (bias->dim() == 1 && bias->size(0) == weight.size(0) && bias->scalar_type() == at::kFloat);
    return fits && bias_fits && can_multiply(weight, weight.t());
}

at::Tensor linear(const at::Tensor& input, const at::Tensor& weight, const OptionalTensor& bias) {
    if (!covers_linear(input, weight, bias)) {
        return at::native::linear(input, weight, bias);
    }
    auto sizes = input.sizes().vec();
    sizes.back() = weight.size(0);
    const auto rows = as_rows(input);
    return (has_value(bias) ? linear_of(rows, weight, *bias) : product_of(rows, weight.t())).view(sizes);
}

at::Tensor linear_with_gradient(const at::Tensor& input, const at::Tensor& weight, const OptionalTensor& bias) {
    if (!covers_linear(input, weight, bias)) {
        return at::native::linear(input, weight, bias);
    }
    auto sizes = input.sizes().vec();
    sizes.back() = weight.size(0);
    const auto rows = as_rows(input);
    // A function of autograd takes no tensor that is not there.
    return (has_value(bias) ? Linear::apply(rows, weight, *bias) : Product::apply(rows, weight.t())).view(sizes);
}

}  // namespace

}  // namespace nas

TORCH_LIBRARY_IMPL(aten, AutogradCPU, library) {
    library.impl("matmul", TORCH_FN(nas::matmul_with_gradient));
    library.impl("linear", TORCH_FN(nas::linear_with_gradient));
}

TORCH_LIBRARY_IMPL(aten, CPU, library) {
    library.impl("matmul", TORCH_FN(nas::matmul));
    library.impl("linear", TORCH_FN(nas::linear));
}
