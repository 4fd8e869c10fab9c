"""MobileNet v3 small: inverted residual blocks with squeeze-and-excitation and hard swish.

Howard et al.: Searching for MobileNetV3, ICCV 2019.
Hyper-parameters: lr, momentum, dropout. Below 128 pixels the first two halvings are left out.
"""
import torch
import torch.nn as nn

# Kernel, hidden channels, channels, squeeze-and-excitation, activation, stride.
BLOCKS = [
    (3, 16, 16, True, nn.ReLU, 2), (3, 72, 24, False, nn.ReLU, 2), (3, 88, 24, False, nn.ReLU, 1),
    (5, 96, 40, True, nn.Hardswish, 2), (5, 240, 40, True, nn.Hardswish, 1), (5, 240, 40, True, nn.Hardswish, 1),
    (5, 120, 48, True, nn.Hardswish, 1), (5, 144, 48, True, nn.Hardswish, 1),
    (5, 288, 96, True, nn.Hardswish, 2), (5, 576, 96, True, nn.Hardswish, 1), (5, 576, 96, True, nn.Hardswish, 1),
]


def supported_hyperparameters():
    return {'lr', 'momentum', 'dropout'}


def conv(in_channels, out_channels, kernel, stride=1, groups=1, activation=nn.Identity):
    return nn.Sequential(
        nn.Conv2d(in_channels, out_channels, kernel, stride, padding=kernel // 2, groups=groups, bias=False),
        nn.BatchNorm2d(out_channels, eps=0.001), activation())


class SqueezeExcitation(nn.Module):
    def __init__(self, channels):
        super().__init__()
        squeezed = max(8, channels // 4)
        self.gate = nn.Sequential(
            nn.AdaptiveAvgPool2d(1), nn.Conv2d(channels, squeezed, 1), nn.ReLU(),
            nn.Conv2d(squeezed, channels, 1), nn.Hardsigmoid())

    def forward(self, x):
        return x * self.gate(x)


class InvertedResidual(nn.Module):
    def __init__(self, in_channels, kernel, hidden, out_channels, has_gate, activation, stride):
        super().__init__()
        layers = [] if hidden == in_channels else [conv(in_channels, hidden, 1, activation=activation)]
        layers.append(conv(hidden, hidden, kernel, stride, groups=hidden, activation=activation))
        if has_gate:
            layers.append(SqueezeExcitation(hidden))
        layers.append(conv(hidden, out_channels, 1))
        self.layers = nn.Sequential(*layers)
        self.is_residual = stride == 1 and in_channels == out_channels

    def forward(self, x):
        return x + self.layers(x) if self.is_residual else self.layers(x)


class Net(nn.Module):
    def __init__(self, in_shape, out_shape, prm, device):
        super().__init__()
        self.device = device
        is_large = min(in_shape[2:]) >= 128
        layers = [conv(in_shape[1], 16, 3, stride=2 if is_large else 1, activation=nn.Hardswish)]
        channels = 16
        for index, (kernel, hidden, width, has_gate, activation, stride) in enumerate(BLOCKS):
            stride = 1 if index == 0 and not is_large else stride
            layers.append(InvertedResidual(channels, kernel, hidden, width, has_gate, activation, stride))
            channels = width
        layers.append(conv(channels, 576, 1, activation=nn.Hardswish))
        self.features = nn.Sequential(*layers)
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.classifier = nn.Sequential(
            nn.Linear(576, 1024), nn.Hardswish(), nn.Dropout(prm['dropout']), nn.Linear(1024, out_shape[0]))

    def forward(self, x):
        x = self.pool(self.features(x))
        return self.classifier(torch.flatten(x, 1))

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
