import torch.nn as nn


class SqueezeExcite(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.fc1 = nn.Conv2d(channels, channels // 4, 1)
        self.fc2 = nn.Conv2d(channels // 4, channels, 1)
        self.act = nn.SiLU()

    def forward(self, x):
        return x * self.fc2(self.act(self.fc1(self.pool(x)))).sigmoid()


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2d(3, 16, 3, 2, 1), nn.ReLU6(),
            nn.Conv2d(16, 16, 5, padding=4, dilation=2, groups=16), nn.BatchNorm2d(16), nn.Hardswish(),
            SqueezeExcite(16), nn.Conv2d(16, 24, 1), nn.GroupNorm(4, 24), nn.Dropout2d(0.1))
        self.head = nn.Sequential(nn.AdaptiveMaxPool2d((2, 2)), nn.Flatten(), nn.Dropout(0.2), nn.Linear(96, 10))

    def forward(self, x):
        return self.head(self.layers(x))
