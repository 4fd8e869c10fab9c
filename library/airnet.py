"""AirNet: residual blocks whose middle is weighted by attention that looks at a coarser copy of the image.

Yang, An, Wang, Zhu, Yan, Xu: Attention Inspiring Receptive-Fields Network for Learning Invariant Representations, 2018.
Hyper-parameters: lr, momentum. Images from 128 pixels on are first reduced to a quarter.
"""
import torch
import torch.nn as nn
import torch.nn.functional as F


def supported_hyperparameters():
    return {'lr', 'momentum'}


def conv(in_channels, out_channels, kernel, stride=1):
    return nn.Sequential(
        nn.Conv2d(in_channels, out_channels, kernel, stride, padding=kernel // 2, bias=False),
        nn.BatchNorm2d(out_channels))


class Attention(nn.Module):
    def __init__(self, in_channels, out_channels, ratio=2):
        super().__init__()
        hidden = out_channels // ratio
        self.reduce = conv(in_channels, hidden, 1)
        self.pool = nn.MaxPool2d(3, 2, padding=1)
        self.mix = conv(hidden, hidden, 3)
        self.expand = conv(hidden, out_channels, 1)

    def forward(self, x):
        y = self.pool(F.relu(self.reduce(x)))
        y = F.interpolate(F.relu(self.mix(y)), size=x.shape[2:], mode='bilinear', align_corners=True)
        return torch.sigmoid(self.expand(y))


class AirBlock(nn.Module):
    def __init__(self, in_channels, out_channels, stride):
        super().__init__()
        width = out_channels // 4
        self.conv1 = conv(in_channels, width, 1)
        self.conv2 = conv(width, width, 3, stride)
        self.attention = Attention(in_channels, width) if stride == 1 else None
        self.conv3 = conv(width, out_channels, 1)
        keeps_shape = stride == 1 and in_channels == out_channels
        self.shortcut = nn.Identity() if keeps_shape else conv(in_channels, out_channels, 1, stride)

    def forward(self, x):
        y = F.relu(self.conv2(F.relu(self.conv1(x))))
        if self.attention is not None:
            y = y * self.attention(x)
        return F.relu(self.conv3(y) + self.shortcut(x))


class Net(nn.Module):
    def __init__(self, in_shape, out_shape, prm, device):
        super().__init__()
        self.device = device
        stride = 4 if min(in_shape[2:]) >= 128 else 1
        self.stem = nn.Sequential(conv(in_shape[1], 64, 2 * stride + 1, stride), nn.ReLU(inplace=True))
        blocks, channels = [], 64
        for stage, (width, count) in enumerate([(128, 2), (256, 2), (512, 3), (1024, 2)]):
            for block in range(count):
                blocks.append(AirBlock(channels, width, stride=2 if stage > 0 and block == 0 else 1))
                channels = width
        self.blocks = nn.Sequential(*blocks)
        self.fc = nn.Linear(channels, out_shape[0])

    def forward(self, x):
        x = self.blocks(self.stem(x))
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
