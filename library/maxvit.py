"""MaxViT (a small one): MBConv, then attention within windows, then attention over a coarse grid.

Tu et al.: MaxViT: Multi-Axis Vision Transformer, ECCV 2022 (without its relative position bias).
Hyper-parameters: lr, dropout. From 128 pixels on the stem reduces the image to a quarter, below to a half.
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

DEPTHS, WIDTHS, HEAD_WIDTH = (1, 2, 1), (64, 128, 256), 32


def supported_hyperparameters():
    return {'lr', 'dropout'}


class MBConv(nn.Module):
    def __init__(self, in_channels, out_channels, stride):
        super().__init__()
        hidden = 4 * out_channels
        self.layers = nn.Sequential(
            nn.BatchNorm2d(in_channels),
            nn.Conv2d(in_channels, hidden, 1, bias=False), nn.BatchNorm2d(hidden), nn.GELU(),
            nn.Conv2d(hidden, hidden, 3, stride, padding=1, groups=hidden, bias=False),
            nn.BatchNorm2d(hidden), nn.GELU())
        self.gate = nn.Sequential(
            nn.AdaptiveAvgPool2d(1), nn.Conv2d(hidden, out_channels // 4, 1), nn.SiLU(),
            nn.Conv2d(out_channels // 4, hidden, 1), nn.Sigmoid())
        self.project = nn.Conv2d(hidden, out_channels, 1)
        self.shortcut = nn.Identity() if in_channels == out_channels else nn.Conv2d(in_channels, out_channels, 1)
        self.stride = stride

    def forward(self, x):
        out = self.layers(x)
        out = self.project(out * self.gate(out))
        if self.stride > 1:
            x = F.avg_pool2d(x, 3, self.stride, padding=1)
        return out + self.shortcut(x)


class AxisAttention(nn.Module):
    """Attention among the cells of a window, or, on a grid, among cells that lie evenly spread."""

    def __init__(self, width, size, is_grid, dropout):
        super().__init__()
        self.size, self.is_grid = size, is_grid
        self.norm1 = nn.LayerNorm(width)
        self.attention = nn.MultiheadAttention(width, width // HEAD_WIDTH, dropout=dropout, batch_first=True)
        self.norm2 = nn.LayerNorm(width)
        self.mlp = nn.Sequential(
            nn.Linear(width, 4 * width), nn.GELU(), nn.Linear(4 * width, width), nn.Dropout(dropout))

    def forward(self, x):
        batch, channels, height, width = x.shape
        rows, columns = height // self.size, width // self.size
        if self.is_grid:
            x = x.view(batch, channels, self.size, rows, self.size, columns).permute(0, 3, 5, 2, 4, 1)
        else:
            x = x.view(batch, channels, rows, self.size, columns, self.size).permute(0, 2, 4, 3, 5, 1)
        x = x.reshape(batch * rows * columns, self.size * self.size, channels)
        y = self.norm1(x)
        x = x + self.attention(y, y, y, need_weights=False)[0]
        x = x + self.mlp(self.norm2(x))
        x = x.view(batch, rows, columns, self.size, self.size, channels)
        x = x.permute(0, 5, 3, 1, 4, 2) if self.is_grid else x.permute(0, 5, 1, 3, 2, 4)
        return x.reshape(batch, channels, height, width)


class Net(nn.Module):
    def __init__(self, in_shape, out_shape, prm, device):
        super().__init__()
        self.device = device
        stride = 4 if min(in_shape[2:]) >= 128 else 2
        layers = [nn.Conv2d(in_shape[1], WIDTHS[0], 2 * stride - 1, stride, padding=stride - 1, bias=False),
                  nn.BatchNorm2d(WIDTHS[0]), nn.GELU()]
        height, width = ((side + stride - 1) // stride for side in in_shape[2:])
        channels = WIDTHS[0]
        for stage, (depth, out_channels) in enumerate(zip(DEPTHS, WIDTHS)):
            for block in range(depth):
                halves = stage > 0 and block == 0
                layers.append(MBConv(channels, out_channels, stride=2 if halves else 1))
                channels = out_channels
                height, width = ((height + 1) // 2, (width + 1) // 2) if halves else (height, width)
                size = next(size for size in (7, 8, 6, 5, 4, 3, 2, 1) if height % size == 0 and width % size == 0)
                layers += [AxisAttention(channels, size, is_grid, prm['dropout']) for is_grid in (False, True)]
        self.features = nn.Sequential(*layers)
        self.head = nn.Sequential(
            nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.LayerNorm(channels), nn.Linear(channels, out_shape[0]))

    def forward(self, x):
        return self.head(self.features(x))

    def train_setup(self, prm):
        self.to(self.device)
        self.criteria = nn.CrossEntropyLoss(label_smoothing=0.1).to(self.device)
        self.optimizer = torch.optim.AdamW(self.parameters(), lr=prm['lr'], weight_decay=0.05)

    def learn(self, train_data):
        self.train()
        for inputs, labels in train_data:
            inputs, labels = inputs.to(self.device), labels.to(self.device)
            self.optimizer.zero_grad()
            loss = self.criteria(self(inputs), labels)
            loss.backward()
            nn.utils.clip_grad_norm_(self.parameters(), 3)
            self.optimizer.step()
