#include "guard.h"

#include "allocator.h"
#include "nasdaemon_torch.h"

#include <ATen/Parallel.h>
#include <dlfcn.h>
#include <torch/csrc/jit/python/update_graph_executor_opt.h>
#include <torch/csrc/jit/runtime/graph_executor.h>

#include <mutex>

namespace nas {

namespace {

thread_local std::string last_error;

void prepare_process() {
    install_allocator();
    torch::jit::getProfilingMode() = false;
    torch::jit::getExecutorMode() = false;
    try {
        at::set_num_interop_threads(1);
    } catch (const std::exception&) {
        // Another user of libtorch in this process has begun parallel work; its choice stands.
    }

    // OpenBLAS with threads of its own does not follow OpenMP's count.
    if (auto* set_threads = reinterpret_cast<void (*)(int)>(dlsym(RTLD_DEFAULT, "openblas_set_num_threads"))) {
        set_threads(1);
    }
}

}  // namespace

std::atomic<int64_t> Counted::live{0};

Counted::~Counted() {
    if (--live == 0) {
        release_cached_memory();
    }
}

void set_last_error(const char* message) noexcept {
    try {
        last_error = message;
    } catch (...) {
        last_error.clear();
    }
}

void prepare_thread() {
    static std::once_flag once;
    std::call_once(once, prepare_process);
    thread_local bool prepared = false;
    if (!prepared) {
        at::set_num_threads(1);
        torch::jit::setGraphExecutorOptimize(false);
        prepared = true;
    }
}

}  // namespace nas

int32_t nas_abi_version(void) { return NAS_ABI_VERSION; }

const char* nas_last_error(void) { return nas::last_error.c_str(); }

int64_t nas_live_handles(void) { return nas::Counted::live; }
