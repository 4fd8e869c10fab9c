import torch
import torch.nn as nn


def separable(in_channels, out_channels, stride):
    return nn.Sequential(
        nn.Conv2d(in_channels, in_channels, 3, stride=stride, padding=1, groups=in_channels, bias=False),
        nn.BatchNorm2d(in_channels),
        nn.ReLU(),
        nn.Conv2d(in_channels, out_channels, 1, bias=False),
        nn.BatchNorm2d(out_channels),
        nn.ReLU())


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, 32, 3, padding=1), nn.BatchNorm2d(32), nn.ReLU())
        self.features = nn.Sequential(
            separable(32, 64, 1),
            separable(64, 128, 2),
            separable(128, 128, 1),
            separable(128, 256, 2))
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.drop = nn.Dropout(0.2)
        self.head = nn.Linear(256, 10)

    def forward(self, x):
        x = self.features(self.stem(x))
        x = torch.flatten(self.pool(x), 1)
        return self.head(self.drop(x))
