"""Compares a supernet under one-hot weights with single networks: compare_supernet.py SUPERNET (NETWORK ANSWERS)...

ANSWERS are the six indices of the network's operations. Prints 'equal' or the largest difference, a line a network.
"""

import sys

import torch
import torch.nn.functional as F

OPERATIONS = ["none", "skip_connect", "nor_conv_1x1", "nor_conv_3x3", "avg_pool_3x3"]
EDGES = ["edge0_1", "edge0_2", "edge1_2", "edge0_3", "edge1_3", "edge2_3"]


def load(path):
    scope = {"__name__": "network"}
    with open(path, encoding="utf-8") as file:
        exec(compile(file.read(), path, "exec"), scope)
    return scope["Net"]()


def shared(name, state, answers):
    for edge, answer in zip(EDGES, answers):
        name = name.replace(f".{edge}.", f".{edge}.{OPERATIONS[answer]}.")
    return state[name]


def main():
    torch.manual_seed(3)
    supernet = load(sys.argv[1]).train()
    samples = torch.randn(4, 3, 32, 32)
    for path, text in zip(sys.argv[2::2], sys.argv[3::2]):
        answers = [int(index) for index in text.split(",")]
        network = load(path).train()
        state = {name: shared(name, supernet.state_dict(), answers) for name in network.state_dict()}
        network.load_state_dict(state)
        weights = F.one_hot(torch.tensor(answers), len(OPERATIONS)).float()
        difference = (network(samples) - supernet(samples, weights)).abs().max().item()
        print("equal" if difference < 1e-4 else difference)


main()
