"""ConvNeXt (a small one): depthwise 7x7 convolutions, layer norm, GELU, layer scale, stochastic depth.

Liu, Mao, Wu, Feichtenhofer, Darrell, Xie: A ConvNet for the 2020s, CVPR 2022.
Hyper-parameters: lr, dropout (the highest rate of stochastic depth). Below 128 pixels patches are 2x2 in place of 4x4.
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

DEPTHS, WIDTHS = (2, 2, 6, 2), (48, 96, 192, 384)


def supported_hyperparameters():
    return {'lr', 'dropout'}


class LayerNorm2d(nn.LayerNorm):
    def forward(self, x):
        x = super().forward(x.permute(0, 2, 3, 1))
        return x.permute(0, 3, 1, 2)


class Block(nn.Module):
    def __init__(self, width, drop):
        super().__init__()
        self.drop = drop
        self.depthwise = nn.Conv2d(width, width, 7, padding=3, groups=width)
        self.norm = nn.LayerNorm(width, eps=1e-6)
        self.expand = nn.Linear(width, 4 * width)
        self.project = nn.Linear(4 * width, width)
        self.scale = nn.Parameter(1e-6 * torch.ones(width))

    def forward(self, x):
        out = self.norm(self.depthwise(x).permute(0, 2, 3, 1))
        out = self.scale * self.project(F.gelu(self.expand(out)))
        kept = F.dropout(torch.ones(x.size(0), 1, 1, 1, device=x.device), self.drop, self.training)
        return x + kept * out.permute(0, 3, 1, 2)


class Net(nn.Module):
    def __init__(self, in_shape, out_shape, prm, device):
        super().__init__()
        self.device = device
        patch = 4 if min(in_shape[2:]) >= 128 else 2
        rates = torch.linspace(0, prm['dropout'], sum(DEPTHS)).tolist()
        layers, channels = [nn.Conv2d(in_shape[1], WIDTHS[0], patch, stride=patch), LayerNorm2d(WIDTHS[0])], WIDTHS[0]
        for depth, width in zip(DEPTHS, WIDTHS):
            if width != channels:
                layers += [LayerNorm2d(channels), nn.Conv2d(channels, width, 2, stride=2)]
                channels = width
            layers += [Block(width, rates.pop(0)) for _ in range(depth)]
        self.features = nn.Sequential(*layers)
        self.norm = nn.LayerNorm(channels)
        self.fc = nn.Linear(channels, out_shape[0])

    def forward(self, x):
        x = self.features(x).mean(dim=(2, 3))
        return self.fc(self.norm(x))

    def train_setup(self, prm):
        self.to(self.device)
        self.criteria = nn.CrossEntropyLoss(label_smoothing=0.1).to(self.device)
        self.optimizer = torch.optim.AdamW(self.parameters(), lr=prm['lr'], weight_decay=0.05)

    def learn(self, train_data):
        self.train()
        for inputs, labels in train_data:
            inputs, labels = inputs.to(self.device), labels.to(self.device)
            self.optimizer.zero_grad()
            loss = self.criteria(self(inputs), labels)
            loss.backward()
            nn.utils.clip_grad_norm_(self.parameters(), 3)
            self.optimizer.step()
