"""A configuration as data classes, with defaults, a factory and what follows from them."""
from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import List, Optional

import torch
import torch.nn as nn


@dataclass
class StageConfig:
    width: int
    depth: int = 2
    stride: int = 2
    expansion: float = 2.0

    @property
    def hidden(self) -> int:
        return int(self.width * self.expansion)


@dataclass(frozen=True)
class ModelConfig:
    num_classes: int = 10
    stem_width: int = 16
    stages: List[StageConfig] = field(default_factory=lambda: [StageConfig(16, stride=1), StageConfig(32), StageConfig(64, depth=1)])
    dropout: Optional[float] = None
    norm_eps: float = 1e-5


class Mixer(nn.Module):
    def __init__(self, channels: int, config: StageConfig, stride: int, eps: float):
        super().__init__()
        self.spatial = nn.Conv2d(channels, channels, 3, stride, 1, groups=channels)
        self.norm = nn.BatchNorm2d(channels, eps=eps)
        self.expand = nn.Conv2d(channels, config.hidden, 1)
        self.act = nn.GELU()
        self.reduce = nn.Conv2d(config.hidden, config.width, 1)
        self.keep = stride == 1 and channels == config.width

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = self.reduce(self.act(self.expand(self.norm(self.spatial(x)))))
        return x + y if self.keep else y


class Net(nn.Module):
    def __init__(self, config: ModelConfig | None = None):
        super().__init__()
        config = config or replace(ModelConfig(), dropout=0.1)
        self.config = config
        self.stem = nn.Conv2d(3, config.stem_width, 3, padding=1)
        width = config.stem_width
        stages: List[nn.Module] = []
        for stage in config.stages:
            blocks: List[nn.Module] = []
            for index in range(stage.depth):
                blocks.append(Mixer(width, stage, stage.stride if index == 0 else 1, config.norm_eps))
                width = stage.width
            stages.append(nn.Sequential(*blocks))
        self.stages = nn.ModuleList(stages)
        self.drop = nn.Dropout(config.dropout) if config.dropout is not None else nn.Identity()
        self.head = nn.Linear(width, config.num_classes)

    def forward(self, x):
        x = self.stem(x)
        for stage in self.stages:
            x = stage(x)
        return self.head(self.drop(x.mean(dim=[-2, -1])))
