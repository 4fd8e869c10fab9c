"""What a module computes its weight from before every call, under PyTorch's names."""

from torch.nn import ModuleDict, ModuleList, Parameter


class ParametrizationList(ModuleList):
    def forward(self):
        if hasattr(self, "original"):
            value = self.original
        else:
            return self[0](self.original0, self.original1)
        for step in self:
            value = step(value)
        return value


def _compute_before_calls(module, name, rules, originals):
    if not hasattr(module, "parametrizations"):
        module.parametrizations = ModuleDict()
    steps = ParametrizationList(rules)
    if len(originals) == 1:
        steps.original = originals[0]
    else:
        for index, original in enumerate(originals):
            setattr(steps, "original{}".format(index), original)
    del module._parameters[name]
    module.parametrizations[name] = steps
    setattr(module, name, steps())

    def compute(module, inputs):
        setattr(module, name, steps())

    module.register_forward_pre_hook(compute)


def is_parametrized(module, tensor_name=None):
    found = getattr(module, "parametrizations", None)
    return found is not None and (tensor_name is None or tensor_name in found)


def register_parametrization(module, tensor_name, parametrization, *, unsafe=False):
    parametrization.train(module.training)
    if is_parametrized(module, tensor_name):
        steps = module.parametrizations[tensor_name]
        steps.append(parametrization)
        setattr(module, tensor_name, steps())
        return module
    if tensor_name not in module._parameters:
        raise ValueError(
            "Module '{}' does not have a parameter, a buffer, or a parametrized element with name '{}'".format(module, tensor_name))
    original = module._parameters[tensor_name]
    if hasattr(parametrization, "right_inverse"):
        original = Parameter(parametrization.right_inverse(original).detach())
    _compute_before_calls(module, tensor_name, [parametrization], (original,))
    return module
