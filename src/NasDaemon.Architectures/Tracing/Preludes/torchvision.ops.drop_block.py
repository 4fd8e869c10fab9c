"""DropBlock of torchvision.ops: while training, square blocks of a feature map are set to zero."""
import torch
import torch.nn as nn
import torch.nn.functional as F


def _drop(input, p, block_size, inplace, eps, training, max_pool):
    if not training or p == 0.0:
        return input
    sides = list(input.shape[2:])
    block_size = min(block_size, *sides)
    seeds = [side - block_size + 1 for side in sides]
    gamma = p
    for side, count in zip(sides, seeds):
        gamma = gamma * side / (block_size * count)
    noise = torch.bernoulli(torch.full(list(input.shape[:2]) + seeds, gamma, dtype=input.dtype, device=input.device))
    noise = F.pad(noise, [block_size // 2] * (2 * len(sides)), value=0)
    noise = 1 - max_pool(noise, block_size, stride=1, padding=block_size // 2)
    scale = noise.numel() / (eps + noise.sum())
    if inplace:
        return input.mul_(noise).mul_(scale)
    return input * noise * scale


def drop_block2d(input, p, block_size, inplace=False, eps=1e-06, training=True):
    if p < 0.0 or p > 1.0:
        raise ValueError(f"drop probability has to be between 0 and 1, but got {p}.")
    if input.ndim != 4:
        raise ValueError(f"input should be 4 dimensional. Got {input.ndim} dimensions.")
    return _drop(input, p, block_size, inplace, eps, training, F.max_pool2d)


def drop_block3d(input, p, block_size, inplace=False, eps=1e-06, training=True):
    if p < 0.0 or p > 1.0:
        raise ValueError(f"drop probability has to be between 0 and 1, but got {p}.")
    if input.ndim != 5:
        raise ValueError(f"input should be 5 dimensional. Got {input.ndim} dimensions.")
    return _drop(input, p, block_size, inplace, eps, training, F.max_pool3d)


class DropBlock2d(nn.Module):
    def __init__(self, p, block_size, inplace=False, eps=1e-06):
        super().__init__()
        self.p = p
        self.block_size = block_size
        self.inplace = inplace
        self.eps = eps

    def forward(self, input):
        return drop_block2d(input, self.p, self.block_size, self.inplace, self.eps, self.training)


class DropBlock3d(DropBlock2d):
    def __init__(self, p, block_size, inplace=False, eps=1e-06):
        super().__init__(p, block_size, inplace, eps)

    def forward(self, input):
        return drop_block3d(input, self.p, self.block_size, self.inplace, self.eps, self.training)
