"""Parametrisations: what a module computes its weight from before every call, under PyTorch's names."""

from torch.nn import Module, ModuleDict, ModuleList, Parameter
from torch.version import _require


def _norm_except(weight, dim):
    if dim == -1:
        return weight.norm(2)
    axes = [axis for axis in range(weight.dim()) if axis != dim]
    return weight.norm(2, axes, True) if axes else weight.abs()


def _weight_of(direction, length, dim):
    return direction * (length / _norm_except(direction, dim))


class _WeightNorm(Module):
    def __init__(self, dim):
        super().__init__()
        self.dim = dim

    def forward(self, length, direction):
        return _weight_of(direction, length, self.dim)


class ParametrizationList(ModuleList):
    def forward(self):
        return self[0](self.original0, self.original1)


def weight_norm(module, name="weight", dim=0):
    _require("2.1")
    weight = getattr(module, name)
    rule = _WeightNorm(-1 if dim is None else dim)
    if not hasattr(module, "parametrizations"):
        module.parametrizations = ModuleDict()
    steps = ParametrizationList([rule])
    steps.original0 = Parameter(_norm_except(weight, rule.dim).data)
    steps.original1 = Parameter(weight.data)
    del module._parameters[name]
    module.parametrizations[name] = steps
    setattr(module, name, steps())

    def compute(module, inputs):
        setattr(module, name, steps())

    module.register_forward_pre_hook(compute)
    return module
