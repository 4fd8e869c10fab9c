// Memory for tensors that is kept for the next step instead of going back to the system.
#pragma once

namespace nas {

// Replaces libtorch's own allocator for the processor's memory. Call once, before the first tensor.
void install_allocator();

// Gives back to the system what no tensor uses.
void release_cached_memory() noexcept;

}  // namespace nas
