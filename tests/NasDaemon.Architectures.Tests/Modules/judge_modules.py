"""Runs modules of a table in PyTorch and in their lowered form; prints what the module is and returns, or raises."""
import itertools
import json
import re
import sys
import warnings

import torch

warnings.simplefilter("ignore")


def decode(value):
    if isinstance(value, str) and value[:1] == "T" and value[1:].replace(",", "").isdigit():
        return torch.rand([int(size) for size in value[1:].split(",")])
    if isinstance(value, list):
        return [decode(item) for item in value]
    return value


def bounds(tensor):
    return [round(float(tensor.min()), 6), round(float(tensor.max()), 6)]


def define(module, source):
    for name in re.findall(r"torch\.(\w+)", source):
        assert hasattr(aten, name), f"libtorch knows no torch.{name}"

    def copy(original):
        holder = type(f"Lowered{next(numbers)}", (real.nn.Module,), {})()
        for name, parameter in original.named_parameters(recurse=False):
            holder.register_parameter(name, real.nn.Parameter(parameter.detach().clone()))
        for name, buffer in original.named_buffers(recurse=False):
            holder.register_buffer(name, buffer.clone())
        for name, child in original.named_children():
            holder.add_module(name, copy(child))
        return holder

    lowered = real.jit.script(copy(module))
    torch = aten  # libtorch's own compiler finds only the native operators under this name
    lowered.define(source)
    return lowered


def check(module, lowered, inputs, is_random):
    problems = []
    for is_training in (True, False):
        module.train(is_training)
        lowered.train(is_training)
        expected, actual = module(*[x.clone() for x in inputs]), lowered(*[x.clone() for x in inputs])
        expected = expected[0] if isinstance(expected, tuple) else expected
        if not (is_random and is_training) and not torch.allclose(expected, actual, atol=1e-5):
            problems.append(f"output differs with training {is_training}")
        if is_training and not is_random and any(p.requires_grad for p in module.parameters()):
            expected.square().mean().backward()
            actual.square().mean().backward()
            for name, parameter in module.named_parameters():
                other = dict(lowered.named_parameters())[name].grad
                if (parameter.grad is None) != (other is None) or (
                        other is not None and not torch.allclose(parameter.grad, other, atol=1e-5)):
                    problems.append(f"gradient of {name} differs")
        for name, buffer in module.named_buffers():
            if not torch.allclose(buffer.double(), dict(lowered.named_buffers())[name].double(), atol=1e-5):
                problems.append(f"buffer {name} differs")
    return problems


real, aten, numbers = torch, torch.ops.aten, itertools.count()
for line in open(sys.argv[1], encoding="utf-8"):
    item = json.loads(line)
    path, arguments, keywords, inputs = json.loads(item["row"])
    try:
        module = getattr(torch.nn, path)(*[decode(a) for a in arguments], **{k: decode(v) for k, v in keywords.items()})
        state = {name: list(tensor.shape) for name, tensor in module.state_dict().items()}
        inputs = [decode(value) for value in inputs]
        if not inputs and not item.get("source"):
            module()
        problems = check(module, define(module, item["source"]), inputs, "Dropout" in path) if item.get("source") else []
        module.train()
        result = module(*inputs)
        result = result[0] if isinstance(result, tuple) else result
        print(json.dumps({"shape": list(result.shape), "state": state, "problems": problems}))
    except Exception as error:
        print(json.dumps({"error": type(error).__name__, "message": (str(error).splitlines() or [""])[0]}))
