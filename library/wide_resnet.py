"""Wide ResNet 16-4: few but wide pre-activation residual blocks with dropout between their convolutions.

Zagoruyko, Komodakis: Wide Residual Networks, BMVC 2016.
Hyper-parameters: lr, momentum, dropout. Images from 128 pixels on are first reduced to a quarter.
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

DEPTH, WIDEN = 16, 4


def supported_hyperparameters():
    return {'lr', 'momentum', 'dropout'}


class WideBlock(nn.Module):
    def __init__(self, in_channels, out_channels, stride, dropout):
        super().__init__()
        self.bn1 = nn.BatchNorm2d(in_channels)
        self.conv1 = nn.Conv2d(in_channels, out_channels, 3, stride, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(out_channels)
        self.dropout = nn.Dropout(dropout)
        self.conv2 = nn.Conv2d(out_channels, out_channels, 3, padding=1, bias=False)
        self.project = None
        if in_channels != out_channels:
            self.project = nn.Conv2d(in_channels, out_channels, 1, stride, bias=False)

    def forward(self, x):
        out = F.relu(self.bn1(x))
        shortcut = x if self.project is None else self.project(out)
        out = F.relu(self.bn2(self.conv1(out)))
        return self.conv2(self.dropout(out)) + shortcut


class Net(nn.Module):
    def __init__(self, in_shape, out_shape, prm, device):
        super().__init__()
        self.device = device
        stride = 4 if min(in_shape[2:]) >= 128 else 1
        self.conv = nn.Conv2d(in_shape[1], 16, 2 * stride + 1, stride, padding=stride, bias=False)
        blocks, channels = [], 16
        for stage in range(3):
            width = 16 * WIDEN * 2 ** stage
            for block in range((DEPTH - 4) // 6):
                blocks.append(WideBlock(channels, width, 2 if stage > 0 and block == 0 else 1, prm['dropout']))
                channels = width
        self.blocks = nn.Sequential(*blocks)
        self.bn = nn.BatchNorm2d(channels)
        self.fc = nn.Linear(channels, out_shape[0])

    def forward(self, x):
        x = F.relu(self.bn(self.blocks(self.conv(x))))
        return self.fc(F.adaptive_avg_pool2d(x, 1).flatten(1))

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
