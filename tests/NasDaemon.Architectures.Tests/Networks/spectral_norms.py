"""Spectral normalisation of both kinds, a table with short rows, bags of rows, noise that forward() draws, rare functions."""
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.nn.utils import parametrizations, spectral_norm
from torch.nn.utils.parametrize import register_parametrization


class Doubled(nn.Module):
    def forward(self, weight):
        return 2 * weight


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = spectral_norm(nn.Conv2d(3, 8, 3, stride=2, padding=1))
        self.up = spectral_norm(nn.ConvTranspose2d(8, 6, 2, stride=2, bias=False), n_power_iterations=2)
        self.mix = parametrizations.spectral_norm(nn.Conv2d(6, 6, 1), n_power_iterations=3)
        self.table = nn.Embedding(5, 6, max_norm=0.5)
        self.bags = nn.EmbeddingBag(5, 6, mode="sum")
        self.head = nn.Linear(6, 10)
        register_parametrization(self.head, "weight", Doubled())

    def forward(self, x):
        places = (x[:, 0, 0, :4] * 0).long() + torch.arange(4)
        bags = self.bags(places.reshape(-1), torch.arange(0, places.numel(), 4))
        x, indices = F.max_pool2d_with_indices(self.mix(self.up(F.relu(self.stem(x)))), 2)
        x = F.max_unpool2d(x, indices, 2).mean((2, 3))
        if self.training:
            x = x + 0.1 * torch.empty_like(x).normal_()
        return self.head(x + bags + self.table(places).mean(1)) / torch.finfo(x.dtype).bits
