// A module with its weights.
#pragma once

#include "guard.h"
#include "nasdaemon_torch.h"

#include <torch/script.h>

#include <map>
#include <string>
#include <vector>

struct nas_network : nas::Counted {
public:
    nas_network(const char* device, bool channels_last, uint64_t seed);

    void add_module(const std::string& path, const std::string& type_name);
    void add_state(const std::string& name, const char* shared_with, const nas_state_entry& entry);
    void define(const char* source);
    void clear_inputs() { inputs_.clear(); }
    void add_input(const at::Tensor& input);

    at::Tensor forward(const at::Tensor& samples);
    void set_training(bool training);

    const at::Tensor& state(const std::string& name) const;
    const std::map<std::string, at::Tensor>& states() const { return states_; }

    // Parameters that gradients flow into, each once, in the order of the state_dict.
    const std::vector<std::pair<std::string, at::Tensor>>& trainable() const { return trainable_; }

    at::Device device() const { return device_; }
    torch::jit::Module& module() { return modules_.at(""); }

private:
    at::Tensor place(at::Tensor tensor) const;

    at::Device device_;
    bool channels_last_;
    bool training_ = true;
    at::Generator generator_;
    std::shared_ptr<torch::jit::CompilationUnit> unit_ = std::make_shared<torch::jit::CompilationUnit>();
    std::map<std::string, torch::jit::Module> modules_;
    std::map<std::string, at::Tensor> states_;
    std::vector<std::pair<std::string, at::Tensor>> trainable_;
    std::vector<c10::IValue> inputs_;
};
