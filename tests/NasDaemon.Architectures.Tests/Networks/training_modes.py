"""Every way in which sources ask whether they train: drop path, early returns, noise, auxiliary heads."""
import torch
import torch.nn as nn
import torch.nn.functional as F


def drop_path(x, rate: float = 0.0, training: bool = False, scale_by_keep: bool = True):
    if rate == 0.0 or not training:
        return x
    keep = 1 - rate
    mask = x.new_empty((x.shape[0],) + (1,) * (x.ndim - 1)).bernoulli_(keep)
    if keep > 0.0 and scale_by_keep:
        mask.div_(keep)
    return x * mask


class DropPath(nn.Module):
    def __init__(self, rate):
        super().__init__()
        self.rate = rate

    def forward(self, x):
        return drop_path(x, self.rate, self.training)


class EarlyReturn(nn.Module):
    """Scales while training; evaluation leaves by the first line."""

    def __init__(self, width):
        super().__init__()
        self.gate = nn.Linear(width, width)

    def forward(self, x):
        if not self.training:
            return x
        return x * torch.sigmoid(self.gate(x))


class Noise(nn.Module):
    def forward(self, x):
        if self.training:
            x = x + 0.1 * torch.randn_like(x)
        return x


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(3, 16, 4, stride=4)
        self.norm = nn.BatchNorm2d(16)
        self.paths = nn.ModuleList(DropPath(rate) for rate in (0.0, 0.3, 0.6))
        self.convs = nn.ModuleList(nn.Conv2d(16, 16, 3, padding=1) for _ in range(3))
        self.noise = Noise()
        self.early = EarlyReturn(16)
        self.head = nn.Linear(16, 10)
        self.aid = nn.Linear(16, 10)

    def forward(self, x):
        x = self.norm(self.stem(x))
        for conv, path in zip(self.convs, self.paths):
            x = x + path(F.relu(conv(x)))
        x = self.early(self.noise(x.mean((2, 3))))
        x = F.dropout(x, 0.2, training=self.training)
        return self.head(x) + (0.3 * self.aid(x) if self.training else 0)
