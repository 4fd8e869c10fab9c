"""Statements that are rare in networks but legal: try, with, while, walrus, stars, del, formats, global, chained comparison."""
import copy
import itertools
import operator
from functools import reduce

import torch
import torch.nn as nn

VERSION = tuple(int(part) for part in "1.13.1".split(".")[:2])
SETTINGS = {"width": 16, **({"groups": 4} if VERSION >= (1, 8) else {})}
calls = 0


class Stop(Exception):
    def __init__(self, reason, *, code=3):
        super().__init__(reason)
        self.code = code


class Meter:
    def __enter__(self):
        global calls
        calls += 1
        return self

    def __exit__(self, kind, value, trace):
        return kind is not None and issubclass(kind, Stop)


def widths(start, /, count=3, *rest, factor=2, **options):
    while (start := start * factor) < 1000 and count > 0:
        yield start
        count -= 1
    else:
        yield from rest


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        first, *middle, last = widths(8, 3, 48, factor=2)
        assert [first, *middle, last] == [16, 32, 64, 48], f"{first=} {middle!r} {last:>4d}"
        self.layers = nn.ModuleList()
        template = nn.Conv2d(first, first, 3, padding=1, groups=SETTINGS.get("groups", 1))
        for number, _ in enumerate(itertools.chain(middle, [last])):
            self.layers.append(copy.deepcopy(template))
            if not 0 <= number < 3:
                break
        try:
            self.missing
        except AttributeError as error:
            message = str(error).split("'")[1]
        finally:
            self.name = f"{message.lower():*^9}"
        with Meter() as meter:
            raise Stop("enough", code=len(self.layers))
        assert calls >= 1 and isinstance(meter, Meter) and self.name == "***net***"
        self.stem = nn.Conv2d(3, first, 3, 2, 1)
        self.total = reduce(operator.add, (layer.out_channels for layer in self.layers), 0)
        self.head = nn.Linear(self.total, 10)
        del template

    def forward(self, x, *args, **kwargs):
        x = self.stem(x)
        outs = []
        for layer in self.layers:
            outs[len(outs):] = [x := torch.relu(layer(x))]
        *_, h, w = x.shape
        assert h == w == 16 and not (args or kwargs)
        x = torch.cat(outs[::-1], dim=1)[..., ::2, 1:-1:2]
        return self.head(x.mean(dim=(2, 3)))
