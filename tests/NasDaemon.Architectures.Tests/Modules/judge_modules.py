"""Runs modules of a table in PyTorch and in their lowered form; prints what the module is and returns, or raises."""
import itertools
import json
import re
import sys
import warnings

import torch

warnings.simplefilter("ignore")


MAKERS = {
    "T": lambda shape: torch.rand(shape),
    "B": lambda shape: torch.rand(shape) > 0.5,
    "I": lambda shape: torch.randint(0, 2, shape),
    "J": lambda shape: torch.randint(0, 2, shape, dtype=torch.int32),
    "U": lambda shape: torch.randint(0, 2, shape, dtype=torch.uint8),
    "D": lambda shape: torch.rand(shape, dtype=torch.float64),
    "H": lambda shape: torch.rand(shape).half(),
    "C": lambda shape: torch.complex(torch.rand(shape), torch.rand(shape)),
}


def random_modes(path):
    """The modes, training or not, in which a module draws by lot."""
    return [True, False] if "Fractional" in path else [True] if "Dropout" in path else []


def tensor(text):
    if isinstance(text, str) and text[:1] in MAKERS and text[:1] and text[1:].replace(",", "").isdigit() | (len(text) == 1):
        return MAKERS[text[0]]([int(size) for size in text[1:].split(",") if size])
    return getattr(torch, text[6:]) if isinstance(text, str) and text.startswith("torch.") else None


def decode(value):
    made = tensor(value)
    if made is not None:
        return made
    if isinstance(value, list):
        return [decode(item) for item in value]
    return value


def copied(value):
    return value.clone() if isinstance(value, torch.Tensor) else [copied(item) for item in value] if isinstance(value, list) else value


def flat(values):
    for value in values:
        if isinstance(value, list):
            yield from flat(value)
        elif isinstance(value, torch.Tensor):
            yield value


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


def check(module, lowered, inputs, random_when):
    problems = []
    for is_training in (True, False):
        module.train(is_training)
        lowered.train(is_training)
        expected, actual = module(*copied(inputs)), lowered(*flat(copied(inputs)))
        expected = expected[0] if isinstance(expected, tuple) else expected
        if expected.shape != actual.shape:
            problems.append(f"shape differs with training {is_training}")
        elif is_training not in random_when and not torch.allclose(expected, actual, atol=1e-5):
            problems.append(f"output differs with training {is_training}")
        if is_training and not random_when and any(p.requires_grad for p in module.parameters()):
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
        problems = check(module, define(module, item["source"]), inputs, random_modes(path)) if item.get("source") else []
        module.train()
        result = module(*inputs)
        result = result[0] if isinstance(result, tuple) else result
        print(json.dumps({"shape": list(result.shape), "state": state, "problems": problems}))
    except Exception as error:
        print(json.dumps({"error": type(error).__name__, "message": (str(error).splitlines() or [""])[0]}))
