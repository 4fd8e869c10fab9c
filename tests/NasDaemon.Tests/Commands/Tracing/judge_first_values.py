"""Holds exported models to the classes of their sources before any training, in both modes. Arguments: for each model its source and its
model.pt, joined by '='. The sources take 3x32x32. Prints one line a difference.

What two objects of the class start with alike, whatever the seed, the model must start with too.
"""
import sys

import torch


def make(source, seed):
    names = {"__name__": "network"}
    torch.manual_seed(seed)
    exec(compile(open(source, encoding="utf-8").read(), source, "exec"), names)
    return names["Net"]()


def far(ours, theirs, scale=None):
    return (ours.double() - theirs.double()).abs().max() > 1e-4 * (theirs if scale is None else scale).abs().max() + 1e-7


def first_values(network, other, model):
    others, ours = other.state_dict(), model.state_dict()
    for name, theirs in network.state_dict().items():
        if torch.equal(theirs, others[name]) and far(ours[name], theirs):
            yield f"first values of {name}"
        elif ours[name].numel() > 100 and not torch.equal(theirs, others[name]):
            if abs(ours[name].std() / theirs.std() - 1) > 0.3:
                yield f"spread of {name}: {ours[name].std()}, not {theirs.std()}"


def run(module, sample, training):
    module.train(training)
    module.zero_grad()
    torch.manual_seed(3)
    output = module(sample.clone())
    output.square().mean().backward()
    return output.detach(), {name: parameter.grad for name, parameter in module.named_parameters()}


def differences(network, model):
    sample = torch.rand(4, 3, 32, 32, generator=torch.Generator().manual_seed(1))
    for training, mode in ((False, "evaluation"), (True, "training")):
        (theirs, gradients), (ours, own) = run(network, sample, training), run(model, sample, training)
        if far(ours, theirs):
            yield f"output in {mode}"
        largest = torch.stack([gradient.abs().max() for gradient in gradients.values() if gradient is not None]).max()
        for name, gradient in gradients.items():
            if (gradient is None) != (own[name] is None) or (gradient is not None and far(own[name], gradient, largest)):
                yield f"gradient of {name} in {mode}"
    buffers = dict(model.named_buffers())
    for name, buffer in network.named_buffers():
        if name in buffers and far(buffers[name], buffer):
            yield f"buffer {name} after training"


# As the engine runs it; the optimiser's own dropout would draw other random numbers.
with torch.jit.optimized_execution(False):
    for pair in sys.argv[1:]:
        source, path = pair.split("=")
        network, model = make(source, 1), torch.jit.load(path)
        found = list(first_values(network, make(source, 2), model))
        network.load_state_dict(model.state_dict(), strict=True)
        for difference in [*found, *differences(network, model)]:
            print(source, "differs:", difference)
