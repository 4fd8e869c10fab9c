// Tensors as they cross the interface.
#pragma once

#include "nasdaemon_torch.h"

#include <ATen/ATen.h>

namespace nas {

at::ScalarType scalar_type(int32_t element);

void read_tensor(const at::Tensor& tensor, void* data, int64_t bytes);

void write_tensor(const at::Tensor& tensor, const void* data, int64_t bytes);

}  // namespace nas
