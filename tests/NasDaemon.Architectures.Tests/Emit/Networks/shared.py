import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Linear(3 * 32 * 32, 24)
        self.again = nn.Linear(24, 24, bias=False)
        self.alias = self.again
        self.scale = nn.Parameter(torch.ones(24))
        self.register_buffer("offset", torch.arange(24) / 24.0)
        self.norm = nn.BatchNorm1d(24, affine=False)
        self.last = nn.Linear(24, 10)

    def forward(self, x):
        x = torch.relu(self.first(x.view(x.size(0), -1)))
        for _ in range(2):
            x = self.norm(self.again(x)) * self.scale + self.offset
        x = 1 - self.alias(x).clamp(-1, 1) ** 2 / 2
        return self.last(x)
