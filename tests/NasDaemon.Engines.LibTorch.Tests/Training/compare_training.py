"""Repeats a training in PyTorch itself and prints how far the engine's figures are from it.

Usage: compare_training.py CASE.json ...   (TrainingCase.cs writes them; the answer has one entry each)
"""
import json
import math
import sys

import torch


def share(case, step):
    """The learning rate as a share of the full rate, as docs/task-format.md says it."""
    per_epoch, total = case["steps_per_epoch"], case["total_steps"]
    warm = case["warm_up_epochs"] * per_epoch
    if step < warm:
        return (step + 1) / (warm + 1)
    if case["schedule"] == "Step":
        return case["step_factor"] ** (step // per_epoch // case["step_epochs"])
    if case["schedule"] == "Cosine":
        final = case["final_share"]
        return final + (1 - final) * 0.5 * (1 + math.cos(math.pi * (step - warm) / (total - warm)))
    return 1.0


def loss_of(case, output, target):
    if case["loss"] == "BinaryCrossEntropy":
        smoothed = target.float() * (1 - case["label_smoothing"]) + case["label_smoothing"] / 2
        return torch.nn.functional.binary_cross_entropy_with_logits(output.squeeze(1), smoothed)
    return torch.nn.functional.cross_entropy(output, target, label_smoothing=case["label_smoothing"])


def compare(case):
    scope = {"torch": torch}
    exec(case["source"], scope)
    network = scope["Net"](*case["arguments"])
    initial = torch.jit.load(case["initial"])
    assert list(initial.state_dict()) == list(network.state_dict()), list(initial.state_dict())
    network.load_state_dict(initial.state_dict())

    raw = torch.frombuffer(bytearray(open(case["images"], "rb").read()), dtype=torch.uint8)
    images = raw.reshape(-1, 3, 8, 8).float() / 255
    images = (images - torch.tensor(case["means"]).view(1, 3, 1, 1)) / torch.tensor(case["deviations"]).view(1, 3, 1, 1)
    labels = torch.tensor(case["labels"])

    kind, options = case["optimizer"], case["optimizer_options"]
    optimizer = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam, "adamw": torch.optim.AdamW}[kind](network.parameters(), **options)

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: share(case, step))

    network.train()
    losses = []
    for batch in case["batches"]:
        optimizer.zero_grad()
        loss = loss_of(case, network(images[batch]), labels[batch])
        loss.backward()
        if case["clip_norm"]:
            torch.nn.utils.clip_grad_norm_(network.parameters(), case["clip_norm"])
        optimizer.step()
        schedule.step()
        losses.append(loss.item())

    trained = torch.jit.load(case["trained"])
    network.eval()
    with torch.no_grad():
        outputs = (network(images) - trained(images)).abs().max().item()
    weights = max(
        (value.double() - trained.state_dict()[name].double()).abs().max().item() for name, value in network.state_dict().items())
    return {
        "losses": max(abs(a - b) for a, b in zip(losses, case["losses"])),
        "weights": weights,
        "outputs": outputs,
        "inEvalMode": not trained.training,
    }


print(json.dumps([compare(json.load(open(path))) for path in sys.argv[1:]]))
