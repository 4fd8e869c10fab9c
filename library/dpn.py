"""Dual path network (a small one): one part of the channels is added as in ResNet, the other grows as in DenseNet.

Chen, Li, Xiao, Jin, Yan, Feng: Dual Path Networks, NeurIPS 2017.
Hyper-parameters: lr, momentum. Images from 128 pixels on are first reduced to a quarter.
"""
import torch
import torch.nn as nn

GROUPS = 8
# Width of the bottleneck, channels that are added, channels that each block appends, blocks.
STAGES = [(64, 128, 16, 2), (128, 256, 32, 3), (256, 512, 24, 3)]


def supported_hyperparameters():
    return {'lr', 'momentum'}


def activated_conv(in_channels, out_channels, kernel, stride=1, groups=1):
    return nn.Sequential(
        nn.BatchNorm2d(in_channels), nn.ReLU(inplace=True),
        nn.Conv2d(in_channels, out_channels, kernel, stride, padding=kernel // 2, groups=groups, bias=False))


class DualPathBlock(nn.Module):
    def __init__(self, in_channels, width, added, grown, stride, is_first):
        super().__init__()
        self.added = added
        self.project = activated_conv(in_channels, added + 2 * grown, 1, stride) if is_first else None
        self.layers = nn.Sequential(
            activated_conv(in_channels, width, 1),
            activated_conv(width, width, 3, stride, GROUPS),
            activated_conv(width, added + grown, 1))

    def forward(self, x):
        kept = x if self.project is None else self.project(x)
        out = self.layers(x)
        total = kept[:, :self.added] + out[:, :self.added]
        return torch.cat([total, kept[:, self.added:], out[:, self.added:]], dim=1)


class Net(nn.Module):
    def __init__(self, in_shape, out_shape, prm, device):
        super().__init__()
        self.device = device
        stride = 4 if min(in_shape[2:]) >= 128 else 1
        layers = [nn.Conv2d(in_shape[1], 32, 2 * stride + 1, stride, padding=stride, bias=False)]
        channels = 32
        for stage, (width, added, grown, blocks) in enumerate(STAGES):
            for block in range(blocks):
                is_first = block == 0
                stride = 2 if is_first and stage > 0 else 1
                layers.append(DualPathBlock(channels, width, added, grown, stride, is_first))
                channels = added + 3 * grown if is_first else channels + grown
        self.features = nn.Sequential(*layers, nn.BatchNorm2d(channels), nn.ReLU(inplace=True))
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
