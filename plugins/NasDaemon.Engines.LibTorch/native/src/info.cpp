#include "guard.h"
#include "nasdaemon_torch.h"

#include <ATen/Context.h>
#include <ATen/Version.h>
#include <dlfcn.h>
#include <torch/cuda.h>
#include <torch/version.h>

namespace {

std::string read_capability() {
    const std::string key = "CPU capability usage: ";
    const std::string config = at::show_config();
    const auto start = config.find(key);
    if (start == std::string::npos) {
        return "unknown";
    }
    const auto value = start + key.size();
    return config.substr(value, config.find('\n', value) - value);
}

// The driver is asked directly, so that the build needs no CUDA headers.
int32_t ask_driver() {
    constexpr int major_attribute = 75;
    constexpr int minor_attribute = 76;
    void* driver = dlopen("libcuda.so.1", RTLD_LAZY | RTLD_LOCAL);
    if (driver == nullptr) {
        return 0;
    }
    auto* initialise = reinterpret_cast<int (*)(unsigned)>(dlsym(driver, "cuInit"));
    auto* attribute = reinterpret_cast<int (*)(int*, int, int)>(dlsym(driver, "cuDeviceGetAttribute"));
    int major = 0;
    int minor = 0;
    const bool known = initialise != nullptr && attribute != nullptr && initialise(0) == 0
        && attribute(&major, major_attribute, 0) == 0 && attribute(&minor, minor_attribute, 0) == 0;
    return known ? major * 10 + minor : 0;
}

}  // namespace

const char* nas_torch_version(void) { return TORCH_VERSION; }

const char* nas_processor_capability(void) {
    static std::string capability;
    return nas::guarded([] { capability = read_capability(); }) == 0 ? capability.c_str() : "unknown";
}

int32_t nas_has_onednn(void) { return at::hasMKLDNN() ? 1 : 0; }

int32_t nas_cuda_device_count(void) {
    int32_t count = 0;
    nas::guarded([&] { count = torch::cuda::is_available() ? static_cast<int32_t>(torch::cuda::device_count()) : 0; });
    return count;
}

int32_t nas_cuda_compute_capability(void) { return nas_cuda_device_count() > 0 ? ask_driver() : 0; }
