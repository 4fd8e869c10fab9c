"""Branches of several resolutions that exchange features, as HRNet does: nested module lists with gaps."""
import torch
import torch.nn as nn
import torch.nn.functional as F

BN_MOMENTUM = 0.1


def conv_bn(i, o, k=3, s=1, relu=True):
    mods = [nn.Conv2d(i, o, k, s, k // 2, bias=False), nn.BatchNorm2d(o, momentum=BN_MOMENTUM)]
    return nn.Sequential(*(mods + [nn.ReLU(inplace=False)] * relu))


class Exchange(nn.Module):
    def __init__(self, widths):
        super().__init__()
        self.n = n = len(widths)
        self.branches = nn.ModuleList([conv_bn(w, w) for w in widths])
        self.fuse_layers = nn.ModuleList()
        for i in range(n):
            row = []
            for j in range(n):
                if j > i:
                    row.append(nn.Sequential(conv_bn(widths[j], widths[i], 1, relu=False), nn.Upsample(scale_factor=2 ** (j - i), mode='nearest')))
                elif j == i:
                    row.append(None)
                else:
                    steps = [conv_bn(widths[j], widths[j] if k < i - j - 1 else widths[i], s=2, relu=k < i - j - 1) for k in range(i - j)]
                    row.append(nn.Sequential(*steps))
            self.fuse_layers.append(nn.ModuleList(row))

    def forward(self, xs):
        xs = [branch(x) for branch, x in zip(self.branches, xs)]
        fused = []
        for i, row in enumerate(self.fuse_layers):
            y = 0
            for j in range(self.n):
                y = y + (xs[j] if i == j else row[j](xs[j]))
            fused.append(F.relu(y))
        return tuple(fused)


class Net(nn.Module):
    def __init__(self, widths=(8, 16, 32)):
        super().__init__()
        self.stem = conv_bn(3, widths[0])
        self.down = nn.ModuleList([conv_bn(a, b, s=2) for a, b in zip(widths, widths[1:])])
        self.stages = nn.ModuleList([Exchange(widths) for _ in range(2)])
        self.classifier = nn.Linear(sum(widths), 10)

    def forward(self, x):
        xs = [self.stem(x)]
        for layer in self.down:
            xs.append(layer(xs[-1]))
        for stage in self.stages:
            xs = stage(xs)
        return self.classifier(torch.cat([x.mean((2, 3)) for x in xs], dim=-1))
