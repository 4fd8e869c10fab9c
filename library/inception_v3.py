"""Inception v3: modules that factorise large kernels into smaller and one-sided ones (no auxiliary classifier).

Szegedy, Vanhoucke, Ioffe, Shlens, Wojna: Rethinking the Inception Architecture for Computer Vision, CVPR 2016.
Hyper-parameters: lr, momentum, dropout. Convolutions are padded, and below 128 pixels the stem keeps the size.
"""
import torch
import torch.nn as nn


def supported_hyperparameters():
    return {'lr', 'momentum', 'dropout'}


class Conv(nn.Sequential):
    def __init__(self, in_channels, out_channels, kernel, stride=1):
        kernel = (kernel, kernel) if isinstance(kernel, int) else kernel
        padding = tuple(side // 2 for side in kernel)
        super().__init__(
            nn.Conv2d(in_channels, out_channels, kernel, stride, padding, bias=False),
            nn.BatchNorm2d(out_channels, eps=0.001), nn.ReLU(inplace=True))


def chain(channels, *steps):
    """Convolutions in a row; each step is (channels, kernel) or (channels, kernel, stride)."""
    layers = []
    for width, *rest in steps:
        layers.append(Conv(channels, width, *rest))
        channels = width
    return nn.Sequential(*layers)


class Branches(nn.ModuleList):
    def forward(self, x):
        return torch.cat([branch(x) for branch in self], dim=1)


def module_a(channels, pooled):
    return Branches([
        Conv(channels, 64, 1), chain(channels, (48, 1), (64, 5)), chain(channels, (64, 1), (96, 3), (96, 3)),
        nn.Sequential(nn.AvgPool2d(3, 1, padding=1), Conv(channels, pooled, 1))])


def reduction_a(channels):
    return Branches([
        Conv(channels, 384, 3, 2), chain(channels, (64, 1), (96, 3), (96, 3, 2)), nn.MaxPool2d(3, 2, padding=1)])


def module_b(channels, width):
    row, column = (1, 7), (7, 1)
    return Branches([
        Conv(channels, 192, 1), chain(channels, (width, 1), (width, row), (192, column)),
        chain(channels, (width, 1), (width, column), (width, row), (width, column), (192, row)),
        nn.Sequential(nn.AvgPool2d(3, 1, padding=1), Conv(channels, 192, 1))])


def reduction_b(channels):
    return Branches([
        chain(channels, (192, 1), (320, 3, 2)), chain(channels, (192, 1), (192, (1, 7)), (192, (7, 1)), (192, 3, 2)),
        nn.MaxPool2d(3, 2, padding=1)])


def module_c(channels):
    def fork(width):
        return Branches([Conv(width, 384, (1, 3)), Conv(width, 384, (3, 1))])

    return Branches([
        Conv(channels, 320, 1), nn.Sequential(Conv(channels, 384, 1), fork(384)),
        nn.Sequential(chain(channels, (448, 1), (384, 3)), fork(384)),
        nn.Sequential(nn.AvgPool2d(3, 1, padding=1), Conv(channels, 192, 1))])


class Net(nn.Module):
    def __init__(self, in_shape, out_shape, prm, device):
        super().__init__()
        self.device = device
        stem = chain(in_shape[1], (64, 3), (192, 3))
        if min(in_shape[2:]) >= 128:
            stem = nn.Sequential(
                chain(in_shape[1], (32, 3, 2), (32, 3), (64, 3)), nn.MaxPool2d(3, 2, padding=1),
                chain(64, (80, 1), (192, 3)), nn.MaxPool2d(3, 2, padding=1))
        self.features = nn.Sequential(
            stem, module_a(192, 32), module_a(256, 64), module_a(288, 64), reduction_a(288),
            module_b(768, 128), module_b(768, 160), module_b(768, 160), module_b(768, 192), reduction_b(768),
            module_c(1280), module_c(2048))
        self.head = nn.Sequential(
            nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Dropout(prm['dropout']), nn.Linear(2048, out_shape[0]))

    def forward(self, x):
        return self.head(self.features(x))

    def train_setup(self, prm):
        self.to(self.device)
        self.criteria = nn.CrossEntropyLoss().to(self.device)
        self.optimizer = torch.optim.SGD(
            self.parameters(), lr=prm['lr'], momentum=prm['momentum'], weight_decay=5e-4, nesterov=True)

    def learn(self, train_data):
        self.train()
        for inputs, labels in train_data:
            inputs, labels = inputs.to(self.device), labels.to(self.device)
            self.optimizer.zero_grad()
            loss = self.criteria(self(inputs), labels)
            loss.backward()
            nn.utils.clip_grad_norm_(self.parameters(), 3)
            self.optimizer.step()
