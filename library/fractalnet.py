"""FractalNet: a block of n columns is a convolution beside two blocks of n - 1 columns in a row, joined by their mean.

Larsson, Maire, Shakhnarovich: FractalNet: Ultra-Deep Neural Networks without Residuals, ICLR 2017 (without drop-path).
Hyper-parameters: lr, momentum, dropout. Images from 128 pixels on are first reduced to a quarter.
"""
import torch
import torch.nn as nn

COLUMNS, WIDTHS = 3, (64, 128, 256, 512)


def supported_hyperparameters():
    return {'lr', 'momentum', 'dropout'}


class ConvBlock(nn.Sequential):
    def __init__(self, in_channels, out_channels):
        super().__init__(
            nn.Conv2d(in_channels, out_channels, 3, padding=1, bias=False),
            nn.BatchNorm2d(out_channels), nn.ReLU(inplace=True))


class Fractal(nn.Module):
    """Returns one output a path; whoever stands behind it takes their mean."""

    def __init__(self, columns, in_channels, out_channels):
        super().__init__()
        self.conv = ConvBlock(in_channels, out_channels)
        self.first = self.second = None
        if columns > 1:
            self.first = Fractal(columns - 1, in_channels, out_channels)
            self.second = Fractal(columns - 1, out_channels, out_channels)

    @staticmethod
    def join(paths):
        return torch.stack(paths).mean(dim=0)

    def forward(self, x):
        paths = [self.conv(x)]
        if self.first is not None:
            paths += self.second(self.join(self.first(x)))
        return paths


class Net(nn.Module):
    def __init__(self, in_shape, out_shape, prm, device):
        super().__init__()
        self.device = device
        stride = 4 if min(in_shape[2:]) >= 128 else 1
        self.stem = nn.Conv2d(in_shape[1], 32, 2 * stride + 1, stride, padding=stride)
        self.blocks = nn.ModuleList()
        channels = 32
        for width in WIDTHS:
            self.blocks.append(Fractal(COLUMNS, channels, width))
            channels = width
        self.pool = nn.MaxPool2d(2)
        self.dropout = nn.Dropout2d(prm['dropout'])
        self.fc = nn.Linear(channels, out_shape[0])

    def forward(self, x):
        x = self.stem(x)
        for block in self.blocks:
            x = self.dropout(self.pool(Fractal.join(block(x))))
        return self.fc(x.mean(dim=(2, 3)))

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
