#include "tensors.h"

#include <cstring>

namespace nas {

namespace {

void check_size(const at::Tensor& tensor, int64_t bytes) {
    const auto expected = tensor.numel() * static_cast<int64_t>(tensor.element_size());
    TORCH_CHECK(bytes == expected, "a tensor of shape ", tensor.sizes(), " has ", expected, " bytes, not ", bytes);
}

}  // namespace

at::ScalarType scalar_type(int32_t element) {
    switch (element) {
        case NAS_FLOAT32: return at::kFloat;
        case NAS_INT64: return at::kLong;
        case NAS_BOOL: return at::kBool;
        case NAS_UINT8: return at::kByte;
        case NAS_FLOAT64: return at::kDouble;
        default: TORCH_CHECK(false, "element type ", element, " is not known");
    }
}

void read_tensor(const at::Tensor& tensor, void* data, int64_t bytes) {
    check_size(tensor, bytes);
    const auto plain = tensor.detach().to(at::kCPU).contiguous();
    std::memcpy(data, plain.data_ptr(), bytes);
}

void write_tensor(const at::Tensor& tensor, const void* data, int64_t bytes) {
    check_size(tensor, bytes);
    auto plain = at::empty(tensor.sizes(), tensor.scalar_type());
    std::memcpy(plain.data_ptr(), data, bytes);
    tensor.detach().copy_(plain);
}

}  // namespace nas
