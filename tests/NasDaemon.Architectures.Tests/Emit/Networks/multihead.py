import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(3, 16, 4, 4)
        self.attention = nn.MultiheadAttention(16, 4, dropout=0.1, batch_first=True)
        self.norm = nn.LayerNorm([64, 16])
        self.fc = nn.Linear(16, 10)

    def forward(self, x):
        x = self.stem(x)
        b, c, h, w = x.size()
        x = x.view(b, c, h * w).permute(0, 2, 1)
        mixed, _ = self.attention(x, x, x)
        return self.fc(self.norm(x + mixed).mean(dim=1))
