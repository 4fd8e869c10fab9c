"""DenseNet-BC (depth 100, growth rate 12): each layer sees the outputs of all layers before it in its block.

Huang, Liu, van der Maaten, Weinberger: Densely Connected Convolutional Networks, CVPR 2017.
Hyper-parameters: lr, momentum, dropout. Images from 128 pixels on are first reduced to a quarter.
"""
import torch
import torch.nn as nn

GROWTH, LAYERS, BLOCKS = 12, 16, 3


def supported_hyperparameters():
    return {'lr', 'momentum', 'dropout'}


class DenseLayer(nn.Sequential):
    def __init__(self, channels, dropout):
        super().__init__(
            nn.BatchNorm2d(channels), nn.ReLU(inplace=True),
            nn.Conv2d(channels, 4 * GROWTH, 1, bias=False),
            nn.BatchNorm2d(4 * GROWTH), nn.ReLU(inplace=True),
            nn.Conv2d(4 * GROWTH, GROWTH, 3, padding=1, bias=False),
            nn.Dropout(dropout),
        )

    def forward(self, x):
        return torch.cat([x, super().forward(x)], dim=1)


class Transition(nn.Sequential):
    def __init__(self, in_channels, out_channels):
        super().__init__(
            nn.BatchNorm2d(in_channels), nn.ReLU(inplace=True),
            nn.Conv2d(in_channels, out_channels, 1, bias=False),
            nn.AvgPool2d(2),
        )


class Net(nn.Module):
    def __init__(self, in_shape, out_shape, prm, device):
        super().__init__()
        self.device = device
        stride = 4 if min(in_shape[2:]) >= 128 else 1
        channels = 2 * GROWTH
        layers = [nn.Conv2d(in_shape[1], channels, 2 * stride + 1, stride, padding=stride, bias=False)]
        for block in range(BLOCKS):
            if block > 0:
                layers.append(Transition(channels, channels // 2))
                channels //= 2
            for _ in range(LAYERS):
                layers.append(DenseLayer(channels, prm['dropout']))
                channels += GROWTH
        layers += [nn.BatchNorm2d(channels), nn.ReLU(inplace=True), nn.AdaptiveAvgPool2d(1), nn.Flatten()]
        self.features = nn.Sequential(*layers)
        self.fc = nn.Linear(channels, out_shape[0])

    def forward(self, x):
        return self.fc(self.features(x))

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
