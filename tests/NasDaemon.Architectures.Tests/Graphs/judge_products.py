"""Counts the multiply-adds of convolutions and matrix products that PyTorch really runs for one sample, and prints the number for each network.

The argument is a file with an object a line: source, input, classes.
"""
import inspect
import json
import sys
import types
import warnings

import torch
from torch.utils._python_dispatch import TorchDispatchMode

warnings.simplefilter("ignore")

PRM = {"lr": 0.01, "momentum": 0.9, "dropout": 0.2, "weight_decay": 0.0005, "batch": 64, "epoch": 1, "epoch_max": 50, "transform": "norm_32"}


def convolution(output, input, weight, *rest):
    is_transposed = rest[4]
    return (input if is_transposed else output).numel() * weight[0].numel()


COUNTS = {
    "convolution": convolution,
    "mm": lambda output, left, right: output.numel() * left.size(-1),
    "bmm": lambda output, left, right: output.numel() * left.size(-1),
    "addmm": lambda output, added, left, right, *rest: output.numel() * left.size(-1),
    "baddbmm": lambda output, added, left, right, *rest: output.numel() * left.size(-1),
    "mv": lambda output, matrix, vector: matrix.numel(),
    "dot": lambda output, left, right: left.numel(),
}


class Counter(TorchDispatchMode):
    def __init__(self):
        super().__init__()
        self.total = 0

    def __torch_dispatch__(self, function, types, args=(), kwargs=None):
        output = function(*args, **(kwargs or {}))
        count = COUNTS.get(function.overloadpacket.__name__)
        self.total += count(output, *args) if count else 0
        return output


def make(item):
    module = sys.modules["network"] = types.ModuleType("network")  # data classes look their module up
    space = vars(module)
    exec("import math, torch, torch.nn as nn, torch.nn.functional as F\nfrom typing import *", space)
    exec(compile(item["source"], "network", "exec"), space)
    given = {"in_shape": (1, *item["input"]), "out_shape": (item["classes"],), "prm": PRM, "device": torch.device("cpu")}
    wanted = inspect.signature(space["Net"]).parameters
    return space["Net"](**{name: given[name] for name in wanted if name in given})


for line in open(sys.argv[1], encoding="utf-8"):
    item = json.loads(line)
    network, sample = make(item).eval(), torch.rand(1, *item["input"])
    with Counter() as counter:
        network(sample)
    print(counter.total)
