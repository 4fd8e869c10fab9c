"""More than one output while training: the last one counts; Optional, Union, assertions on types."""
from typing import Optional, Tuple, Union

import torch
from torch import Tensor, nn


class AuxHead(nn.Module):
    def __init__(self, channels: int, classes: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(channels, 32, 1)
        self.fc1: nn.Linear = nn.Linear(32 * 4, 64)
        self.fc2 = nn.Linear(64, classes)

    def forward(self, x: Tensor) -> Tensor:
        x = torch.relu(self.conv(nn.functional.adaptive_avg_pool2d(x, (2, 2))))
        return self.fc2(nn.functional.dropout(torch.relu(self.fc1(x.flatten(1))), 0.5, training=self.training))


class Net(nn.Module):
    __constants__ = ["aux_weight"]

    def __init__(self, classes: int = 10, aux_weight: Optional[float] = 0.3) -> None:
        super().__init__()
        self.aux_weight = aux_weight
        self.low = nn.Sequential(nn.Conv2d(3, 24, 3, 2, 1), nn.CELU())
        self.high = nn.Sequential(nn.Conv2d(24, 48, 3, 2, 1), nn.Mish())
        self.aux: Optional[AuxHead] = AuxHead(24, classes) if aux_weight else None
        self.fc = nn.Linear(48, classes)

    def features(self, x: Tensor) -> Tuple[Tensor, Optional[Tensor]]:
        low = self.low(x)
        aux = self.aux(low) if self.aux is not None else None
        return self.high(low), aux

    def forward(self, x: Tensor, return_all: bool = False) -> Union[Tensor, Tuple[Tensor, Tensor]]:
        high, aux = self.features(x)
        main = self.fc(high.mean((-2, -1)))
        if return_all:
            return main, aux
        assert isinstance(aux, Tensor)
        return main + self.aux_weight * aux if self.aux_weight is not None else main
