"""What torch has beside its operators, under PyTorch's names."""

import torch

_FLOATS = {
    torch.float16: (16, 0.0009765625, 65504.0, 6.103515625e-05, 0.001),
    torch.bfloat16: (16, 0.0078125, 3.3895313892515355e+38, 1.1754943508222875e-38, 0.01),
    torch.float32: (32, 1.1920928955078125e-07, 3.4028234663852886e+38, 1.1754943508222875e-38, 1e-06),
    torch.float64: (64, 2.220446049250313e-16, 1.7976931348623157e+308, 2.2250738585072014e-308, 1e-15),
}
_INTEGERS = {torch.uint8: (8, 0), torch.int8: (8, 1), torch.int16: (16, 1), torch.int32: (32, 1), torch.int64: (64, 1)}


class finfo:
    def __init__(self, type=torch.float32):
        if type not in _FLOATS:
            raise TypeError("torch.finfo() requires a floating point input type. Use torch.iinfo to handle '{}'".format(
                str(type).split(".")[-1]))
        self.bits, self.eps, self.max, self.tiny, self.resolution = _FLOATS[type]
        self.min, self.smallest_normal, self.dtype = -self.max, self.tiny, str(type).split(".")[-1]


class iinfo:
    def __init__(self, type):
        if type not in _INTEGERS:
            raise TypeError("torch.iinfo() requires an integer input type. Use torch.finfo to handle '{}'".format(
                str(type).split(".")[-1]))
        self.bits, signed = _INTEGERS[type]
        self.min = -(2 ** (self.bits - 1)) if signed else 0
        self.max = 2 ** (self.bits - signed) - 1
        self.dtype = str(type).split(".")[-1]


def get_default_dtype():
    return torch.float32


def is_grad_enabled():
    return True


def batch_norm(input, weight, bias, running_mean, running_var, training, momentum, eps, cudnn_enabled):
    return torch.nn.functional.batch_norm(input, running_mean, running_var, weight, bias, training, momentum, eps)


def instance_norm(input, weight, bias, running_mean, running_var, use_input_stats, momentum, eps, cudnn_enabled):
    return torch.nn.functional.instance_norm(input, running_mean, running_var, weight, bias, use_input_stats, momentum, eps)


def embedding(weight, indices, padding_idx=-1, scale_grad_by_freq=False, sparse=False):
    return torch.nn.functional.embedding(indices, weight, None if padding_idx < 0 else padding_idx)


def diff(input, n=1, dim=-1, prepend=None, append=None):
    parts = [part for part in (prepend, input, append) if part is not None]
    value = torch.cat(parts, dim) if len(parts) > 1 else input
    for _ in range(n):
        length = value.size(dim)
        value = value.narrow(dim, 1, length - 1) - value.narrow(dim, 0, length - 1)
    return value


def _typed(type, data):
    if len(data) == 1 and not isinstance(data[0], int):
        return torch.tensor(data[0], dtype=type)
    return torch.empty(*data, dtype=type)


def BoolTensor(*data):
    return _typed(torch.bool, data)


def ByteTensor(*data):
    return _typed(torch.uint8, data)


def DoubleTensor(*data):
    return _typed(torch.float64, data)


def IntTensor(*data):
    return _typed(torch.int32, data)


def LongTensor(*data):
    return _typed(torch.int64, data)
