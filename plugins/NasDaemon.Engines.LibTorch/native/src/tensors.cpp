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
        case NAS_FLOAT16: return at::kHalf;
        case NAS_BFLOAT16: return at::kBFloat16;
        case NAS_INT32: return at::kInt;
        case NAS_INT16: return at::kShort;
        case NAS_INT8: return at::kChar;
        case NAS_COMPLEX64: return at::kComplexFloat;
        case NAS_COMPLEX128: return at::kComplexDouble;
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
