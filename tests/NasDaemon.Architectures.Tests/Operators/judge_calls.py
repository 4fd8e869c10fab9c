"""Runs the calls of a table in PyTorch and prints what each returns or raises, a line each."""
import functools
import json
import sys
import warnings

import torch

warnings.simplefilter("ignore")


def decode(value):
    if isinstance(value, str) and value[:1] in "TB" and value[1:].replace(",", "").isdigit():
        shape = [int(size) for size in value[1:].split(",")]
        return torch.rand(shape) if value[0] == "T" else torch.rand(shape) > 0.5
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
