"""nn.Module: registration, containers, shared modules, buffers, iteration over modules, errors of attribute assignment."""
import copy
from collections import OrderedDict
import torch
import torch.nn as nn
import torch.nn.functional as F


class Block(nn.Sequential):
    def __init__(self, channels):
        super().__init__(
            nn.Conv2d(channels, channels, 3, padding=1, bias=False),
            nn.BatchNorm2d(channels),
            nn.ReLU(inplace=True),
        )


class Scaled(nn.Module):
    def __init__(self, channels):
        super(Scaled, self).__init__()
        self.scale = nn.Parameter(torch.ones(1, channels, 1, 1))
        self.register_buffer("offset", torch.zeros(channels, 1, 1))
        self.register_buffer("hidden", torch.zeros(1), persistent=False)
        self.register_parameter("missing", None)

    def forward(self, x, twice=False):
        y = x * self.scale + self.offset
        return y * 2 if twice else y


class Net(nn.Module):
    def __init__(self, width=8):
        super().__init__()
        assert self.training
        self.stem = nn.Sequential(OrderedDict([("conv", nn.Conv2d(3, width, 3, 2, 1)), ("act", nn.GELU())]))
        self.blocks = nn.ModuleList([Block(width) for _ in range(2)])
        self.blocks.append(Block(width))
        self.heads = nn.ModuleDict({"a": Scaled(width), "b": nn.Identity()})
        self.again = self.blocks[0]
        self.copied = copy.deepcopy(self.blocks[1])
        self.add_module("pool", nn.AdaptiveAvgPool2d(1))
        self.fc = nn.Linear(width, 10)
        self.plain = [1, 2]
        assert len(self.blocks) == 3 and len(self.stem) == 2 and isinstance(self.stem[0], nn.Conv2d)
        assert isinstance(self.stem[-1], nn.GELU) and len(self.blocks[1:]) == 2 and len(self.stem[:1]) == 1
        assert [name for name, _ in self.stem.named_children()] == ["conv", "act"]
        assert list(self.heads.keys()) == ["a", "b"] and "a" in self.heads
        assert sum(1 for _ in self.modules()) == 26, sum(1 for _ in self.modules())
        assert sum(p.numel() for p in self.parameters()) == sum(p.numel() for _, p in self.named_parameters())
        assert [n for n, _ in self.heads.named_parameters()] == ["a.scale"]
        assert [n for n, _ in self.named_buffers()][-1].endswith("num_batches_tracked")
        for module in self.modules():
            if isinstance(module, (nn.Conv2d, nn.Linear)):
                nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")
                if module.bias is not None:
                    nn.init.zeros_(module.bias)
            elif isinstance(module, nn.modules.batchnorm._BatchNorm):
                nn.init.constant_(module.weight, 1)
        self.apply(lambda m: None)
        for wrong, text in [
            (lambda: setattr(self, "fc", 3), "cannot assign 'int' as child module 'fc' (torch.nn.Module or None expected)"),
            (lambda: self.missing_layer, "'Net' object has no attribute 'missing_layer'"),
            (lambda: nn.Sequential(3), "int is not a Module subclass"),
            (lambda: self.blocks[7], "index 7 is out of range"),
            (lambda: nn.Module()(1), 'Module [Module] is missing the required "forward" function'),
        ]:
            try:
                wrong()
            except Exception as error:
                assert str(error) == text, str(error)
            else:
                raise AssertionError(text)

    def forward(self, x):
        x = self.stem(x)
        for index, block in enumerate(self.blocks):
            x = block(x) + x if index % 2 == 0 else F.relu(block(x))
        x = self.heads["b"](self.heads["a"](x, twice=True))
        x = self.copied(self.again(x))
        batch, channels, *_ = x.shape
        assert x.dim() == 4 and channels == 8
        x = self.pool(x).view(batch, -1)
        return self.fc(x)
