"""Capsules with routing by agreement: squash, broadcast products, a loop whose last round differs."""
import torch
import torch.nn as nn


def squash(s, dim=-1, eps=1e-8):
    norm2 = (s ** 2).sum(dim=dim, keepdim=True)
    return norm2 / (1.0 + norm2) * s / torch.sqrt(norm2 + eps)


class Routing(nn.Module):
    def __init__(self, in_caps, in_dim, out_caps, out_dim, rounds=3):
        super().__init__()
        self.rounds = rounds
        self.weight = nn.Parameter(0.05 * torch.randn(1, in_caps, out_caps, out_dim, in_dim))

    def forward(self, u):
        votes = (self.weight @ u[:, :, None, :, None]).squeeze(-1)
        logits = votes.new_zeros(*votes.shape[:3], 1)
        for index in range(self.rounds):
            coupling = logits.softmax(dim=2)
            v = squash((coupling * votes).sum(dim=1, keepdim=True))
            if index < self.rounds - 1:
                logits = logits + (votes * v).sum(dim=-1, keepdim=True)
        return v.squeeze(1)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 32, 9, 2)
        self.primary = nn.Conv2d(32, 4 * 8, 5, 2)
        self.routing = Routing(in_caps=4 * 16, in_dim=8, out_caps=10, out_dim=8)

    def forward(self, x):
        x = self.primary(torch.relu(self.conv(x)))
        u = squash(x.view(x.size(0), 4, 8, -1).permute(0, 1, 3, 2).reshape(x.size(0), -1, 8))
        return torch.linalg.norm(self.routing(u), dim=-1)
