"""Holds exported models to the classes that they were made from. Arguments: the channels, height and width of a sample, then for each
model its source and its model.pt, joined by '='.

Prints a line for each: the largest difference of the outputs in eval mode, relative to the largest value; that of the gradients of a
mean-square loss over all parameters, relative to the network's largest gradient; and the number of parameters.
"""
import inspect
import sys

import torch

SHAPE = [int(size) for size in sys.argv[1].split("x")]
PRM = {"lr": 0.01, "momentum": 0.9, "dropout": 0.2, "weight_decay": 0.0005, "batch": 64, "epoch": 1, "epoch_max": 50, "transform": "norm_32"}


def make(network):
    if "in_shape" in inspect.signature(network).parameters:
        return network((2, *SHAPE), (10,), PRM, torch.device("cpu"))
    return network()


def difference(ours, theirs, scale):
    return ((ours - theirs).abs().max() / scale).item()


for pair in sys.argv[2:]:
    source, path = pair.split("=")
    names = {"__name__": "network"}
    exec(compile(open(source, encoding="utf-8").read(), source, "exec"), names)
    network = make(names["Net"])
    model = torch.jit.load(path)
    assert not model.training
    network.load_state_dict(model.state_dict(), strict=True)
    network.eval()

    torch.manual_seed(1)
    sample = torch.randn(3, *SHAPE)
    theirs, ours = network(sample), model(sample)
    output = difference(ours, theirs, theirs.abs().max())

    torch.nn.functional.mse_loss(theirs, torch.zeros_like(theirs)).backward()
    torch.nn.functional.mse_loss(ours, torch.zeros_like(ours)).backward()
    gradients = dict(model.named_parameters())
    used = {name: parameter.grad for name, parameter in network.named_parameters() if parameter.grad is not None}
    largest = max(gradient.abs().max() for gradient in used.values())
    gradient = max(difference(gradients[name].grad, theirs, largest) for name, theirs in used.items())
    print(f"{output:.2e} {gradient:.2e} {sum(parameter.numel() for parameter in network.parameters())}")
