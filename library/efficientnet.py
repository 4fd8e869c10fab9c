"""EfficientNet-B0: inverted residual blocks with squeeze-and-excitation, SiLU and stochastic depth.

Tan, Le: EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks, ICML 2019.
Hyper-parameters: lr, momentum, dropout. Below 128 pixels the first two halvings are left out.
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

# Expansion, kernel, stride, channels, blocks.
STAGES = [(1, 3, 1, 16, 1), (6, 3, 2, 24, 2), (6, 5, 2, 40, 2), (6, 3, 2, 80, 3),
          (6, 5, 1, 112, 3), (6, 5, 2, 192, 4), (6, 3, 1, 320, 1)]
DROP_PATH = 0.2


def supported_hyperparameters():
    return {'lr', 'momentum', 'dropout'}


def conv(in_channels, out_channels, kernel, stride=1, groups=1, activation=nn.SiLU):
    return nn.Sequential(
        nn.Conv2d(in_channels, out_channels, kernel, stride, padding=kernel // 2, groups=groups, bias=False),
        nn.BatchNorm2d(out_channels), activation())


class SqueezeExcitation(nn.Module):
    def __init__(self, channels, squeezed):
        super().__init__()
        self.fc1 = nn.Conv2d(channels, squeezed, 1)
        self.fc2 = nn.Conv2d(squeezed, channels, 1)

    def forward(self, x):
        scale = F.silu(self.fc1(F.adaptive_avg_pool2d(x, 1)))
        return x * torch.sigmoid(self.fc2(scale))


class MBConv(nn.Module):
    def __init__(self, in_channels, out_channels, kernel, stride, expansion, drop):
        super().__init__()
        hidden = in_channels * expansion
        layers = [] if expansion == 1 else [conv(in_channels, hidden, 1)]
        layers += [conv(hidden, hidden, kernel, stride, groups=hidden), SqueezeExcitation(hidden, in_channels // 4),
                   conv(hidden, out_channels, 1, activation=nn.Identity)]
        self.layers = nn.Sequential(*layers)
        self.is_residual = stride == 1 and in_channels == out_channels
        self.drop = drop

    def forward(self, x):
        out = self.layers(x)
        if not self.is_residual:
            return out
        # Stochastic depth: while training, the branch of a whole sample is dropped now and then.
        kept = F.dropout(torch.ones(x.size(0), 1, 1, 1, device=x.device), self.drop, self.training)
        return x + out * kept


class Net(nn.Module):
    def __init__(self, in_shape, out_shape, prm, device):
        super().__init__()
        self.device = device
        is_large = min(in_shape[2:]) >= 128
        layers, channels = [conv(in_shape[1], 32, 3, stride=2 if is_large else 1)], 32
        total, count = sum(stage[-1] for stage in STAGES), 0
        for index, (expansion, kernel, stride, width, blocks) in enumerate(STAGES):
            for block in range(blocks):
                step = stride if block == 0 and (is_large or index != 1) else 1
                layers.append(MBConv(channels, width, kernel, step, expansion, DROP_PATH * count / total))
                channels, count = width, count + 1
        self.features = nn.Sequential(*layers, conv(channels, 1280, 1))
        self.classifier = nn.Sequential(
            nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Dropout(prm['dropout']), nn.Linear(1280, out_shape[0]))

    def forward(self, x):
        return self.classifier(self.features(x))

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
