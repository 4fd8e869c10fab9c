#include "product.h"

#include <dlfcn.h>

#include <vector>

namespace nas {

namespace {

using Blas = void (*)(
    const char*, const char*, const int*, const int*, const int*, const float*, const float*, const int*, const float*,
    const int*, const float*, float*, const int*);

using OneDnn = int (*)(
    char, char, int64_t, int64_t, int64_t, float, const float*, int64_t, const float*, int64_t, float, float*, int64_t);

// Both as libtorch has them; null where it keeps them to itself.
const auto blas = reinterpret_cast<Blas>(dlsym(RTLD_DEFAULT, "sgemm_"));
const auto onednn = reinterpret_cast<OneDnn>(dlsym(RTLD_DEFAULT, "dnnl_sgemm"));

struct Layout {
    char operation = 0;  // 'N' row after row, 'T' column after column, 0 neither
    int64_t leading = 0;
};

// A single row or column has any stride, and no step is ever taken along it.
Layout layout_of(const at::Tensor& matrix) {
    const auto rows = matrix.size(-2), columns = matrix.size(-1);
    const auto row_step = rows == 1 ? columns : matrix.stride(-2), column_step = columns == 1 ? rows : matrix.stride(-1);
    if ((columns == 1 || column_step == 1) && row_step >= columns) {
        return {'N', row_step};
    }
    if ((rows == 1 || row_step == 1) && column_step >= rows) {
        return {'T', column_step};
    }
    return {};
}

bool is_float(const at::Tensor& tensor) {
    return tensor.dim() >= 2 && tensor.device().is_cpu() && tensor.scalar_type() == at::kFloat
        && tensor.layout() == at::kStrided && tensor.numel() > 0;
}

// One product of the batch. oneDNN's is the faster one on small matrices and thinks in rows; BLAS thinks in columns.
class Kernel {
public:
    Kernel(const at::Tensor& left, const at::Tensor& right, bool accumulate)
        : left_(layout_of(left)), right_(layout_of(right)), rows_(left.size(-2)), inner_(left.size(-1)),
          columns_(right.size(-1)), keep_(accumulate ? 1.0f : 0.0f) {}

    void run(const float* left, const float* right, float* target) const {
        if (onednn != nullptr) {
            const int status = onednn(
                left_.operation, right_.operation, rows_, columns_, inner_, 1.0f, left, left_.leading, right,
                right_.leading, keep_, target, columns_);
            TORCH_CHECK(status == 0, "oneDNN refused a product of matrices with status ", status);
            return;
        }
        const auto narrow = [](int64_t value) { return static_cast<int>(value); };
        const int rows = narrow(rows_), inner = narrow(inner_), columns = narrow(columns_);
        const int left_leading = narrow(left_.leading), right_leading = narrow(right_.leading);
        const float one = 1.0f;
        // Rows read as columns are the transposed matrix, and (A·B)ᵀ = Bᵀ·Aᵀ.
        blas(
            &right_.operation, &left_.operation, &columns, &rows, &inner, &one, right, &right_leading, left, &left_leading,
            &keep_, target, &columns);
    }

    int64_t result_elements() const { return rows_ * columns_; }

private:
    Layout left_;
    Layout right_;
    int64_t rows_;
    int64_t inner_;
    int64_t columns_;
    float keep_;
};

// Steps through the matrices of a batch in row-major order of its indices.
class BatchWalk {
public:
    explicit BatchWalk(const at::Tensor& tensor)
        : tensor_(tensor), index_(static_cast<size_t>(tensor.dim() - 2), 0), data_(tensor.data_ptr<float>()) {}

    const float* data() const { return data_; }

    void next() {
        for (auto dimension = static_cast<int64_t>(index_.size()) - 1; dimension >= 0; --dimension) {
            data_ += tensor_.stride(dimension);
            if (++index_[dimension] < tensor_.size(dimension)) {
                return;
            }
            data_ -= tensor_.stride(dimension) * tensor_.size(dimension);
            index_[dimension] = 0;
        }
    }

private:
    const at::Tensor& tensor_;
    std::vector<int64_t> index_;
    const float* data_;
};

}  // namespace

bool is_readable_matrix(const at::Tensor& matrix) { return layout_of(matrix).operation != 0; }

bool can_multiply(const at::Tensor& left, const at::Tensor& right) {
    if ((onednn == nullptr && blas == nullptr) || !is_float(left) || !is_float(right) || left.dim() != right.dim()
        || left.size(-1) != right.size(-2)) {
        return false;
    }
    const auto batch_dimensions = static_cast<size_t>(left.dim() - 2);
    return left.sizes().slice(0, batch_dimensions) == right.sizes().slice(0, batch_dimensions) && is_readable_matrix(left)
        && is_readable_matrix(right);
}

void multiply(const at::Tensor& left, const at::Tensor& right, at::Tensor& target, bool accumulate) {
    const Kernel kernel(left, right, accumulate);
    BatchWalk left_walk(left);
    BatchWalk right_walk(right);
    auto* data = target.data_ptr<float>();
    const auto* end = data + target.numel();
    for (; data != end; data += kernel.result_elements()) {
        kernel.run(left_walk.data(), right_walk.data(), data);
        left_walk.next();
        right_walk.next();
    }
}

at::Tensor product_of(const at::Tensor& left, const at::Tensor& right) {
    auto sizes = left.sizes().vec();
    sizes.back() = right.size(-1);
    auto result = at::empty(sizes, left.options(), at::MemoryFormat::Contiguous);
    multiply(left, right, result, /*accumulate=*/false);
    return result;
}

}  // namespace nas
