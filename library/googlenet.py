"""GoogLeNet: Inception modules, four branches of different kernel sizes side by side (no auxiliary classifiers).

Szegedy et al.: Going Deeper with Convolutions, CVPR 2015; batch normalisation as Ioffe, Szegedy 2015.
Hyper-parameters: lr, momentum, dropout. Below 128 pixels the stem is one 3x3 convolution that keeps the size.
"""
import torch
import torch.nn as nn

# Channels of the branches: 1x1; 1x1, 3x3; 1x1, 5x5; behind the pooling. 'M' halves the image.
MODULES = [
    (64, 96, 128, 16, 32, 32), (128, 128, 192, 32, 96, 64), 'M',
    (192, 96, 208, 16, 48, 64), (160, 112, 224, 24, 64, 64), (128, 128, 256, 24, 64, 64),
    (112, 144, 288, 32, 64, 64), (256, 160, 320, 32, 128, 128), 'M',
    (256, 160, 320, 32, 128, 128), (384, 192, 384, 48, 128, 128),
]


def supported_hyperparameters():
    return {'lr', 'momentum', 'dropout'}


def conv(in_channels, out_channels, kernel, stride=1):
    return nn.Sequential(
        nn.Conv2d(in_channels, out_channels, kernel, stride, padding=kernel // 2, bias=False),
        nn.BatchNorm2d(out_channels), nn.ReLU(inplace=True))


class Inception(nn.Module):
    def __init__(self, channels, one, three_in, three, five_in, five, pooled):
        super().__init__()
        self.branches = nn.ModuleList([
            conv(channels, one, 1),
            nn.Sequential(conv(channels, three_in, 1), conv(three_in, three, 3)),
            nn.Sequential(conv(channels, five_in, 1), conv(five_in, five, 5)),
            nn.Sequential(nn.MaxPool2d(3, 1, padding=1), conv(channels, pooled, 1)),
        ])

    def forward(self, x):
        return torch.cat([branch(x) for branch in self.branches], dim=1)


class Net(nn.Module):
    def __init__(self, in_shape, out_shape, prm, device):
        super().__init__()
        self.device = device
        if min(in_shape[2:]) >= 128:
            layers = [conv(in_shape[1], 64, 7, 2), nn.MaxPool2d(3, 2, padding=1),
                      conv(64, 64, 1), conv(64, 192, 3), nn.MaxPool2d(3, 2, padding=1)]
        else:
            layers = [conv(in_shape[1], 192, 3)]
        channels = 192
        for module in MODULES:
            if module == 'M':
                layers.append(nn.MaxPool2d(3, 2, padding=1))
            else:
                layers.append(Inception(channels, *module))
                channels = module[0] + module[2] + module[4] + module[5]
        self.features = nn.Sequential(*layers)
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.dropout = nn.Dropout(prm['dropout'])
        self.fc = nn.Linear(channels, out_shape[0])

    def forward(self, x):
        x = torch.flatten(self.pool(self.features(x)), 1)
        return self.fc(self.dropout(x))

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
