"""Compiled modules and functions, which compute the same; PyTorch 2.2."""
import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.gate = torch.compile(torch.sigmoid, mode="max-autotune", fullgraph=True)
        self.twice = torch.compile(dynamic=False)(lambda x: x * 2)
        self.fc = nn.Linear(32, 10)
        self.fc.compile()

    def forward(self, x):
        return self.fc(self.twice(self.gate(x)).mean((1, 2)))


class Reference(Net):
    def __init__(self):
        nn.Module.__init__(self)
        self.gate, self.twice = torch.sigmoid, lambda x: x * 2
        self.fc = nn.Linear(32, 10)
