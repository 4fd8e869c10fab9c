"""Runs the calls of a table in PyTorch and prints what each returns or raises, a line each."""
import functools
import json
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


def encode(value):
    if isinstance(value, torch.Tensor):
        return {"shape": list(value.shape), "type": str(value.dtype)[6:], "contiguous": value.is_contiguous()}
    if isinstance(value, (list, tuple)):
        return [encode(item) for item in value]
    return value


for line in open(sys.argv[1], encoding="utf-8"):
    path, arguments, *rest = json.loads(line)
    keywords = {name: decode(value) for name, value in (rest[0] if rest else {}).items()}
    arguments = [decode(argument) for argument in arguments]
    try:
        if path.startswith("."):
            result = getattr(arguments[0], path[1:])(*arguments[1:], **keywords)
        else:
            result = functools.reduce(getattr, path.split(".")[1:], torch)(*arguments, **keywords)
        print(json.dumps({"result": encode(result)}))
    except Exception as error:
        print(json.dumps({"error": type(error).__name__, "message": (str(error).splitlines() or [""])[0]}))
