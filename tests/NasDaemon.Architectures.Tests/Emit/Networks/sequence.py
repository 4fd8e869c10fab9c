import torch
import torch.nn as nn
import torch.nn.functional as F


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv1d(3, 12, 5, stride=4, padding=2)
        self.gate = nn.Conv1d(3, 12, 5, stride=4, padding=2)
        self.drop = nn.Dropout(0.3)
        self.out = nn.Linear(12, 10)

    def forward(self, x):
        x = x.reshape(x.shape[0], 3, 1024)
        x = F.hardtanh(self.conv(x)) * torch.sigmoid(self.gate(x))
        best, _ = torch.max(F.avg_pool1d(x, 4), dim=2)
        return self.out(self.drop(best).pow(2).sub(0.5).abs().sqrt())
