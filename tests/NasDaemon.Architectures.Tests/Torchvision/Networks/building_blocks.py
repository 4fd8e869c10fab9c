"""torchvision's building blocks under every name that they can be imported by."""
from functools import partial

import torch
import torch.nn as nn
import torchvision
from torchvision.models._utils import _make_divisible
from torchvision.ops import Conv2dNormActivation, FrozenBatchNorm2d, MLP, Permute, stochastic_depth
from torchvision.ops.misc import ConvNormActivation, SqueezeExcitation as SElayer
from torchvision.ops.stochastic_depth import StochasticDepth


class Block(nn.Module):
    def __init__(self, channels, expand=2.5, drop=0.3):
        super().__init__()
        hidden = _make_divisible(channels * expand, 8)
        self.block = nn.Sequential(
            Conv2dNormActivation(channels, hidden, kernel_size=1, activation_layer=nn.Hardswish),
            Conv2dNormActivation(hidden, hidden, kernel_size=(3, 5), groups=hidden, norm_layer=partial(nn.GroupNorm, 4)),
            SElayer(hidden, hidden // 4, scale_activation=nn.Hardsigmoid),
            Conv2dNormActivation(hidden, channels, 1, activation_layer=None, dilation=1),
        )
        self.stochastic_depth = StochasticDepth(drop, "row")

    def forward(self, x):
        return x + self.stochastic_depth(self.block(x))


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = torchvision.ops.Conv2dNormActivation(3, 16, stride=2, bias=True, inplace=None, activation_layer=nn.SiLU)
        self.blocks = nn.Sequential(Block(16), Block(16, drop=0.0))
        self.down = Conv2dNormActivation(16, 24, 2, 2, padding=0, norm_layer=None)
        self.frozen = FrozenBatchNorm2d(24)
        self.dilated = ConvNormActivation(24, 24, 3, dilation=2, conv_layer=nn.Conv2d)
        self.permute = Permute([0, 2, 3, 1])
        self.mlp = MLP(24, [48, 24], norm_layer=nn.LayerNorm, activation_layer=nn.GELU, inplace=None, dropout=0.1)
        self.head = MLP(in_channels=24, hidden_channels=[32, 10])

    def forward(self, x):
        x = self.frozen(self.down(self.blocks(self.stem(x))))
        x = self.permute(self.dilated(x))
        x = x + stochastic_depth(self.mlp(x), 0.1, "batch", self.training)
        return self.head(x.mean((1, 2)))
