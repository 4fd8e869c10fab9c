"""A transformer written out: einsum, masks, sinusoidal positions in a buffer, pre-norm blocks."""
import math

import torch
import torch.nn as nn


class Positions(nn.Module):
    def __init__(self, width, length=512):
        super().__init__()
        table = torch.zeros(length, width)
        position = torch.arange(0, length, dtype=torch.float).unsqueeze(1)
        divisor = torch.exp(torch.arange(0, width, 2).float() * (-math.log(10000.0) / width))
        table[:, 0::2] = torch.sin(position * divisor)
        table[:, 1::2] = torch.cos(position * divisor)
        self.register_buffer("table", table.unsqueeze(0))

    def forward(self, x):
        return x + self.table[:, : x.size(1)]


class Attention(nn.Module):
    def __init__(self, width, heads=4, causal=False):
        super().__init__()
        assert width % heads == 0, "width must be a multiple of heads"
        self.heads, self.head_width = heads, width // heads
        self.scale = self.head_width ** -0.5
        self.causal = causal
        self.qkv = nn.Linear(width, width * 3, bias=False)
        self.out = nn.Linear(width, width)

    def forward(self, x):
        b, n, c = x.shape
        q, k, v = self.qkv(x).chunk(3, dim=-1)
        q, k, v = (t.view(b, n, self.heads, self.head_width).transpose(1, 2) for t in (q, k, v))
        scores = torch.einsum("bhid,bhjd->bhij", q, k) * self.scale
        if self.causal:
            mask = torch.triu(torch.ones(n, n, dtype=torch.bool, device=x.device), diagonal=1)
            scores = scores.masked_fill(mask, float("-inf"))
        x = torch.einsum("bhij,bhjd->bhid", scores.softmax(dim=-1), v)
        return self.out(x.transpose(1, 2).contiguous().view(b, n, c))


class Net(nn.Module):
    def __init__(self, width=64, depth=2):
        super().__init__()
        self.embed = nn.Linear(48, width)
        self.positions = Positions(width)
        self.blocks = nn.ModuleList([
            nn.ModuleList([nn.LayerNorm(width), Attention(width, causal=index % 2 == 1), nn.LayerNorm(width),
                           nn.Sequential(nn.Linear(width, 2 * width), nn.GELU(), nn.Linear(2 * width, width))])
            for index in range(depth)
        ])
        self.norm = nn.LayerNorm(width)
        self.head = nn.Linear(width, 10)

    def forward(self, x):
        b, c, h, w = x.shape
        p = 4
        x = x.reshape(b, c, h // p, p, w // p, p).permute(0, 2, 4, 3, 5, 1).reshape(b, (h // p) * (w // p), p * p * c)
        x = self.positions(self.embed(x))
        for norm1, attention, norm2, mlp in self.blocks:
            x = x + attention(norm1(x))
            x = x + mlp(norm2(x))
        return self.head(self.norm(x)[:, -1, :])
