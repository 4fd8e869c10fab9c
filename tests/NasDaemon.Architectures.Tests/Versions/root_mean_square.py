"""Root mean square norms; PyTorch 2.4."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.norm = nn.RMSNorm(32)
        self.plain = nn.RMSNorm((3, 32), eps=1e-5, elementwise_affine=False)
        self.weight = nn.Parameter(torch.ones(32))
        self.fc = nn.Linear(32, 10)

    def forward(self, x):
        x = self.plain(self.norm(x.mean(2)))
        return self.fc(F.rms_norm(x, (32,), self.weight, 1e-6).mean(1))


class Norm(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(32))

    def forward(self, x):
        return x / (x.pow(2).mean(-1, keepdim=True) + torch.finfo(x.dtype).eps).sqrt() * self.weight


class Reference(Net):
    def __init__(self):
        nn.Module.__init__(self)
        self.norm = Norm()
        self.weight = nn.Parameter(torch.ones(32))
        self.fc = nn.Linear(32, 10)

    def forward(self, x):
        x = self.norm(x.mean(2))
        x = x / (x.pow(2).mean((-1, -2), keepdim=True) + 1e-5).sqrt()
        return self.fc((x / (x.pow(2).mean(-1, keepdim=True) + 1e-6).sqrt() * self.weight).mean(1))
