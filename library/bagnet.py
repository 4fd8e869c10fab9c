"""BagNet: a residual network that sees small patches only, and averages what each of them says.

Brendel, Bethge: Approximating CNNs with Bag-of-local-Features models works surprisingly well on ImageNet, ICLR 2019.
Hyper-parameters: lr, momentum. Most convolutions are 1x1, so the receptive field stays at 9 pixels of the first stage.
"""
import torch
import torch.nn as nn

# Width, blocks, stride, kernel of the first block; the other blocks are 1x1.
STAGES = [(32, 2, 1, 3), (64, 2, 2, 3), (128, 3, 2, 1), (256, 2, 1, 1)]


def supported_hyperparameters():
    return {'lr', 'momentum'}


class Bottleneck(nn.Module):
    def __init__(self, in_channels, width, kernel, stride):
        super().__init__()
        out_channels = 4 * width
        self.residual = nn.Sequential(
            nn.Conv2d(in_channels, width, 1, bias=False), nn.BatchNorm2d(width), nn.ReLU(inplace=True),
            nn.Conv2d(width, width, kernel, stride, padding=kernel // 2, bias=False),
            nn.BatchNorm2d(width), nn.ReLU(inplace=True),
            nn.Conv2d(width, out_channels, 1, bias=False), nn.BatchNorm2d(out_channels))
        self.shortcut = nn.Sequential()
        if stride != 1 or in_channels != out_channels:
            self.shortcut = nn.Sequential(
                nn.Conv2d(in_channels, out_channels, 1, stride, bias=False), nn.BatchNorm2d(out_channels))

    def forward(self, x):
        return torch.relu(self.residual(x) + self.shortcut(x))


class Net(nn.Module):
    def __init__(self, in_shape, out_shape, prm, device):
        super().__init__()
        self.device = device
        stride = 2 if min(in_shape[2:]) >= 128 else 1
        self.stem = nn.Sequential(
            nn.Conv2d(in_shape[1], 64, 1, bias=False), nn.Conv2d(64, 64, 3, stride, padding=1, bias=False),
            nn.BatchNorm2d(64), nn.ReLU(inplace=True))
        blocks, channels = [], 64
        for width, count, stride, kernel in STAGES:
            for block in range(count):
                blocks.append(Bottleneck(channels, width, kernel if block == 0 else 1, stride if block == 0 else 1))
                channels = 4 * width
        self.blocks = nn.Sequential(*blocks)
        self.classify = nn.Conv2d(channels, out_shape[0], 1)

    def forward(self, x):
        x = self.classify(self.blocks(self.stem(x)))
        return x.mean(dim=(2, 3))

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
