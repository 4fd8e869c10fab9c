"""Holds exported models to the classes that they were made from. Each argument is a source and its model.pt, joined by '='.

Prints a line for each: the largest difference of the outputs in eval mode, relative to the largest value, and that of the gradients
of a mean-square loss over all parameters, relative to the largest gradient of the network.
"""
import sys

import torch

SHAPE = (1, 1, 28, 28)


def relative(ours, theirs, scale):
    return ((ours - theirs).abs().max() / scale).item() if theirs.numel() else 0.0


for pair in sys.argv[1:]:
    source, path = pair.split("=")
    names = {}
    exec(compile(open(source, encoding="utf-8").read(), source, "exec"), names)
    network = names["Net"]()
    model = torch.jit.load(path)
    assert not model.training
    network.load_state_dict(model.state_dict(), strict=True)
    network.eval()

    torch.manual_seed(1)
    sample = torch.randn(3, *SHAPE[1:])
    theirs, ours = network(sample), model(sample)
    output = relative(ours, theirs, theirs.abs().max())

    torch.nn.functional.mse_loss(theirs, torch.zeros_like(theirs)).backward()
    torch.nn.functional.mse_loss(ours, torch.zeros_like(ours)).backward()
    gradients = dict(model.named_parameters())
    largest = max(parameter.grad.abs().max() for parameter in network.parameters())
    gradient = max(relative(gradients[name].grad, parameter.grad, largest) for name, parameter in network.named_parameters())
    print(f"{output:.2e} {gradient:.2e} {sum(parameter.numel() for parameter in network.parameters())}")
