"""PyTorch's own encoder layers over patches, with a class token and a 1-D convolution as tokenizer."""
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, *, width: int = 64, heads: int = 4, depth: int = 2, dropout: float = 0.1):
        super().__init__()
        self.tokens = nn.Sequential(
            nn.Unfold(kernel_size=4, stride=4),
            nn.Conv1d(48, width, kernel_size=3, padding=1),
            nn.BatchNorm1d(width),
            nn.ReLU(),
        )
        self.cls = nn.Parameter(torch.randn(1, 1, width))
        layer = nn.TransformerEncoderLayer(
            d_model=width, nhead=heads, dim_feedforward=2 * width, dropout=dropout, activation="gelu",
            batch_first=True, norm_first=True)
        self.encoder = nn.TransformerEncoder(layer, num_layers=depth, norm=nn.LayerNorm(width))
        self.head = nn.Sequential(nn.Linear(width, width), nn.Tanh(), nn.Linear(width, 10))

    def forward(self, x):
        tokens = self.tokens(x).transpose(1, 2)
        cls = self.cls.repeat(tokens.size(0), 1, 1)
        encoded = self.encoder(torch.cat((cls, tokens), dim=1))
        return self.head(encoded[:, 0])
