"""Compares traced networks with PyTorch's own reading of their sources: compare_traced.py NETWORKS

NETWORKS has a JSON object a line: source, input (sizes without the batch), state (a list of name, shape, isParameter),
parameters, flops and forward (the lowered TorchScript method). Prints 'equal' or what differs, a line a network.
"""

import json
import sys
import traceback
import types

import torch
from torch import nn

TOLERANCE = 1e-4


def operator(name):
    """Finds what C++ knows as torch.NAME, which is more than Python's torch has."""
    return getattr(torch, name) if hasattr(torch, name) else getattr(torch.ops.aten, name)


OPERATORS = types.ModuleType("operators")
OPERATORS.__getattr__ = operator


def lowered(network, weights):
    """Builds the lowered network the way the engine does: a tree of modules that follows the names of the state."""
    root = nn.Module()
    for entry in network["state"]:
        *path, leaf = entry["name"].split(".")
        module = root
        for part in path:
            if part not in module._modules:
                module.add_module(part, nn.Module())
            module = module._modules[part]
        value = weights[entry["name"]].clone()
        if entry["isParameter"]:
            module.register_parameter(leaf, nn.Parameter(value))
        else:
            module.register_buffer(leaf, value)
    # A type of its own: scripted modules of equal structure would otherwise share one, and with it one forward.
    script = torch.jit._recursive.create_script_module(root, lambda module: [], share_types=False)
    script._c._define(script._concrete_type, network["forward"], {"torch": OPERATORS}.get)
    return script


def multiply_adds(net, sample):
    """Twice the multiply-adds of convolutions and linear layers: what FLOPs must at least be."""
    total = 0

    def count(module, _, output):
        nonlocal total
        if isinstance(module, (nn.Conv1d, nn.Conv2d, nn.Linear)):
            total += 2 * output.numel() * module.weight[0].numel()

    handles = [module.register_forward_hook(count) for module in net.modules()]
    with torch.no_grad():
        net.eval()(sample)
    for handle in handles:
        handle.remove()
    return total


def scramble(net):
    """Gives batch norms weights and statistics that are not the neutral ones."""
    for name, value in net.state_dict().items():
        if value.dtype.is_floating_point and value.dim() == 1:
            value.add_(torch.rand_like(value) * 0.2)


def difference(network):
    scope = {"__name__": "network"}
    exec(compile(network["source"], "network.py", "exec"), scope)
    net = scope["Net"]()
    state = {name: list(value.shape) for name, value in net.state_dict().items()}
    traced = {entry["name"]: entry["shape"] for entry in network["state"]}
    if list(state.items()) != list(traced.items()):
        return f"state: {[pair for pair in state.items() if traced.get(pair[0]) != pair[1]]} against {traced}"
    parameters = sum(p.numel() for p in net.parameters())
    if parameters != network["parameters"]:
        return f"parameters: {parameters} against {network['parameters']}"
    least = multiply_adds(net, torch.rand(1, *network["input"]))
    if not least <= network["flops"] <= 1.5 * least + 1e6:
        return f"flops: at least {least}, but {network['flops']}"
    scramble(net)
    ours = lowered(network, net.state_dict())
    sample = torch.randn(3, *network["input"])
    for training in (False, True):
        if training and any(isinstance(module, nn.Dropout) for module in net.modules()):
            continue
        expected, actual = net.train(training)(sample), ours.train(training)(sample)
        distance = (expected - actual).abs().max().item()
        if not distance <= TOLERANCE * max(1, expected.abs().max().item()):
            return f"outputs differ by {distance} (training: {training})"
    return "equal"


def main():
    # As in the engine: every network runs twice, which optimising its graph never pays back.
    torch._C._set_graph_executor_optimize(False)
    torch.manual_seed(5)
    with open(sys.argv[1], encoding="utf-8") as file:
        for line in file:
            try:
                print(difference(json.loads(line)))
            except Exception:
                print(traceback.format_exc().replace("\n", " | "))


main()
