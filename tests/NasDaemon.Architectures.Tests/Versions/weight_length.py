"""Weight normalisation as a parametrisation; PyTorch 2.1."""
import torch
import torch.nn as nn
import torch.nn.utils.parametrize as parametrize
from torch.nn.utils import parametrizations


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = parametrizations.weight_norm(nn.Conv2d(3, 8, 3))
        self.fc = nn.utils.parametrizations.weight_norm(nn.Linear(8, 10), name="weight", dim=1)

    def forward(self, x):
        return self.fc(self.conv(x).mean((2, 3)))


class Length(nn.Module):
    def __init__(self, axes):
        super().__init__()
        self.axes = axes

    def forward(self, length, direction):
        return direction * length / direction.norm(2, self.axes, True)

    def right_inverse(self, weight):
        return weight.norm(2, self.axes, True), weight


class Reference(Net):
    def __init__(self):
        nn.Module.__init__(self)
        self.conv = parametrize.register_parametrization(nn.Conv2d(3, 8, 3), "weight", Length((1, 2, 3)))
        self.fc = parametrize.register_parametrization(nn.Linear(8, 10), "weight", Length((0,)))
