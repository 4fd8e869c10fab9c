// A checkpoint is a pickled dictionary: Python's torch.load reads it too.
#include "trainer.h"

#include <torch/csrc/jit/serialization/pickle.h>

#include <fstream>

namespace {

constexpr auto position_key = "position";
constexpr auto state_key = "state";
constexpr auto optimizer_key = "optimizer";

void write_file(const char* path, const std::vector<char>& bytes) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.flush();
    TORCH_CHECK(file.good(), path, ": cannot be written");
}

std::vector<char> read_file(const char* path) {
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    TORCH_CHECK(file.good(), path, ": cannot be read");
    std::vector<char> bytes(static_cast<size_t>(file.tellg()));
    file.seekg(0);
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    TORCH_CHECK(file.good(), path, ": cannot be read");
    return bytes;
}

}  // namespace

void nas_trainer::save(const char* path, const int64_t* position, int32_t position_count) const {
    c10::Dict<std::string, at::Tensor> state;
    for (const auto& entry : network_.states()) {
        state.insert(entry.first, entry.second.detach());
    }
    const auto numbers = at::from_blob(const_cast<int64_t*>(position), {position_count}, at::kLong).clone();
    c10::Dict<std::string, at::Tensor> header;
    header.insert(position_key, numbers);
    c10::Dict<std::string, c10::Dict<std::string, at::Tensor>> content;
    content.insert(position_key, header);
    content.insert(state_key, state);
    content.insert(optimizer_key, optimizer_.save());
    write_file(path, torch::jit::pickle_save(content));
}

void nas_trainer::restore(const char* path, int64_t* position, int32_t position_count) {
    const at::NoGradGuard no_gradients;
    const auto content = torch::jit::pickle_load(read_file(path)).toGenericDict();
    const auto header = content.at(position_key).toGenericDict();
    const auto numbers = header.at(position_key).toTensor();
    TORCH_CHECK(numbers.numel() == position_count, path, ": is of another version of this engine");
    const auto state = content.at(state_key).toGenericDict();
    for (const auto& entry : network_.states()) {
        const auto found = state.find(entry.first);
        TORCH_CHECK(found != state.end(), path, ": has no ", entry.first, "; it is of another network");
        entry.second.detach().copy_(found->value().toTensor());
    }
    optimizer_.restore(content.at(optimizer_key).toGenericDict());
    std::copy_n(numbers.data_ptr<int64_t>(), position_count, position);
}

int32_t nas_trainer_save(nas_trainer* trainer, const char* path, const int64_t* position, int32_t position_count) {
    return nas::guarded([&] { trainer->save(path, position, position_count); });
}

int32_t nas_trainer_restore(nas_trainer* trainer, const char* path, int64_t* position, int32_t position_count) {
    return nas::guarded([&] { trainer->restore(path, position, position_count); });
}
