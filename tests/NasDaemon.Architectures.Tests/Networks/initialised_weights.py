"""Weight initialisation as people write it: loops over modules, apply, data, no_grad, named_parameters."""
import math

import torch
import torch.nn as nn
from torch.nn import init


def init_linear(module):
    if type(module) is nn.Linear:
        init.xavier_uniform_(module.weight, gain=init.calculate_gain("relu"))
        module.bias.data.fill_(0.01)


class Net(nn.Module):
    def __init__(self, num_classes: int = 10) -> None:
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 32, kernel_size=3, stride=1, padding=1), nn.BatchNorm2d(32), nn.LeakyReLU(0.1, True),
            nn.MaxPool2d(2),
            nn.Conv2d(32, 64, kernel_size=3, stride=1, padding=1, bias=False), nn.InstanceNorm2d(64, affine=True), nn.ELU(),
            nn.MaxPool2d(2),
        )
        self.classifier = nn.Sequential(nn.Linear(64 * 8 * 8, 64), nn.ReLU(), nn.Linear(64, num_classes))
        self.scale = nn.Parameter(torch.empty(num_classes))
        self.classifier.apply(init_linear)
        self._initialise()

    def _initialise(self):
        for name, m in self.named_modules():
            if isinstance(m, nn.Conv2d):
                n = m.kernel_size[0] * m.kernel_size[1] * m.out_channels
                m.weight.data.normal_(0, math.sqrt(2.0 / n))
                if m.bias is not None:
                    m.bias.data.zero_()
            elif isinstance(m, (nn.BatchNorm2d, nn.InstanceNorm2d)):
                init.ones_(m.weight)
                init.zeros_(m.bias)
        with torch.no_grad():
            self.scale.uniform_(0.5, 1.5)
            self.classifier[-1].weight.mul_(0.5)
        for name, parameter in self.named_parameters():
            if name.endswith("scale"):
                parameter.requires_grad = True
            assert parameter.requires_grad, name

    def forward(self, x):
        x = self.features(x)
        x = x.view(x.size(0), -1)
        return self.classifier(x) * self.scale
