import math

import torch
import torch.nn as nn


class Net(nn.Module):
    """Tables that the constructor computes, changes through views, and parameters scaled after they were drawn."""

    def __init__(self):
        super().__init__()
        self.embed = nn.Conv2d(3, 24, 8, stride=8)
        position = torch.arange(16).unsqueeze(1)
        speed = torch.exp(torch.arange(0, 24, 2) * (-math.log(10000.0) / 24))
        table = torch.zeros(16, 24)
        table[:, 0::2] = torch.sin(position * speed)
        table[:, 1::2] = torch.cos(position * speed)
        self.register_buffer("table", table.unsqueeze(0))
        grid = torch.stack(torch.meshgrid(torch.arange(4), torch.arange(4), indexing="ij")).flatten(1)
        offset = (grid[:, :, None] - grid[:, None, :]).permute(1, 2, 0).contiguous()
        offset[:, :, 0] += 3
        offset[:, :, 1] += 3
        offset[:, :, 0] *= 7
        self.register_buffer("places", offset.sum(-1))
        self.bias = nn.Parameter(torch.zeros(49, 1))
        nn.init.trunc_normal_(self.bias, std=0.02)
        self.query = nn.Linear(24, 24)
        self.query.weight.data.mul_(0.5)
        with torch.no_grad():
            self.query.bias[0] = 1.0
        self.register_buffer("direction", nn.functional.normalize(self.bias.new_empty(24).normal_(0, 1), dim=0, eps=1e-12))
        mask = torch.zeros(16, 16)
        mask[:8, 8:] = -100.0
        self.register_buffer("mask", mask.masked_fill(mask != 0, -50.0), persistent=True)
        self.encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(24, 4, 48, batch_first=True, dropout=0.0), 2)
        self.head = nn.Linear(24, 10)

    def forward(self, x):
        x = self.embed(x).flatten(2).transpose(1, 2) + self.table
        bias = self.bias[self.places.view(-1)].view(16, 16)
        scores = self.query(x) @ x.transpose(1, 2) / 5 + bias + self.mask
        x = scores.softmax(-1) @ x
        y = x.clone()
        y[:, 0] = y[:, 1] * 2
        y[:, 2:4, ::2] += 1
        y[:, [5, 6]] = 0.5
        x = self.encoder(x + y)
        return self.head(x.mean(1) + self.direction)
