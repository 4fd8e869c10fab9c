"""Swin transformer (a small one): attention within windows, which every second block shifts by half.

Liu et al.: Swin Transformer: Hierarchical Vision Transformer using Shifted Windows, ICCV 2021.
Hyper-parameters: lr, dropout. Patches are 4x4 from 128 pixels on, 2x2 below; a window divides the image evenly.
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

DEPTHS, WIDTHS, HEADS = (2, 2, 2), (96, 192, 384), (3, 6, 12)


def supported_hyperparameters():
    return {'lr', 'dropout'}


def to_windows(x, size):
    batch, height, width, channels = x.shape
    x = x.view(batch, height // size, size, width // size, size, channels)
    return x.permute(0, 1, 3, 2, 4, 5).reshape(-1, size * size, channels)


def from_windows(x, size, height, width):
    x = x.view(-1, height // size, width // size, size, size, x.size(-1))
    return x.permute(0, 1, 3, 2, 4, 5).reshape(-1, height, width, x.size(-1))


class WindowAttention(nn.Module):
    def __init__(self, width, heads, size):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.bias = nn.Parameter(torch.zeros((2 * size - 1) ** 2, heads))
        cells = [(row, column) for row in range(size) for column in range(size)]
        index = [[(a - c + size - 1) * (2 * size - 1) + b - d + size - 1 for c, d in cells] for a, b in cells]
        self.register_buffer('index', torch.tensor(index))

    def forward(self, x, mask=None):
        windows, tokens, width = x.shape
        q, k, v = self.qkv(x).view(windows, tokens, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-2, -1) / (width // self.heads) ** 0.5 + self.bias[self.index].permute(2, 0, 1)
        if mask is not None:
            scores = scores.view(-1, mask.size(0), self.heads, tokens, tokens) + mask[:, None]
            scores = scores.view(windows, self.heads, tokens, tokens)
        x = (scores.softmax(dim=-1) @ v).transpose(1, 2).reshape(windows, tokens, width)
        return self.out(x)


class SwinBlock(nn.Module):
    def __init__(self, width, heads, height, breadth, is_shifted, dropout):
        super().__init__()
        self.size = next(size for size in (7, 8, 6, 5, 4, 3, 2, 1) if height % size == 0 and breadth % size == 0)
        self.shift = self.size // 2 if is_shifted and self.size < min(height, breadth) else 0
        self.norm1 = nn.LayerNorm(width)
        self.attention = WindowAttention(width, heads, self.size)
        self.norm2 = nn.LayerNorm(width)
        self.mlp = nn.Sequential(
            nn.Linear(width, 4 * width), nn.GELU(), nn.Dropout(dropout),
            nn.Linear(4 * width, width), nn.Dropout(dropout))
        # Shifted, the windows of the last row and column hold parts of the image that do not belong together.
        rows, columns = height // self.size, breadth // self.size
        kinds = [2 * (row == rows - 1) + (column == columns - 1) for row in range(rows) for column in range(columns)]
        self.register_buffer('kinds', torch.tensor(kinds) if self.shift else None)
        self.register_buffer('masks', torch.tensor(self.make_masks()) if self.shift else None)

    def make_masks(self):
        masks, sides = [], [0] * (self.size - self.shift) + [1] * self.shift
        for is_last_row in (0, 1):
            for is_last_column in (0, 1):
                parts = [(is_last_row * row, is_last_column * column) for row in sides for column in sides]
                masks.append([[0.0 if part == other else -100.0 for other in parts] for part in parts])
        return masks

    def forward(self, x):
        height, breadth = x.shape[1:3]
        y = torch.roll(self.norm1(x), (-self.shift, -self.shift), dims=(1, 2))
        mask = self.masks[self.kinds] if self.shift else None
        y = from_windows(self.attention(to_windows(y, self.size), mask), self.size, height, breadth)
        x = x + torch.roll(y, (self.shift, self.shift), dims=(1, 2))
        return x + self.mlp(self.norm2(x))


class PatchMerging(nn.Module):
    def __init__(self, in_width, out_width):
        super().__init__()
        self.norm = nn.LayerNorm(4 * in_width)
        self.reduce = nn.Linear(4 * in_width, out_width, bias=False)

    def forward(self, x):
        x = F.pad(x, (0, 0, 0, x.size(2) % 2, 0, x.size(1) % 2))
        parts = [x[:, row::2, column::2] for column in (0, 1) for row in (0, 1)]
        return self.reduce(self.norm(torch.cat(parts, dim=-1)))


class Net(nn.Module):
    def __init__(self, in_shape, out_shape, prm, device):
        super().__init__()
        self.device = device
        patch = 4 if min(in_shape[2:]) >= 128 else 2
        height, breadth = in_shape[2] // patch, in_shape[3] // patch
        self.patches = nn.Conv2d(in_shape[1], WIDTHS[0], patch, stride=patch)
        layers, channels = [], WIDTHS[0]
        for depth, width, heads in zip(DEPTHS, WIDTHS, HEADS):
            if width != channels:
                layers.append(PatchMerging(channels, width))
                channels, height, breadth = width, (height + 1) // 2, (breadth + 1) // 2
            for block in range(depth):
                layers.append(SwinBlock(width, heads, height, breadth, block % 2 == 1, prm['dropout']))
        self.layers = nn.Sequential(*layers)
        self.norm = nn.LayerNorm(channels)
        self.head = nn.Linear(channels, out_shape[0])

    def forward(self, x):
        x = self.layers(self.patches(x).permute(0, 2, 3, 1))
        return self.head(self.norm(x).mean(dim=(1, 2)))

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
