"""Parametrisations: what a module computes its weight from before every call, under PyTorch's names."""

from torch import randn
from torch.nn import ConvTranspose1d, ConvTranspose2d, ConvTranspose3d, Module, Parameter
from torch.nn.functional import normalize
from torch.nn.utils.parametrize import _compute_before_calls, register_parametrization
from torch.version import _require, _store


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


def _as_matrix(weight, dim):
    if dim != 0:
        weight = weight.permute(dim, *[axis for axis in range(weight.dim()) if axis != dim])
    return weight.reshape(weight.size(0), -1)


def _start(size, eps):
    return normalize(randn(size), dim=0, eps=eps)


def _iterate(matrix, v, count, eps):
    for _ in range(count):
        u = normalize(matrix.mv(v), dim=0, eps=eps)
        v = normalize(matrix.t().mv(u), dim=0, eps=eps)
    return u, v


class _SpectralNorm(Module):
    def __init__(self, weight, n_power_iterations=1, dim=0, eps=1e-12):
        super().__init__()
        ndim = weight.ndim
        if dim >= ndim or dim < -ndim:
            raise IndexError(
                "Dimension out of range (expected to be in range of [-{}, {}] but got {})".format(ndim, ndim - 1, dim))
        if n_power_iterations <= 0:
            raise ValueError("Expected n_power_iterations to be positive, but got n_power_iterations={}".format(n_power_iterations))
        self.dim = dim if dim >= 0 else dim + ndim
        self.eps = eps
        if ndim > 1:
            self.n_power_iterations = n_power_iterations
            matrix = _as_matrix(weight, self.dim)
            u, v = _iterate(matrix, _start(matrix.size(1), eps), 15, eps)
            self.register_buffer("_u", u)
            self.register_buffer("_v", v)

    def forward(self, weight):
        if weight.ndim == 1:
            return normalize(weight, dim=0, eps=self.eps)
        matrix = _as_matrix(weight, self.dim)
        u, v = self._u, self._v
        if self.training:
            rows, columns = _iterate(matrix.detach(), v, self.n_power_iterations, self.eps)
            u, v = _store(u, rows), _store(v, columns)
        return weight / u.dot(matrix.mv(v))


def spectral_norm(module, name="weight", n_power_iterations=1, eps=1e-12, dim=None):
    weight = getattr(module, name, None)
    if not isinstance(weight, Parameter):
        raise ValueError("Module '{}' has no parameter or buffer with name '{}'".format(module, name))
    if dim is None:
        dim = 1 if isinstance(module, (ConvTranspose1d, ConvTranspose2d, ConvTranspose3d)) else 0
    register_parametrization(module, name, _SpectralNorm(weight, n_power_iterations, dim, eps))
    return module


def weight_norm(module, name="weight", dim=0):
    _require("2.1")
    weight = getattr(module, name)
    rule = _WeightNorm(-1 if dim is None else dim)
    originals = Parameter(_norm_except(weight, rule.dim).data), Parameter(weight.data)
    _compute_before_calls(module, name, [rule], originals)
    return module
