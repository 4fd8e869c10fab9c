import torch
import torch.nn as nn
import torch.nn.functional as F


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.down1 = nn.Conv2d(3, 8, 3, 2, 1)
        self.down2 = nn.Conv2d(8, 16, 3, 2, 1)
        self.up = nn.ConvTranspose2d(16, 8, 2, 2)
        self.act = nn.PReLU(8)
        self.merge = nn.Conv2d(16, 12, 3, padding=1, padding_mode="reflect")
        self.shuffle = nn.PixelShuffle(2)
        self.fc = nn.Linear(3, 10)

    def forward(self, x):
        d1 = torch.tanh(self.down1(x))
        d2 = F.elu(self.down2(d1))
        u = self.act(self.up(d2))
        x = self.shuffle(self.merge(torch.cat([u, d1], dim=1)))
        x = F.interpolate(x, scale_factor=0.5, mode="bilinear", align_corners=False)
        return self.fc(x.amax(dim=(2, 3)))
