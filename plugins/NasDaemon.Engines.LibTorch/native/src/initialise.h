// First values of parameters and buffers, in PyTorch's distributions.
#pragma once

#include "nasdaemon_torch.h"

#include <ATen/ATen.h>

namespace nas {

at::Tensor initialise(const nas_state_entry& entry, const at::Generator& generator);

}  // namespace nas
