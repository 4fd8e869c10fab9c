"""ShuffleNet v2 (1.0x): half of the channels passes a block unchanged, then the channels are shuffled.

Ma, Zhang, Zheng, Sun: ShuffleNet V2: Practical Guidelines for Efficient CNN Architecture Design, ECCV 2018.
Hyper-parameters: lr, momentum. Below 128 pixels the stem keeps the size.
"""
import torch
import torch.nn as nn


def supported_hyperparameters():
    return {'lr', 'momentum'}


def shuffle(x, groups=2):
    batch, channels, height, width = x.size()
    x = x.view(batch, groups, channels // groups, height, width)
    return x.transpose(1, 2).reshape(batch, channels, height, width)


def pointwise(in_channels, out_channels):
    return [nn.Conv2d(in_channels, out_channels, 1, bias=False), nn.BatchNorm2d(out_channels), nn.ReLU(inplace=True)]


def depthwise(channels, stride):
    return [nn.Conv2d(channels, channels, 3, stride, padding=1, groups=channels, bias=False), nn.BatchNorm2d(channels)]


class ShuffleBlock(nn.Module):
    def __init__(self, in_channels, out_channels, stride):
        super().__init__()
        half = out_channels // 2
        self.stride = stride
        entering = in_channels if stride > 1 else half
        self.right = nn.Sequential(*pointwise(entering, half), *depthwise(half, stride), *pointwise(half, half))
        if stride > 1:
            self.left = nn.Sequential(*depthwise(in_channels, stride), *pointwise(in_channels, half))

    def forward(self, x):
        if self.stride > 1:
            return shuffle(torch.cat((self.left(x), self.right(x)), dim=1))
        left, right = x.chunk(2, dim=1)
        return shuffle(torch.cat((left, self.right(right)), dim=1))


class Net(nn.Module):
    def __init__(self, in_shape, out_shape, prm, device):
        super().__init__()
        self.device = device
        is_large = min(in_shape[2:]) >= 128
        layers = [nn.Conv2d(in_shape[1], 24, 3, 2 if is_large else 1, padding=1, bias=False),
                  nn.BatchNorm2d(24), nn.ReLU(inplace=True)]
        if is_large:
            layers.append(nn.MaxPool2d(3, 2, padding=1))
        channels = 24
        for width, blocks in ((116, 4), (232, 8), (464, 4)):
            for block in range(blocks):
                layers.append(ShuffleBlock(channels, width, stride=2 if block == 0 else 1))
                channels = width
        self.features = nn.Sequential(*layers, *pointwise(channels, 1024))
        self.fc = nn.Linear(1024, out_shape[0])

    def forward(self, x):
        return self.fc(self.features(x).mean(dim=(2, 3)))

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
