"""Buffers that register themselves; PyTorch 2.5."""
import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.scale = nn.Buffer(torch.arange(32.0) / 32)
        self.shift = nn.Buffer(torch.ones(32), persistent=False)
        self.fc = nn.Linear(32, 10)

    def forward(self, x):
        return self.fc(x.mean((1, 2)) * self.scale + self.shift)


class Reference(Net):
    def __init__(self):
        nn.Module.__init__(self)
        self.register_buffer("scale", torch.arange(32.0) / 32)
        self.register_buffer("shift", torch.ones(32), persistent=False)
        self.fc = nn.Linear(32, 10)
