"""The same sources in Python: ast.parse alone, and making the network and running it on a batch of two.

PyTorch is loaded once before. Executes the sources, as the published runs did: only for files that are trusted.
Usage: python_side.py STEP FILE.jsonl...
Parses every source and takes the best of three readings. Makes and runs every STEP-th source once: drawing the weights of a large
network takes seconds, and is the same work each time. Prints one object a source with its times in milliseconds; "run" is null
where the source was left out, and where it fails.
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

PARSE_ROUNDS = 3
PRM = {"lr": 0.01, "momentum": 0.9, "dropout": 0.2, "weight_decay": 5e-4, "batch": 64, "epoch": 1, "epoch_max": 50, "transform": "norm_32"}

torch.set_num_threads(1)


def clock(function, rounds=1):
    """The best processor time of a function in milliseconds."""
    best = math.inf
    for _ in range(rounds):
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


def measure(row, is_run):
    """The times of one source."""
    def parse():
        try:
            ast.parse(row["source"])
        except SyntaxError:
            pass

    times = {"parse": clock(parse, PARSE_ROUNDS), "run": None}
    if is_run:
        try:
            times["run"] = clock(lambda: run(row))
        except Exception:
            pass
    return times


def rows(paths):
    """All sources of some files."""
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            yield from map(json.loads, lines)


step = int(sys.argv[1])
for index, row in enumerate(rows(sys.argv[2:])):
    if index == 0:
        measure(row, is_run=True)  # What PyTorch sets up at its first layers is not the source's.
    print(json.dumps(measure(row, index % step == 0)), flush=True)
