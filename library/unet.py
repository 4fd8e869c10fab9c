"""U-Net as a classifier: an encoder, a decoder that sees the encoder's features again, then pooling.

Ronneberger, Fischer, Brox: U-Net: Convolutional Networks for Biomedical Image Segmentation, MICCAI 2015.
Hyper-parameters: lr, momentum, dropout. Images may have any size from 8 pixels on.
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

WIDTHS = (32, 64, 128, 256)


def supported_hyperparameters():
    return {'lr', 'momentum', 'dropout'}


class DoubleConv(nn.Sequential):
    def __init__(self, in_channels, out_channels):
        super().__init__(
            nn.Conv2d(in_channels, out_channels, 3, padding=1, bias=False),
            nn.BatchNorm2d(out_channels), nn.ReLU(inplace=True),
            nn.Conv2d(out_channels, out_channels, 3, padding=1, bias=False),
            nn.BatchNorm2d(out_channels), nn.ReLU(inplace=True))


class Up(nn.Module):
    def __init__(self, in_channels, out_channels):
        super().__init__()
        self.grow = nn.ConvTranspose2d(in_channels, out_channels, 2, stride=2)
        self.conv = DoubleConv(2 * out_channels, out_channels)

    def forward(self, x, skip):
        x = self.grow(x)
        missing_rows, missing_columns = skip.size(2) - x.size(2), skip.size(3) - x.size(3)
        x = F.pad(x, (0, missing_columns, 0, missing_rows))
        return self.conv(torch.cat([skip, x], dim=1))


class Net(nn.Module):
    def __init__(self, in_shape, out_shape, prm, device):
        super().__init__()
        self.device = device
        self.enter = DoubleConv(in_shape[1], WIDTHS[0])
        steps = list(zip(WIDTHS, WIDTHS[1:]))
        self.downs = nn.ModuleList(
            [nn.Sequential(nn.MaxPool2d(2), DoubleConv(narrow, wide)) for narrow, wide in steps])
        self.ups = nn.ModuleList([Up(wide, narrow) for narrow, wide in reversed(steps)])
        self.dropout = nn.Dropout(prm['dropout'])
        self.head = nn.Linear(WIDTHS[0], out_shape[0])

    def forward(self, x):
        x = self.enter(x)
        skips = []
        for down in self.downs:
            skips.append(x)
            x = down(x)
        for up in self.ups:
            x = up(x, skips.pop())
        return self.head(self.dropout(x.mean(dim=(2, 3))))

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
