// Products of float32 matrices on the processor, read where they lie.
#pragma once

#include <ATen/ATen.h>

namespace nas {

// Whether multiply covers the operands: float32 matrices, or batches of them with the same batch sizes.
bool can_multiply(const at::Tensor& left, const at::Tensor& right);

// Whether the last two dimensions lie in a way that multiply reads without a copy.
bool is_readable_matrix(const at::Tensor& matrix);

// left · right, row-major; joins what target holds where accumulate is set.
void multiply(const at::Tensor& left, const at::Tensor& right, at::Tensor& target, bool accumulate);

// left · right as a new tensor.
at::Tensor product_of(const at::Tensor& left, const at::Tensor& right);

}  // namespace nas
