"""Layers as arguments: functools.partial, default callables, a registry by name."""
from collections import OrderedDict
from functools import partial
from typing import Any, Callable, Dict, Optional, Type

import torch
from torch import Tensor, nn

ACTIVATIONS: Dict[str, Type[nn.Module]] = {"relu": nn.ReLU, "silu": nn.SiLU, "hswish": nn.Hardswish}


def conv_norm_act(
    cin: int,
    cout: int,
    *,
    kernel: int = 3,
    stride: int = 1,
    norm: Optional[Callable[..., nn.Module]] = None,
    act: Callable[[], nn.Module] = nn.ReLU,
    **conv_kwargs: Any,
) -> nn.Sequential:
    norm = norm or partial(nn.BatchNorm2d, momentum=0.05)
    conv_kwargs.setdefault("bias", False)
    return nn.Sequential(OrderedDict([
        ("conv", nn.Conv2d(cin, cout, kernel, stride, kernel // 2, **conv_kwargs)),
        ("norm", norm(cout)),
        ("act", act()),
    ]))


class Net(nn.Module):
    def __init__(self, widths=(24, 48, 96), act: str = "silu") -> None:
        super().__init__()
        activation = partial(ACTIVATIONS[act], inplace=True)
        block = partial(conv_norm_act, act=activation)
        group_norm = partial(nn.GroupNorm, 4, eps=1e-6)
        layers = OrderedDict(stem=block(3, widths[0], stride=2))
        for number, (cin, cout) in enumerate(zip(widths[:-1], widths[1:]), start=1):
            layers[f"down{number}"] = block(cin, cout, stride=2, norm=group_norm)
            layers[f"body{number}"] = block(cout, cout, groups=cout, kernel=5, bias=True)
        self.body = nn.Sequential(layers)
        self.pool, self.flat = nn.AdaptiveAvgPool2d(1), nn.Flatten(start_dim=1)
        self.fc = nn.Linear(in_features=widths[-1], out_features=10)

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.flat(self.pool(self.body(x)))
        return self.fc(out)
