#include "network.h"

#include "initialise.h"
#include "tensors.h"

#include <ATen/CPUGeneratorImpl.h>

namespace {

// "layer1.0.weight" → ("layer1.0", "weight")
std::pair<std::string, std::string> split(const std::string& path) {
    const auto dot = path.rfind('.');
    return dot == std::string::npos ? std::make_pair(std::string(), path)
                                    : std::make_pair(path.substr(0, dot), path.substr(dot + 1));
}

}  // namespace

nas_network::nas_network(const char* device, bool channels_last, uint64_t seed)
    : device_(device), channels_last_(channels_last), generator_(at::detail::createCPUGenerator(seed)) {}

void nas_network::add_module(const std::string& path, const std::string& type_name) {
    // Two modules of one class may hold different parameters, so each gets a type of its own.
    torch::jit::Module module(c10::QualifiedName("__torch__." + type_name), unit_, /*shouldMangle=*/true);
    module.register_attribute("training", c10::BoolType::get(), true);
    if (!path.empty()) {
        const auto [parent, name] = split(path);
        const auto found = modules_.find(parent);
        TORCH_CHECK(found != modules_.end(), "module ", path, " was named before its parent");
        found->second.register_module(name, module);
    }
    TORCH_CHECK(modules_.emplace(path, module).second, "module '", path, "' was named twice");
}

void nas_network::add_state(const std::string& full_name, const char* shared_with, const nas_state_entry& entry) {
    const auto [parent, name] = split(full_name);
    const auto owner = modules_.find(parent);
    TORCH_CHECK(owner != modules_.end(), "the module of ", full_name, " is not known");
    TORCH_CHECK(states_.count(full_name) == 0, full_name, " was named twice");

    const bool is_parameter = (entry.flags & NAS_PARAMETER) != 0;
    const bool is_trainable = is_parameter && (entry.flags & NAS_TRAINABLE) != 0;
    const bool is_shared = shared_with != nullptr;
    const auto tensor = is_shared ? state(shared_with) : place(nas::initialise(entry, generator_));
    if (is_trainable && !is_shared) {
        tensor.requires_grad_(true);
        trainable_.emplace_back(full_name, tensor);
    }
    if (is_parameter || (entry.flags & NAS_PERSISTENT) != 0) {
        owner->second.register_parameter(name, tensor, /*is_buffer=*/!is_parameter);
    } else {
        owner->second.register_attribute(name, c10::TensorType::get(), tensor);
    }
    states_.emplace(full_name, tensor);
}

at::Tensor nas_network::place(at::Tensor tensor) const {
    const bool as_channels_last = channels_last_ && tensor.dim() == 4;
    return tensor.to(device_).contiguous(as_channels_last ? at::MemoryFormat::ChannelsLast : at::MemoryFormat::Contiguous);
}

void nas_network::define(const char* source) { module().define(source); }

void nas_network::add_input(const at::Tensor& input) { inputs_.emplace_back(input.to(device_)); }

at::Tensor nas_network::forward(const at::Tensor& samples) {
    std::vector<c10::IValue> inputs{samples};
    inputs.insert(inputs.end(), inputs_.begin(), inputs_.end());
    return module().forward(std::move(inputs)).toTensor();
}

void nas_network::set_training(bool training) {
    if (training != training_) {
        module().train(training);
        training_ = training;
    }
}

const at::Tensor& nas_network::state(const std::string& name) const {
    const auto found = states_.find(name);
    TORCH_CHECK(found != states_.end(), "the network has no parameter or buffer ", name);
    return found->second;
}

int32_t nas_network_create(const char* device, int32_t channels_last, uint64_t seed, nas_network** network) {
    return nas::guarded([&] { *network = new nas_network(device, channels_last != 0, seed); });
}

void nas_network_destroy(nas_network* network) { delete network; }

int32_t nas_network_add_module(nas_network* network, const char* path, const char* type_name) {
    return nas::guarded([&] { network->add_module(path, type_name); });
}

int32_t nas_network_add_state(
    nas_network* network, const char* name, const char* shared_with, const nas_state_entry* entry) {
    return nas::guarded([&] {
        const at::NoGradGuard no_gradients;
        network->add_state(name, shared_with, *entry);
    });
}

int32_t nas_network_define(nas_network* network, const char* source) {
    return nas::guarded([&] { network->define(source); });
}

int32_t nas_network_clear_inputs(nas_network* network) {
    return nas::guarded([&] { network->clear_inputs(); });
}

int32_t nas_network_add_input(
    nas_network* network, int32_t element, const int64_t* shape, int32_t dimensions, const void* data, int64_t bytes) {
    return nas::guarded([&] {
        const auto input = at::empty(at::IntArrayRef(shape, dimensions), nas::scalar_type(element));
        nas::write_tensor(input, data, bytes);
        network->add_input(input);
    });
}

int32_t nas_network_get_state(nas_network* network, const char* name, void* data, int64_t bytes) {
    return nas::guarded([&] { nas::read_tensor(network->state(name), data, bytes); });
}

int32_t nas_network_set_state(nas_network* network, const char* name, const void* data, int64_t bytes) {
    return nas::guarded([&] { nas::write_tensor(network->state(name), data, bytes); });
}

int32_t nas_network_copy_state(nas_network* network, nas_network* source) {
    return nas::guarded([&] {
        for (const auto& entry : network->states()) {
            entry.second.detach().copy_(source->state(entry.first).detach());
        }
    });
}
