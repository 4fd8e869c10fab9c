"""Encoder and decoder that hand features on in a dictionary; interpolation; reversed and enumerate."""
from typing import Dict, List

import torch
import torch.nn as nn
import torch.nn.functional as F


class Encoder(nn.Module):
    def __init__(self, widths: List[int]) -> None:
        super().__init__()
        for number, (low, high) in enumerate(zip([3] + widths[:-1], widths)):
            block = nn.Sequential(nn.Conv2d(low, high, 3, stride=min(number, 1) + 1, padding=1), nn.PReLU(high))
            setattr(self, f"level_{number}", block)
        self.count = len(widths)

    def forward(self, x: torch.Tensor) -> Dict[str, torch.Tensor]:
        features = {}
        for number in range(self.count):
            x = getattr(self, f"level_{number}")(x)
            features[f"level_{number}"] = x
        return features


class Decoder(nn.Module):
    def __init__(self, widths: List[int], out: int) -> None:
        super().__init__()
        self.lateral = nn.ModuleDict({f"level_{n}": nn.Conv2d(w, out, 1) for n, w in enumerate(widths)})
        self.smooth = nn.ModuleDict({name: nn.Conv2d(out, out, 3, padding=1) for name in list(self.lateral)[:-1]})

    def forward(self, features):
        names = list(features)
        x = self.lateral[names[-1]](features[names[-1]])
        outputs = {names[-1]: x}
        for name in reversed(names[:-1]):
            target = features[name].shape[-2:]
            x = F.interpolate(x, size=target, mode="nearest") + self.lateral[name](features[name])
            outputs[name] = self.smooth[name](x)
        return outputs


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        widths = [16, 32, 48, 64]
        self.encoder, self.decoder = Encoder(widths), Decoder(widths, out=24)
        self.heads = nn.ModuleList(nn.Linear(24, 10) for _ in widths)

    def forward(self, x):
        pyramid = self.decoder(self.encoder(x))
        votes = [head(level.mean(dim=(-1, -2))) for head, level in zip(self.heads, pyramid.values())]
        return torch.stack(votes, dim=0).sum(0) / len(votes)
