import torch
import torch.nn as nn
import torch.nn.functional as F


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.convs = nn.ModuleList(nn.Conv2d(3 + 8 * i, 8, 3, padding=1) for i in range(3))
        self.norms = nn.ModuleList(nn.InstanceNorm2d(8, affine=True) for _ in range(3))
        self.fc = nn.Linear(27 * 16, 10)

    def forward(self, x):
        x = F.avg_pool2d(x, 4)
        for conv, norm in zip(self.convs, self.norms):
            x = torch.cat((x, F.leaky_relu(norm(conv(x)), 0.1)), 1)
        x = F.max_pool2d(x, 3, stride=2, padding=1)
        return F.log_softmax(self.fc(torch.flatten(x, 1)), dim=1)
