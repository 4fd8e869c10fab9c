"""Normalised weights, mixed precision that is asked for in the source, samples of categories, older names of functions."""
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.cuda.amp import autocast
from torch.nn.utils import remove_weight_norm, weight_norm


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = weight_norm(nn.Conv2d(3, 16, 3, stride=2, padding=1))
        self.up = nn.utils.weight_norm(nn.ConvTranspose2d(16, 8, 2, stride=2, bias=False), dim=1)
        self.mix = remove_weight_norm(weight_norm(nn.Linear(8, 12)))
        self.head = weight_norm(nn.Linear(12, 10), name="weight", dim=None)

    @autocast(enabled=False)
    def choose(self, x):
        return F.gumbel_softmax(x, tau=0.5, hard=True, dim=1) + F.gumbel_softmax(x)

    def forward(self, x):
        with torch.autocast(device_type="cuda", dtype=torch.float16):
            x = F.threshold_(self.up(F.relu(self.stem(x))), 0.1, 0.05)
        with torch.amp.autocast("cuda"), torch.cuda.amp.autocast(enabled=False):
            x = F.upsample_nearest(x, scale_factor=2) + F.upsample_bilinear(x, size=(64, 64))
        x = self.mix(x.mean((2, 3)))
        return self.head(x + self.choose(x) if self.training else x)
