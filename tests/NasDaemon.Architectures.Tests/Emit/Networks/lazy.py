import torch
import torch.nn as nn
import torch.nn.functional as F


class Net(nn.Module):
    """Lazy layers, pooling with indices and its inverse, and losses and similarities among the activations."""

    def __init__(self):
        super().__init__()
        self.first = nn.LazyConv2d(12, 3, padding=1)
        self.norm = nn.LazyBatchNorm2d()
        self.pool = nn.MaxPool2d(2, return_indices=True)
        self.unpool = nn.MaxUnpool2d(2)
        self.place = nn.Linear(12, 6)
        self.up = nn.ConvTranspose2d(12, 4, 3, stride=2, padding=1)
        self.head = nn.LazyLinear(10)
        self(torch.zeros(1, 3, 32, 32))

    def forward(self, x):
        x = torch.relu(self.norm(self.first(x)))
        y, indices = self.pool(x)
        back = self.unpool(y, indices)
        theta = self.place(y.mean((2, 3))).view(-1, 2, 3)
        seen = F.grid_sample(back, F.affine_grid(theta, back.size(), align_corners=False), align_corners=False)
        wide = self.up(y, output_size=(32, 32))
        spectrum = torch.fft.rfft2(seen, norm="ortho").abs().mean((2, 3))
        likeness = F.cosine_similarity(back.flatten(2), seen.flatten(2), dim=-1)
        apart = F.mse_loss(back, seen)
        return self.head(torch.cat([wide.mean((2, 3)), spectrum, likeness], dim=1)) + apart
