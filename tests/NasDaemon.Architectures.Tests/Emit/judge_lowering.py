"""Runs calls in PyTorch and their lowered form in TorchScript on the same tensors, and prints where they differ."""
import functools
import itertools
import json
import re
import sys
import warnings

import torch

warnings.simplefilter("ignore")


MAKERS = {
    "T": lambda shape: torch.rand(shape) + 0.1,
    "B": lambda shape: torch.rand(shape) > 0.5,
    "I": lambda shape: torch.randint(0, 2, shape),
    "J": lambda shape: torch.randint(0, 2, shape, dtype=torch.int32),
    "U": lambda shape: torch.randint(0, 2, shape, dtype=torch.uint8),
    "D": lambda shape: torch.rand(shape, dtype=torch.float64),
    "H": lambda shape: torch.rand(shape).half(),
    "C": lambda shape: torch.complex(torch.rand(shape), torch.rand(shape)),
}


def tensor(text):
    if isinstance(text, str) and text[:1] in MAKERS and text[:1] and text[1:].replace(",", "").isdigit() | (len(text) == 1):
        return MAKERS[text[0]]([int(size) for size in text[1:].split(",") if size])
    return getattr(torch, text[6:]) if isinstance(text, str) and text.startswith("torch.") else None


def decode(value, tensors):
    made = tensor(value)
    if made is not None:
        if isinstance(made, torch.Tensor):
            tensors.append(made)
        return made
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


def wide(one):
    return one.to(torch.complex128 if one.is_complex() else torch.float64)


real, aten, numbers = torch, torch.ops.aten, itertools.count()
for line in open(sys.argv[1], encoding="utf-8"):
    item = json.loads(line)
    path, arguments, *rest = json.loads(item["row"])
    tensors = []
    arguments = [decode(argument, tensors) for argument in arguments]
    keywords = {name: decode(value, tensors) for name, value in (rest[0] if rest else {}).items()}
    try:
        lowered = define(item["source"])(*[one.clone() for one in tensors])
        if path.startswith("."):
            expected = getattr(arguments[0], path[1:])(*arguments[1:], **keywords)
        else:
            expected = functools.reduce(getattr, path.split(".")[1:], torch)(*arguments, **keywords)
        while isinstance(expected, (list, tuple)):
            expected = expected[0]
        isRandom = any(word in path for word in ("dropout", "rand", "multinomial", "normal", "gumbel"))
        same = expected.shape == lowered.shape and expected.dtype == lowered.dtype
        if not same or not (isRandom or torch.allclose(wide(expected), wide(lowered), atol=1e-5, equal_nan=True)):
            print(item["row"], "differs:", expected.shape, expected.dtype, lowered.shape, lowered.dtype)
    except Exception as error:
        print(item["row"], "failed:", str(error).strip().splitlines()[:4], item["source"])
