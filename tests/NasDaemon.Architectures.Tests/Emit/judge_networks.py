"""Runs networks and their lowered form on the same weights: evaluation, gradients, training, running statistics."""
import importlib.util
import inspect
import itertools
import json
import re
import sys

import torch


def make(module, item):
    if "in_shape" not in inspect.signature(module.Net.__init__).parameters:
        return getattr(module, "Reference", module.Net)()  # what computes the same in this version of PyTorch
    values = {"lr": 0.01, "momentum": 0.9, "dropout": 0.2, "batch": 64}
    return module.Net((2, *item["input"]), (item["classes"],), values, torch.device("cpu"))


def disturb(network):
    """Norms start as ones and zeros: a scale that is lost, or two statistics swapped, would not show."""
    with torch.no_grad():
        for tensor in itertools.chain(network.parameters(), network.buffers()):
            if tensor.dim() == 1 and tensor.is_floating_point():
                tensor.add_(0.1 * torch.rand_like(tensor))


def copy(original, copies):
    if id(original) in copies:
        return copies[id(original)]
    holder = copies[id(original)] = type(f"Lowered{next(numbers)}", (real.nn.Module,), {})()
    for name, parameter in original._parameters.items():
        if parameter is not None:
            holder.register_parameter(name, real.nn.Parameter(parameter.detach().clone(), parameter.requires_grad))
    for name, buffer in original._buffers.items():
        if buffer is not None:
            holder.register_buffer(name, buffer.clone())
    for name, child in original._modules.items():
        if child is not None:
            holder.add_module(name, copy(child, copies))
    return holder


def define(network, source):
    for name in re.findall(r"torch\.(\w+)", source):
        assert hasattr(aten, name), f"libtorch knows no torch.{name}"
    lowered = real.jit.script(copy(network, {}))
    torch = aten  # libtorch's own compiler finds only the native operators under this name
    lowered.define(source)
    return lowered


def compute(source):
    module = real.jit.script(type(f"Computed{next(numbers)}", (real.nn.Module,), {})())
    torch = aten
    module.define(source)
    return module()


def close(expected, actual, tolerance=1e-4):
    return (expected - actual).abs().max() <= tolerance * expected.abs().max() + 1e-7


def differences(network, lowered, shape):
    for batch in (2, 5):
        x = torch.rand([batch, *shape])
        network.eval(), lowered.eval()
        if not close(network(x.clone()), lowered(x.clone())):
            yield f"output in evaluation, batch {batch}"
    for model in (network, lowered):
        model.zero_grad()
        model(x.clone()).square().mean().backward()
    gradients = {name: parameter.grad for name, parameter in lowered.named_parameters()}
    for name, parameter in network.named_parameters():
        if (parameter.grad is None) != (gradients[name] is None) or (
                parameter.grad is not None and not close(parameter.grad, gradients[name], 1e-3)):
            yield f"gradient of {name}"
    results = []
    for model in (network, lowered):
        model.train()
        torch.manual_seed(3)
        results.append(model(x.clone()))
    if not close(*results, 1e-3):
        yield "output in training"
    buffers = dict(lowered.named_buffers())
    for name, buffer in network.named_buffers():
        if not close(buffer.double(), buffers[name].double()):
            yield f"buffer {name}"


real, aten, numbers = torch, torch.ops.aten, itertools.count()
torch.manual_seed(0)
for line in open(sys.argv[1], encoding="utf-8"):
    item = json.loads(line)
    spec = importlib.util.spec_from_file_location("network", item["file"])
    module = sys.modules["network"] = importlib.util.module_from_spec(spec)  # data classes look their module up
    spec.loader.exec_module(module)
    network = make(module, item)
    for name, source in item["computed"].items():
        value, own = compute(source), network.state_dict()[name]
        if value.shape != own.shape or ("rand" not in source and not close(own.double(), value.double())):
            print(item["file"], "first values differ:", name)
    disturb(network)
    state = {name: list(tensor.shape) for name, tensor in network.state_dict().items()}
    if state != item["state"] or list(state) != list(item["state"]):
        print(item["file"], "state differs:", list(state), list(item["state"]))
        continue
    frozen = [name for name, parameter in network.named_parameters() if not parameter.requires_grad]
    if frozen != item["frozen"]:
        print(item["file"], "does not train", frozen, "and not", item["frozen"])
    # As the engine runs it; the optimiser's own dropout would draw other random numbers.
    with torch.jit.optimized_execution(False):
        for difference in differences(network, define(network, item["forward"]), item["input"]):
            print(item["file"], "differs:", difference)
