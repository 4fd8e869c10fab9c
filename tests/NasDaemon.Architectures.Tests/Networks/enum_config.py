"""Choices as an Enum, and a named tuple as configuration."""
from collections import namedtuple
from enum import Enum, auto
from typing import NamedTuple

import torch
import torch.nn as nn


class Pooling(Enum):
    MEAN = "mean"
    MAX = "max"
    BOTH = "both"

    @property
    def factor(self):
        return 2 if self is Pooling.BOTH else 1


class Norm(Enum):
    BATCH = auto()
    GROUP = auto()


class Stage(NamedTuple):
    width: int
    kernel: int = 3
    norm: Norm = Norm.BATCH


Output = namedtuple("Output", ["mean", "max"])


def make_norm(kind, width):
    if kind == Norm.BATCH:
        return nn.BatchNorm2d(width)
    elif kind == Norm.GROUP:
        return nn.GroupNorm(num_groups=8, num_channels=width)
    raise ValueError(f"no such norm: {kind}")


class Net(nn.Module):
    def __init__(self, pooling=Pooling("both")):
        super().__init__()
        self.pooling = pooling
        layers, channels = [], 3
        for width, kernel, norm in (Stage(16), Stage(32, kernel=5), Stage(64, norm=Norm.GROUP)):
            layers += [nn.Conv2d(channels, width, kernel, 2, kernel // 2), make_norm(norm, width), nn.ReLU()]
            channels = width
        self.layers = nn.Sequential(*layers)
        self.fc = nn.Linear(channels * pooling.factor, 10)

    def pool(self, x):
        return Output(mean=x.mean((2, 3)), max=x.amax((2, 3)))

    def forward(self, x):
        pooled = self.pool(self.layers(x))
        if self.pooling is Pooling.MEAN:
            return self.fc(pooled.mean)
        if self.pooling.value == "max":
            return self.fc(pooled.max)
        return self.fc(torch.cat(pooled, dim=1))
