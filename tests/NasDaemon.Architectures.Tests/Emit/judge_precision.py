"""Trains one step in both precisions on the same weights and prints where they are too far apart."""
import json
import sys

import torch


def build(item, source, number):
    root = type(f"Network{number}", (torch.nn.Module,), {})()
    generator = torch.Generator().manual_seed(1)
    for name, shape, is_parameter in item["state"]:
        *path, last = name.split(".")
        module = root
        for part in path:
            if part not in module._modules:
                module.add_module(part, type(f"Part{number}{name.replace('.', '_')}", (torch.nn.Module,), {})())
            module = module._modules[part]
        value = torch.rand(shape, generator=generator) * 0.2 - 0.05 if is_parameter and len(shape) > 1 else torch.ones(shape)
        if is_parameter:
            module.register_parameter(last, torch.nn.Parameter(value))
        else:
            module.register_buffer(last, value)
    scripted = torch.jit.script(root)
    return define(scripted, source)


def define(scripted, source):
    torch = aten
    scripted.define(source)
    return scripted


aten = torch.ops.aten
item = json.load(open(sys.argv[1], encoding="utf-8"))
full, mixed = build(item, item["float32"], 0), build(item, item["bfloat16"], 1)
x = torch.rand(item["input"], generator=torch.Generator().manual_seed(2)).to(memory_format=torch.channels_last)
outputs = [network(x) for network in (full, mixed)]
assert outputs[1].dtype == torch.float32, "the output is not float32"
if not torch.allclose(*outputs, rtol=0.05, atol=0.05):
    print("outputs differ by", (outputs[0] - outputs[1]).abs().max())
for output in outputs:
    output.square().mean().backward()
for (name, one), (_, two) in zip(full.named_parameters(), mixed.named_parameters()):
    if two.grad.dtype != torch.float32 or (one.grad - two.grad).norm() > 0.1 * one.grad.norm() + 1e-3:
        print("gradients of", name, "differ by", (one.grad - two.grad).norm(), "of", one.grad.norm())
