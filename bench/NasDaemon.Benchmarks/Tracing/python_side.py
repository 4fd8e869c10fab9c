"""The same sources in Python: ast.parse alone, and making the network and running it on a batch of two.

PyTorch is loaded once before. Executes the sources, as the published runs did: only for files that are trusted.
Usage: python_side.py FILE.jsonl...
Prints one object a source with its times in milliseconds, the best of three; "run" is null where the source fails.
"""
import ast
import json
import math
import sys
import time
import typing

import torch
import torch.nn as nn
import torch.nn.functional as F

ROUNDS = 3
PRM = {"lr": 0.01, "momentum": 0.9, "dropout": 0.2, "weight_decay": 5e-4, "batch": 64, "epoch": 1, "epoch_max": 50, "transform": "norm_32"}

torch.set_num_threads(1)


def clock(function):
    """The best processor time of a function in milliseconds."""
    best = math.inf
    for _ in range(ROUNDS):
        start = time.thread_time()
        function()
        best = min(best, (time.thread_time() - start) * 1e3)
    return best


def names():
    """What a source finds without importing it."""
    known = {"__name__": "net", "torch": torch, "nn": nn, "F": F, "math": math, "Tensor": torch.Tensor}
    known.update((name, getattr(typing, name)) for name in typing.__all__)
    return known


def run(row):
    """Makes the network and runs it once."""
    scope = names()
    exec(compile(row["source"], "net.py", "exec"), scope)
    size = tuple(row["input"])
    try:
        network = scope["Net"]()
    except TypeError:
        network = scope["Net"]((2, *size), (row["classes"],), dict(PRM), torch.device("cpu"))
    with torch.no_grad():
        network(torch.zeros(2, *size))


def measure(row):
    """The times of one source."""
    def parse():
        try:
            ast.parse(row["source"])
        except SyntaxError:
            pass

    try:
        run(row)
    except Exception:
        return {"parse": clock(parse), "run": None}
    return {"parse": clock(parse), "run": clock(lambda: run(row))}


for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            print(json.dumps(measure(json.loads(line))), flush=True)
