"""Runs written networks in PyTorch: python3 check_networks.py NETWORKS

NETWORKS has a JSON object a line: source, input (sizes without the batch), outputs, and for supernets weights (the
shape of the second input). Prints a JSON object a line: parameters, state (names and shapes), output (sizes), or error.
"""

import json
import sys
import traceback

import torch


def check(network):
    scope = {"__name__": "network"}
    exec(compile(network["source"], "network.py", "exec"), scope)
    net = scope["Net"]()
    inputs = [torch.rand(2, *network["input"])]
    if network.get("weights"):
        inputs.append(torch.rand(network["weights"]))
    output = net(*inputs)
    output.sum().backward()
    return {
        "parameters": sum(p.numel() for p in net.parameters()),
        "idle": [name for name, p in net.named_parameters() if p.grad is None],
        "state": {name: list(value.shape) for name, value in net.state_dict().items()},
        "output": list(output.shape),
    }


def main():
    torch.manual_seed(1)
    with open(sys.argv[1], encoding="utf-8") as file:
        for line in file:
            try:
                verdict = check(json.loads(line))
            except Exception:
                verdict = {"error": traceback.format_exc(limit=-1)}
            print(json.dumps(verdict))


main()
