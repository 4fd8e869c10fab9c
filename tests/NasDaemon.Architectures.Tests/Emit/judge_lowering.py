"""Runs calls in PyTorch and their lowered form in TorchScript on the same tensors, and prints where they differ."""
import functools
import itertools
import json
import re
import sys
import warnings

import torch

warnings.simplefilter("ignore")


def decode(value, tensors):
    if isinstance(value, str) and value[:1] in "TB" and value[1:].replace(",", "").isdigit():
        shape = [int(size) for size in value[1:].split(",")]
        tensors.append(torch.rand(shape) + 0.1 if value[0] == "T" else torch.rand(shape) > 0.5)
        return tensors[-1]
    if isinstance(value, list):
        return [decode(item, tensors) for item in value]
    return value


def define(source):
    for name in re.findall(r"torch\.(\w+)", source):
        assert hasattr(aten, name), f"libtorch knows no torch.{name}"
    module = real.jit.script(type(f"Lowered{next(numbers)}", (real.nn.Module,), {})())
    torch = aten  # libtorch's own compiler finds only the native operators under this name
    module.define(source)
    return module


real, aten, numbers = torch, torch.ops.aten, itertools.count()
for line in open(sys.argv[1], encoding="utf-8"):
    item = json.loads(line)
    path, arguments, *rest = json.loads(item["row"])
    tensors = []
    arguments = [decode(argument, tensors) for argument in arguments]
    keywords = {name: decode(value, tensors) for name, value in (rest[0] if rest else {}).items()}
    try:
        lowered = define(item["source"])(*[tensor.clone() for tensor in tensors])
        if path.startswith("."):
            expected = getattr(arguments[0], path[1:])(*arguments[1:], **keywords)
        else:
            expected = functools.reduce(getattr, path.split(".")[1:], torch)(*arguments, **keywords)
        while isinstance(expected, (list, tuple)):
            expected = expected[0]
        isRandom = "dropout" in path or "rand" in path
        same = expected.shape == lowered.shape and expected.dtype == lowered.dtype
        if not same or not (isRandom or torch.allclose(expected.double(), lowered.double(), atol=1e-5)):
            print(item["row"], "differs:", expected.shape, expected.dtype, lowered.shape, lowered.dtype)
    except Exception as error:
        print(item["row"], "failed:", str(error).strip().splitlines()[:4], item["source"])
