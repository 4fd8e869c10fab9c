"""EfficientNet and EfficientNet v2 with the names of torchvision.models.efficientnet."""
import math
from functools import partial

import torch
import torch.nn as nn

from torchvision.models._api import WeightsEnum, refuse_weights
from torchvision.models._utils import _make_divisible
from torchvision.ops.misc import Conv2dNormActivation, SqueezeExcitation
from torchvision.ops.stochastic_depth import StochasticDepth

EfficientNet_B0_Weights = EfficientNet_B1_Weights = EfficientNet_B2_Weights = EfficientNet_B3_Weights = WeightsEnum
EfficientNet_B4_Weights = EfficientNet_B5_Weights = EfficientNet_B6_Weights = EfficientNet_B7_Weights = WeightsEnum
EfficientNet_V2_S_Weights = EfficientNet_V2_M_Weights = EfficientNet_V2_L_Weights = WeightsEnum

# Expansion, kernel, stride, channels in, channels out, layers.
_V1 = [
    (1, 3, 1, 32, 16, 1), (6, 3, 2, 16, 24, 2), (6, 5, 2, 24, 40, 2), (6, 3, 2, 40, 80, 3), (6, 5, 1, 80, 112, 3),
    (6, 5, 2, 112, 192, 4), (6, 3, 1, 192, 320, 1),
]
# The same; the first three stages are fused.
_V2_S = [
    (1, 3, 1, 24, 24, 2), (4, 3, 2, 24, 48, 4), (4, 3, 2, 48, 64, 4), (4, 3, 2, 64, 128, 6), (6, 3, 1, 128, 160, 9),
    (6, 3, 2, 160, 256, 15),
]
_V2_M = [
    (1, 3, 1, 24, 24, 3), (4, 3, 2, 24, 48, 5), (4, 3, 2, 48, 80, 5), (4, 3, 2, 80, 160, 7), (6, 3, 1, 160, 176, 14),
    (6, 3, 2, 176, 304, 18), (6, 3, 1, 304, 512, 5),
]
_V2_L = [
    (1, 3, 1, 32, 32, 4), (4, 3, 2, 32, 64, 7), (4, 3, 2, 64, 96, 7), (4, 3, 2, 96, 192, 10), (6, 3, 1, 192, 224, 19),
    (6, 3, 2, 224, 384, 25), (6, 3, 1, 384, 640, 7),
]


class _MBConvConfig:
    def __init__(self, expand_ratio, kernel, stride, input_channels, out_channels, num_layers, block):
        self.expand_ratio = expand_ratio
        self.kernel = kernel
        self.stride = stride
        self.input_channels = input_channels
        self.out_channels = out_channels
        self.num_layers = num_layers
        self.block = block

    @staticmethod
    def adjust_channels(channels, width_mult, min_value=None):
        return _make_divisible(channels * width_mult, 8, min_value)

    def repeated(self):
        return _MBConvConfig(
            self.expand_ratio, self.kernel, 1, self.out_channels, self.out_channels, self.num_layers, self.block
        )


class MBConvConfig(_MBConvConfig):
    def __init__(
        self,
        expand_ratio,
        kernel,
        stride,
        input_channels,
        out_channels,
        num_layers,
        width_mult=1.0,
        depth_mult=1.0,
        block=None,
    ):
        super().__init__(
            expand_ratio, kernel, stride, self.adjust_channels(input_channels, width_mult),
            self.adjust_channels(out_channels, width_mult), self.adjust_depth(num_layers, depth_mult), block or MBConv,
        )

    @staticmethod
    def adjust_depth(num_layers, depth_mult):
        return int(math.ceil(num_layers * depth_mult))


class FusedMBConvConfig(_MBConvConfig):
    def __init__(self, expand_ratio, kernel, stride, input_channels, out_channels, num_layers, block=None):
        super().__init__(expand_ratio, kernel, stride, input_channels, out_channels, num_layers, block or FusedMBConv)


class _Block(nn.Module):
    def __init__(self, cnf, stochastic_depth_prob, layers):
        super().__init__()
        if not (1 <= cnf.stride <= 2):
            raise ValueError("illegal stride value")
        self.use_res_connect = cnf.stride == 1 and cnf.input_channels == cnf.out_channels
        self.block = nn.Sequential(*layers)
        self.stochastic_depth = StochasticDepth(stochastic_depth_prob, "row")
        self.out_channels = cnf.out_channels

    def forward(self, input):
        result = self.block(input)
        if self.use_res_connect:
            result = self.stochastic_depth(result)
            result += input
        return result


