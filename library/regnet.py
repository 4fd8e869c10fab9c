"""RegNetY-400MF: widths of the stages follow a quantised line; group convolutions with squeeze-and-excitation.

Radosavovic, Kosaraju, Girshick, He, Dollar: Designing Network Design Spaces, CVPR 2020.
Hyper-parameters: lr, momentum. Below 128 pixels the stem and the first stage keep the size.
"""
import math

import torch
import torch.nn as nn

DEPTH, START, SLOPE, FACTOR, GROUP_WIDTH = 16, 48, 27.89, 2.09, 8


def supported_hyperparameters():
    return {'lr', 'momentum'}


def block_widths():
    widths = []
    for block in range(DEPTH):
        power = round(math.log((START + SLOPE * block) / START) / math.log(FACTOR))
        widths.append(int(round(START * FACTOR ** power / GROUP_WIDTH)) * GROUP_WIDTH)
    return widths


def conv(in_channels, out_channels, kernel, stride=1, groups=1):
    return [nn.Conv2d(in_channels, out_channels, kernel, stride, padding=kernel // 2, groups=groups, bias=False),
            nn.BatchNorm2d(out_channels)]


class SqueezeExcitation(nn.Module):
    def __init__(self, channels, squeezed):
        super().__init__()
        self.gate = nn.Sequential(
            nn.AdaptiveAvgPool2d(1), nn.Conv2d(channels, squeezed, 1), nn.ReLU(inplace=True),
            nn.Conv2d(squeezed, channels, 1), nn.Sigmoid())

    def forward(self, x):
        return x * self.gate(x)


class YBlock(nn.Module):
    def __init__(self, in_channels, width, stride):
        super().__init__()
        self.layers = nn.Sequential(
            *conv(in_channels, width, 1), nn.ReLU(inplace=True),
            *conv(width, width, 3, stride, width // GROUP_WIDTH), nn.ReLU(inplace=True),
            SqueezeExcitation(width, in_channels // 4), *conv(width, width, 1))
        keeps_shape = stride == 1 and in_channels == width
        self.shortcut = nn.Identity() if keeps_shape else nn.Sequential(*conv(in_channels, width, 1, stride))
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        return self.relu(self.layers(x) + self.shortcut(x))


class Net(nn.Module):
    def __init__(self, in_shape, out_shape, prm, device):
        super().__init__()
        self.device = device
        stem_stride = 2 if min(in_shape[2:]) >= 128 else 1
        layers, channels = [*conv(in_shape[1], 32, 3, stem_stride), nn.ReLU(inplace=True)], 32
        for width in block_widths():
            is_first = channels == 32
            stride = stem_stride if is_first else (1 if width == channels else 2)
            layers.append(YBlock(channels, width, stride))
            channels = width
        self.features = nn.Sequential(*layers)
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.fc = nn.Linear(channels, out_shape[0])

    def forward(self, x):
        x = self.pool(self.features(x))
        return self.fc(torch.flatten(x, 1))

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
