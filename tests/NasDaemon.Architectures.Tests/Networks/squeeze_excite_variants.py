"""Attention gates: squeeze-and-excitation, efficient channel attention, CBAM's spatial gate, coordinate attention."""
import math

import torch
import torch.nn as nn


class ECA(nn.Module):
    def __init__(self, channels, gamma=2, b=1):
        super().__init__()
        t = int(abs((math.log(channels, 2) + b) / gamma))
        k = t if t % 2 else t + 1
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.conv = nn.Conv1d(1, 1, kernel_size=k, padding=k >> 1, bias=False)

    def forward(self, x):
        y = self.pool(x)
        y = self.conv(y.squeeze(-1).transpose(-1, -2)).transpose(-1, -2).unsqueeze(-1)
        return x * y.sigmoid().expand_as(x)


class SpatialGate(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(2, 1, 7, padding=3)

    def forward(self, x):
        pooled = torch.cat([torch.max(x, 1, keepdim=True)[0], torch.mean(x, 1).unsqueeze(1)], dim=1)
        return torch.sigmoid(self.conv(pooled)) * x


class Coordinate(nn.Module):
    def __init__(self, channels, reduction=8):
        super().__init__()
        mid = max(4, channels // reduction)
        self.shared = nn.Sequential(nn.Conv2d(channels, mid, 1), nn.BatchNorm2d(mid), nn.Hardswish(inplace=True))
        self.rows, self.columns = nn.Conv2d(mid, channels, 1), nn.Conv2d(mid, channels, 1)

    def forward(self, x):
        n, c, h, w = x.size()
        rows = x.mean(dim=3, keepdim=True)
        columns = x.mean(dim=2, keepdim=True).permute(0, 1, 3, 2)
        rows, columns = torch.split(self.shared(torch.cat([rows, columns], dim=2)), [h, w], dim=2)
        return x * self.rows(rows).sigmoid() * self.columns(columns.permute(0, 1, 3, 2)).sigmoid()


class SE(nn.Module):
    def __init__(self, channels, reduction=16):
        super().__init__()
        self.fc = nn.Sequential(
            nn.Linear(channels, max(1, channels // reduction), bias=False), nn.ReLU(inplace=True),
            nn.Linear(max(1, channels // reduction), channels, bias=False), nn.Sigmoid())

    def forward(self, x):
        b, c, _, _ = x.size()
        return x * self.fc(x.view(b, c, -1).mean(-1)).view(b, c, 1, 1)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        gates, layers, channels = [SE, ECA, lambda c: SpatialGate(), Coordinate], [], 3
        for width, gate in zip([16, 32, 64, 64], gates):
            layers.extend([nn.Conv2d(channels, width, 3, 2, 1), nn.BatchNorm2d(width), nn.SiLU(True), gate(width)])
            channels = width
        self.net = nn.Sequential(*layers, nn.AdaptiveMaxPool2d((1, 1)), nn.Flatten(), nn.Linear(channels, 10))

    def forward(self, input):
        return self.net(input)
