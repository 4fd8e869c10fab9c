"""Experts weighted by a gate: top-k, scatter, stacked outputs, einsum."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class Expert(nn.Module):
    def __init__(self, d_in, d_hidden, d_out):
        super().__init__()
        self.w1, self.w2, self.v = nn.Linear(d_in, d_hidden), nn.Linear(d_hidden, d_out), nn.Linear(d_in, d_hidden)

    def forward(self, x):
        return self.w2(F.silu(self.w1(x)) * self.v(x))


class Net(nn.Module):
    def __init__(self, n_experts=4, top_k=2, d=64):
        super().__init__()
        self.top_k = top_k
        self.encode = nn.Sequential(
            nn.Conv2d(3, 32, 5, 4, 2), nn.BatchNorm2d(32), nn.ReLU(), nn.Conv2d(32, d, 3, 2, 1), nn.AdaptiveAvgPool2d(1), nn.Flatten(1))
        self.gate = nn.Linear(d, n_experts, bias=False)
        self.experts = nn.ModuleList([Expert(d, 2 * d, d) for _ in range(n_experts)])
        self.norm = nn.LayerNorm(d)
        self.head = nn.Linear(d, 10)

    def forward(self, x):
        x = self.encode(x)
        logits = self.gate(x)
        values, indices = torch.topk(logits, self.top_k, dim=-1)
        weights = torch.zeros_like(logits).scatter(-1, indices, F.softmax(values, dim=-1))
        outputs = torch.stack([expert(x) for expert in self.experts], dim=1)
        mixed = torch.einsum("be,bed->bd", weights, outputs)
        return self.head(self.norm(x + mixed))
