// Batched products of float32 matrices, as attention needs them, straight on BLAS.
//
// libtorch's own matmul first copies each operand whose heads lie interleaved, and without MKL it then multiplies the
// matrices one by one through its full operator machinery. Here the operands are read where they lie. The kernel takes
// the place of aten::matmul on the processor for this process; whatever it does not cover goes to libtorch's own.
#include <ATen/ATen.h>
#include <ATen/NativeFunctions.h>
#include <dlfcn.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>

#include <algorithm>
#include <vector>

namespace nas {

namespace {

using Sgemm = void (*)(
    const char*, const char*, const int*, const int*, const int*, const float*, const float*, const int*, const float*,
    const int*, const float*, float*, const int*);

// BLAS as libtorch has it; null where it keeps its BLAS to itself.
Sgemm find_sgemm() {
    static const auto found = reinterpret_cast<Sgemm>(dlsym(RTLD_DEFAULT, "sgemm_"));
    return found;
}

// How BLAS, which thinks in columns, reads a matrix of rows.
struct Layout {
    char operation = 0;  // 'N' as it lies, 'T' transposed, 0 where neither fits
    int leading = 0;
};

Layout layout_of(const at::Tensor& matrix) {
    const auto rows = matrix.size(-2);
    const auto columns = matrix.size(-1);
    if (matrix.stride(-1) == 1 && matrix.stride(-2) >= columns) {
        return {'N', static_cast<int>(matrix.stride(-2))};
    }
    if (matrix.stride(-2) == 1 && matrix.stride(-1) >= rows) {
        return {'T', static_cast<int>(matrix.stride(-1))};
    }
    return {};
}

bool is_float_batch(const at::Tensor& tensor) {
    return tensor.dim() >= 3 && tensor.device().is_cpu() && tensor.scalar_type() == at::kFloat
        && tensor.layout() == at::kStrided && tensor.numel() > 0;
}

bool applies(const at::Tensor& left, const at::Tensor& right) {
    if (!is_float_batch(left) || !is_float_batch(right) || left.dim() != right.dim() || left.size(-1) != right.size(-2)) {
        return false;
    }
    const auto batch_dimensions = left.dim() - 2;
    return left.sizes().slice(0, batch_dimensions) == right.sizes().slice(0, batch_dimensions)
        && layout_of(left).operation != 0 && layout_of(right).operation != 0 && find_sgemm() != nullptr;
}

at::Tensor multiply_batch(const at::Tensor& left, const at::Tensor& right) {
    auto sizes = left.sizes().vec();
    sizes.back() = right.size(-1);
    auto result = at::empty(sizes, left.options(), at::MemoryFormat::Contiguous);

    const auto left_layout = layout_of(left);
    const auto right_layout = layout_of(right);
    const auto rows = static_cast<int>(left.size(-2));
    const auto inner = static_cast<int>(left.size(-1));
    const auto columns = static_cast<int>(right.size(-1));
    const float one = 1;
    const float zero = 0;
    const auto sgemm = find_sgemm();

    const auto batch_dimensions = left.dim() - 2;
    std::vector<int64_t> at_index(batch_dimensions, 0);
    const auto* left_data = left.data_ptr<float>();
    const auto* right_data = right.data_ptr<float>();
    auto* target = result.data_ptr<float>();
    const auto* end = target + result.numel();
    for (; target != end; target += static_cast<int64_t>(rows) * columns) {
        // Rows read as columns are the transposed matrix, and (A·B)ᵀ = Bᵀ·Aᵀ.
        sgemm(
            &right_layout.operation, &left_layout.operation, &columns, &rows, &inner, &one, right_data,
            &right_layout.leading, left_data, &left_layout.leading, &zero, target, &columns);
        for (auto dimension = batch_dimensions - 1; dimension >= 0; --dimension) {
            left_data += left.stride(dimension);
            right_data += right.stride(dimension);
            if (++at_index[dimension] < left.size(dimension)) {
                break;
            }
            left_data -= left.stride(dimension) * left.size(dimension);
            right_data -= right.stride(dimension) * right.size(dimension);
            at_index[dimension] = 0;
        }
    }
    return result;
}

struct BatchedProduct : public torch::autograd::Function<BatchedProduct> {
    static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor& left, const at::Tensor& right) {
        context->save_for_backward({left, right});
        return multiply_batch(left, right);
    }

    static torch::autograd::variable_list backward(
        torch::autograd::AutogradContext* context, torch::autograd::variable_list gradients) {
        const auto saved = context->get_saved_variables();
        const auto gradient = layout_of(gradients[0]).operation != 0 ? gradients[0] : gradients[0].contiguous();
        return {at::matmul(gradient, saved[1].transpose(-2, -1)), at::matmul(saved[0].transpose(-2, -1), gradient)};
    }
};

at::Tensor matmul_with_gradient(const at::Tensor& left, const at::Tensor& right) {
    const bool needs_gradient = at::GradMode::is_enabled() && (left.requires_grad() || right.requires_grad());
    if (!applies(left, right)) {
        return at::native::matmul(left, right);
    }
    return needs_gradient ? BatchedProduct::apply(left, right) : multiply_batch(left, right);
}

at::Tensor matmul(const at::Tensor& left, const at::Tensor& right) {
    return applies(left, right) ? multiply_batch(left, right) : at::native::matmul(left, right);
}

}  // namespace

}  // namespace nas

TORCH_LIBRARY_IMPL(aten, AutogradCPU, library) { library.impl("matmul", TORCH_FN(nas::matmul_with_gradient)); }

TORCH_LIBRARY_IMPL(aten, CPU, library) { library.impl("matmul", TORCH_FN(nas::matmul)); }