class MBConv(_Block):
    def __init__(self, cnf, stochastic_depth_prob, norm_layer, se_layer=SqueezeExcitation):
        conv = partial(Conv2dNormActivation, norm_layer=norm_layer, activation_layer=nn.SiLU)
        hidden = cnf.adjust_channels(cnf.input_channels, cnf.expand_ratio)
        layers = [conv(cnf.input_channels, hidden, kernel_size=1)] if hidden != cnf.input_channels else []
        layers += [
            conv(hidden, hidden, kernel_size=cnf.kernel, stride=cnf.stride, groups=hidden),
            se_layer(hidden, max(1, cnf.input_channels // 4), activation=partial(nn.SiLU, inplace=True)),
            conv(hidden, cnf.out_channels, kernel_size=1, activation_layer=None),
        ]
        super().__init__(cnf, stochastic_depth_prob, layers)


class FusedMBConv(_Block):
    def __init__(self, cnf, stochastic_depth_prob, norm_layer):
        conv = partial(Conv2dNormActivation, norm_layer=norm_layer, activation_layer=nn.SiLU)
        hidden = cnf.adjust_channels(cnf.input_channels, cnf.expand_ratio)
        if hidden != cnf.input_channels:
            layers = [
                conv(cnf.input_channels, hidden, kernel_size=cnf.kernel, stride=cnf.stride),
                conv(hidden, cnf.out_channels, kernel_size=1, activation_layer=None),
            ]
        else:
            layers = [conv(cnf.input_channels, cnf.out_channels, kernel_size=cnf.kernel, stride=cnf.stride)]
        super().__init__(cnf, stochastic_depth_prob, layers)


class EfficientNet(nn.Module):
    def __init__(
        self,
        inverted_residual_setting,
        dropout,
        stochastic_depth_prob=0.2,
        num_classes=1000,
        norm_layer=None,
        last_channel=None,
        **kwargs,
    ):
        super().__init__()
        if not inverted_residual_setting:
            raise ValueError("The inverted_residual_setting should not be empty")
        norm_layer = norm_layer or nn.BatchNorm2d
        ends = partial(Conv2dNormActivation, norm_layer=norm_layer, activation_layer=nn.SiLU)
        layers = [ends(3, inverted_residual_setting[0].input_channels, kernel_size=3, stride=2)]
        total, done = sum(cnf.num_layers for cnf in inverted_residual_setting), 0
        for cnf in inverted_residual_setting:
            stage = []
            for index in range(cnf.num_layers):
                drop = stochastic_depth_prob * float(done) / total
                stage.append(cnf.block(cnf if index == 0 else cnf.repeated(), drop, norm_layer))
                done += 1
            layers.append(nn.Sequential(*stage))
        channels = inverted_residual_setting[-1].out_channels
        last = last_channel if last_channel is not None else 4 * channels
        layers.append(ends(channels, last, kernel_size=1))
        self.features = nn.Sequential(*layers)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.classifier = nn.Sequential(nn.Dropout(p=dropout, inplace=True), nn.Linear(last, num_classes))
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out")
                if module.bias is not None:
                    nn.init.zeros_(module.bias)
            elif isinstance(module, nn.Linear):
                bound = 1.0 / math.sqrt(module.out_features)
                nn.init.uniform_(module.weight, -bound, bound)
                nn.init.zeros_(module.bias)

    def forward(self, x):
        return self.classifier(torch.flatten(self.avgpool(self.features(x)), 1))


def _first(name, width_mult, depth_mult, dropout, norm_layer=None):
    def build(pretrained=False, progress=True, *, weights=None, **kwargs):
        refuse_weights(name, weights, pretrained)
        settings = [MBConvConfig(*row, width_mult=width_mult, depth_mult=depth_mult) for row in _V1]
        kwargs.setdefault("norm_layer", norm_layer)
        return EfficientNet(settings, kwargs.pop("dropout", dropout), **kwargs)

    return build


def _second(name, table, dropout):
    def build(pretrained=False, progress=True, *, weights=None, **kwargs):
        refuse_weights(name, weights, pretrained)
        settings = [FusedMBConvConfig(*row) for row in table[:3]] + [MBConvConfig(*row) for row in table[3:]]
        kwargs.setdefault("norm_layer", partial(nn.BatchNorm2d, eps=1e-03))
        return EfficientNet(settings, kwargs.pop("dropout", dropout), last_channel=1280, **kwargs)

    return build


_slow_norm = partial(nn.BatchNorm2d, eps=0.001, momentum=0.01)
efficientnet_b0 = _first("efficientnet_b0", 1.0, 1.0, 0.2)
efficientnet_b1 = _first("efficientnet_b1", 1.0, 1.1, 0.2)
efficientnet_b2 = _first("efficientnet_b2", 1.1, 1.2, 0.3)
efficientnet_b3 = _first("efficientnet_b3", 1.2, 1.4, 0.3)
efficientnet_b4 = _first("efficientnet_b4", 1.4, 1.8, 0.4)
efficientnet_b5 = _first("efficientnet_b5", 1.6, 2.2, 0.4, _slow_norm)
efficientnet_b6 = _first("efficientnet_b6", 1.8, 2.6, 0.5, _slow_norm)
efficientnet_b7 = _first("efficientnet_b7", 2.0, 3.1, 0.5, _slow_norm)
efficientnet_v2_s = _second("efficientnet_v2_s", _V2_S, 0.2)
efficientnet_v2_m = _second("efficientnet_v2_m", _V2_M, 0.3)
efficientnet_v2_l = _second("efficientnet_v2_l", _V2_L, 0.4)
