"""Holds exported models to the classes of the sources that they were made from, and prints the differences.

The first argument is a file with an object a line: source, input. The second names the models, a path a line.
Outputs in eval mode may differ by 1e-4 of the largest value, gradients of the mean square by 1e-4 of the network's largest.
"""
import inspect
import json
import math
import sys
import typing

import torch

PRM = {"lr": 0.01, "momentum": 0.9, "dropout": 0.2, "weight_decay": 0.0005, "batch": 64, "epoch": 1, "epoch_max": 50, "transform": "norm_32"}


def make(item):
    space = {name: getattr(typing, name) for name in typing.__all__}
    space.update(torch=torch, nn=torch.nn, F=torch.nn.functional, math=math, Tensor=torch.Tensor, __name__="network")
    exec(compile(item["source"], "network", "exec"), space)
    given = {"in_shape": (1, *item["input"]), "out_shape": (item["classes"],), "prm": PRM, "device": torch.device("cpu")}
    wanted = inspect.signature(space["Net"]).parameters
    return space["Net"](**{name: given[name] for name in wanted if name in given})


def difference(ours, theirs, scale):
    return ((ours - theirs).abs().max() / scale).item() if theirs.numel() else 0.0


def compare(item, path):
    network, model = make(item), torch.jit.load(path)
    network.load_state_dict(model.state_dict(), strict=True)
    network.eval()
    sample = torch.randn(2, *item["input"])
    theirs, ours = network(sample.clone()), model(sample.clone())
    yield "output", difference(ours, theirs, theirs.abs().max() + 1e-7)

    theirs.square().mean().backward()
    ours.square().mean().backward()
    gradients = {name: parameter.grad for name, parameter in model.named_parameters()}
    expected = {name: parameter.grad for name, parameter in network.named_parameters()}
    largest = max((gradient.abs().max() for gradient in expected.values() if gradient is not None), default=0) + 1e-7
    for name, gradient in expected.items():
        if (gradient is None) != (gradients[name] is None):
            yield f"whether {name} has a gradient", math.inf
        elif gradient is not None:
            yield f"gradient of {name}", difference(gradients[name], gradient, largest)


# The model brings all weights, so the class need not draw its own.
for name in dir(torch.nn.init):
    if name.endswith("_") and not name.startswith("_"):
        setattr(torch.nn.init, name, lambda tensor, *arguments, **keywords: tensor)
torch.set_num_threads(1)
torch.manual_seed(1)
with open(sys.argv[1], encoding="utf-8") as sources, open(sys.argv[2], encoding="utf-8") as models:
    for source, path in zip(sources, models):
        for what, size in compare(json.loads(source), path.strip()):
            if not size <= 1e-4:
                print(f"{path.strip()}: {what} differs by {size:.2e}")
