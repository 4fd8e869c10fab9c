"""Functions that make classes and functions, nested definitions, lambdas, nonlocal, a decorator of the source's own."""
import functools

import torch
import torch.nn as nn
import torch.nn.functional as F


def activated(function):
    @functools.wraps(function)
    def wrapper(self, x, *args, **kwargs):
        return F.relu(function(self, x, *args, **kwargs))

    return wrapper


def make_block(kind):
    class Block(nn.Module):
        def __init__(self, channels):
            super().__init__()
            self.conv = nn.Conv2d(channels, channels, 3, padding=1) if kind == "full" else nn.Conv2d(channels, channels, 1)

        @activated
        def forward(self, x, *, scale=1.0):
            return self.conv(x) * scale

    return Block


class Net(nn.Module):
    class Stem(nn.Module):
        def __init__(self, out):
            super().__init__()
            self.conv = nn.Conv2d(3, out, 4, 4)

        def forward(self, x):
            return self.conv(x)

    def __init__(self):
        super().__init__()
        counter = 0

        def numbered(module):
            nonlocal counter
            counter += 1
            self.add_module(f"layer{counter}", module)
            return module

        self.stem = Net.Stem(24)
        for kind in ["full", "point", "full"]:
            numbered(make_block(kind)(24))
        self.count = counter
        self.scales = [0.5 ** power for power in range(counter)]
        self.merge = lambda a, b: torch.cat((a, b), 1)
        self.fc = nn.Linear(48, 10)

    def forward(self, x):
        x = self.stem(x)
        skip = x
        for index in range(1, self.count + 1):
            x = getattr(self, f"layer{index}")(x, scale=self.scales[index - 1])
        *_, last = self.merge(x, skip).shape
        pooled = F.avg_pool2d(self.merge(x, skip), last)
        return self.fc(pooled.squeeze(-1).squeeze(-1))
