"""Stochastic depth, layer scale and rates from linspace, as vision transformers of people write them."""
from itertools import repeat
import collections.abc

import torch
import torch.nn as nn


def to_2tuple(x):
    if isinstance(x, collections.abc.Iterable):
        return x
    return tuple(repeat(x, 2))


def drop_path(x, drop_prob: float = 0., training: bool = False):
    if drop_prob == 0. or not training:
        return x
    keep_prob = 1 - drop_prob
    shape = (x.shape[0],) + (1,) * (x.ndim - 1)
    random_tensor = keep_prob + torch.rand(shape, dtype=x.dtype, device=x.device)
    random_tensor.floor_()
    return x.div(keep_prob) * random_tensor


class DropPath(nn.Module):
    def __init__(self, drop_prob=None):
        super(DropPath, self).__init__()
        self.drop_prob = drop_prob

    def forward(self, x):
        return drop_path(x, self.drop_prob, self.training)


class PoolMixer(nn.Module):
    def __init__(self, dim, drop=0., init_value=1e-2):
        super().__init__()
        self.norm = nn.GroupNorm(1, dim)
        self.pool = nn.AvgPool2d(3, stride=1, padding=1, count_include_pad=False)
        self.mlp = nn.Sequential(nn.Conv2d(dim, 2 * dim, 1), nn.GELU(), nn.Conv2d(2 * dim, dim, 1))
        self.drop_path = DropPath(drop) if drop > 0. else nn.Identity()
        self.gamma_1 = nn.Parameter(init_value * torch.ones((dim)), requires_grad=True)
        self.gamma_2 = nn.Parameter(init_value * torch.ones((dim)), requires_grad=True)

    def forward(self, x):
        y = self.norm(x)
        x = x + self.drop_path(self.gamma_1.unsqueeze(-1).unsqueeze(-1) * (self.pool(y) - y))
        return x + self.drop_path(self.gamma_2[:, None, None] * self.mlp(x))


class Net(nn.Module):
    def __init__(self, img_size=32, patch_size=4, dim=32, depth=3, drop_path_rate=0.2):
        super().__init__()
        img_size, patch_size = to_2tuple(img_size), to_2tuple(patch_size)
        self.grid = (img_size[0] // patch_size[0], img_size[1] // patch_size[1])
        self.proj = nn.Conv2d(3, dim, kernel_size=patch_size, stride=patch_size)
        dpr = [x.item() for x in torch.linspace(0, drop_path_rate, depth)]
        self.blocks = nn.Sequential(*[PoolMixer(dim, drop=dpr[i]) for i in range(depth)])
        self.head = nn.Linear(dim, 10) if dim > 0 else nn.Identity()
        self.apply(self._init_weights)

    def _init_weights(self, m):
        if isinstance(m, nn.Linear):
            nn.init.trunc_normal_(m.weight, std=.02)
            if isinstance(m, nn.Linear) and m.bias is not None:
                nn.init.constant_(m.bias, 0)

    def forward(self, x):
        B, C, H, W = x.shape
        assert H % self.grid[0] == 0 and W % self.grid[1] == 0, f"Input image size ({H}*{W}) doesn't match model."
        x = self.blocks(self.proj(x))
        return self.head(x.mean([-2, -1]))
