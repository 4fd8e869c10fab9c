"""MobileNet v3 with the names of torchvision.models.mobilenetv3."""
from functools import partial

import torch
import torch.nn as nn

from torchvision.models._api import WeightsEnum, refuse_weights
from torchvision.models._utils import _make_divisible
from torchvision.ops.misc import Conv2dNormActivation, SqueezeExcitation

MobileNet_V3_Large_Weights = MobileNet_V3_Small_Weights = WeightsEnum

# Kernel, expanded channels, channels, squeeze-and-excitation, activation, stride, whether the tail may be reduced.
_LARGE = [
    (3, 16, 16, False, "RE", 1, 0), (3, 64, 24, False, "RE", 2, 0), (3, 72, 24, False, "RE", 1, 0),
    (5, 72, 40, True, "RE", 2, 0), (5, 120, 40, True, "RE", 1, 0), (5, 120, 40, True, "RE", 1, 0),
    (3, 240, 80, False, "HS", 2, 0), (3, 200, 80, False, "HS", 1, 0), (3, 184, 80, False, "HS", 1, 0),
    (3, 184, 80, False, "HS", 1, 0), (3, 480, 112, True, "HS", 1, 0), (3, 672, 112, True, "HS", 1, 0),
    (5, 672, 160, True, "HS", 2, 1), (5, 960, 160, True, "HS", 1, 2), (5, 960, 160, True, "HS", 1, 2),
]
_SMALL = [
    (3, 16, 16, True, "RE", 2, 0), (3, 72, 24, False, "RE", 2, 0), (3, 88, 24, False, "RE", 1, 0),
    (5, 96, 40, True, "HS", 2, 0), (5, 240, 40, True, "HS", 1, 0), (5, 240, 40, True, "HS", 1, 0),
    (5, 120, 48, True, "HS", 1, 0), (5, 144, 48, True, "HS", 1, 0),
    (5, 288, 96, True, "HS", 2, 1), (5, 576, 96, True, "HS", 1, 2), (5, 576, 96, True, "HS", 1, 2),
]


class InvertedResidualConfig:
    def __init__(
        self, input_channels, kernel, expanded_channels, out_channels, use_se, activation, stride, dilation, width_mult
    ):
        self.input_channels = self.adjust_channels(input_channels, width_mult)
        self.kernel = kernel
        self.expanded_channels = self.adjust_channels(expanded_channels, width_mult)
        self.out_channels = self.adjust_channels(out_channels, width_mult)
        self.use_se = use_se
        self.use_hs = activation == "HS"
        self.stride = stride
        self.dilation = dilation

    @staticmethod
    def adjust_channels(channels, width_mult):
        return _make_divisible(channels * width_mult, 8)


class InvertedResidual(nn.Module):
    def __init__(self, cnf, norm_layer, se_layer=partial(SqueezeExcitation, scale_activation=nn.Hardsigmoid)):
        super().__init__()
        if not (1 <= cnf.stride <= 2):
            raise ValueError("illegal stride value")
        self.use_res_connect = cnf.stride == 1 and cnf.input_channels == cnf.out_channels
        hidden = cnf.expanded_channels
        block = partial(
            Conv2dNormActivation, norm_layer=norm_layer, activation_layer=nn.Hardswish if cnf.use_hs else nn.ReLU
        )
        layers = []
        if hidden != cnf.input_channels:
            layers.append(block(cnf.input_channels, hidden, kernel_size=1))
        stride = 1 if cnf.dilation > 1 else cnf.stride
        layers.append(
            block(hidden, hidden, kernel_size=cnf.kernel, stride=stride, dilation=cnf.dilation, groups=hidden)
        )
        if cnf.use_se:
            layers.append(se_layer(hidden, _make_divisible(hidden // 4, 8)))
        layers.append(block(hidden, cnf.out_channels, kernel_size=1, activation_layer=None))
        self.block = nn.Sequential(*layers)
        self.out_channels = cnf.out_channels
        self._is_cn = cnf.stride > 1

    def forward(self, input):
        result = self.block(input)
        if self.use_res_connect:
            result += input
        return result


class MobileNetV3(nn.Module):
    def __init__(
        self,
        inverted_residual_setting,
        last_channel,
        num_classes=1000,
        block=None,
        norm_layer=None,
        dropout=0.2,
        **kwargs,
    ):
        super().__init__()
        if not inverted_residual_setting:
            raise ValueError("The inverted_residual_setting should not be empty")
        block = block or InvertedResidual
        norm_layer = norm_layer or partial(nn.BatchNorm2d, eps=0.001, momentum=0.01)
        ends = partial(Conv2dNormActivation, norm_layer=norm_layer, activation_layer=nn.Hardswish)
        last = inverted_residual_setting[-1].out_channels
        self.features = nn.Sequential(
            ends(3, inverted_residual_setting[0].input_channels, kernel_size=3, stride=2),
            *[block(cnf, norm_layer) for cnf in inverted_residual_setting],
            ends(last, 6 * last, kernel_size=1),
        )
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.classifier = nn.Sequential(
            nn.Linear(6 * last, last_channel), nn.Hardswish(inplace=True), nn.Dropout(p=dropout, inplace=True),
            nn.Linear(last_channel, num_classes),
        )
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out")
                if module.bias is not None:
                    nn.init.zeros_(module.bias)
            elif isinstance(module, nn.Linear):
                nn.init.normal_(module.weight, 0, 0.01)
                nn.init.zeros_(module.bias)

    def forward(self, x):
        return self.classifier(torch.flatten(self.avgpool(self.features(x)), 1))


def _settings(table, width_mult, reduced_tail, dilated):
    divider = 2 if reduced_tail else 1
    settings, channels = [], 16
    for kernel, hidden, width, use_se, activation, stride, tail in table:
        # In the tail the channels can be halved; its first block keeps the expansion that leads into it.
        width = width // divider if tail else width
        hidden = hidden // divider if tail == 2 else hidden
        dilation = 2 if dilated and tail else 1
        settings.append(
            InvertedResidualConfig(channels, kernel, hidden, width, use_se, activation, stride, dilation, width_mult)
        )
        channels = width
    return settings


def _builder(name, table, last_channel):
    def build(
        pretrained=False, progress=True, *, weights=None, width_mult=1.0, reduced_tail=False, dilated=False, **kwargs
    ):
        refuse_weights(name, weights, pretrained)
        last = InvertedResidualConfig.adjust_channels(last_channel // (2 if reduced_tail else 1), width_mult)
        return MobileNetV3(_settings(table, width_mult, reduced_tail, dilated), last, **kwargs)

    return build


mobilenet_v3_large = _builder("mobilenet_v3_large", _LARGE, 1280)
mobilenet_v3_small = _builder("mobilenet_v3_small", _SMALL, 1024)
