"""Holds the library's own products against PyTorch's in double precision, on operands of every layout, and prints what differs.

Usage: compare_products.py LIBRARY SEED CASES   (double precision never goes through the library's own)
"""
import json
import random
import sys

import torch

torch.ops.load_library(sys.argv[1])
draw = random.Random(int(sys.argv[2]))


def size():
    return draw.choice([1, 1, 2, 3, 5, 8, 17])


def transposed(shape):
    shape = shape[:-2] + shape[:-3:-1]
    return torch.randn(shape).transpose(-1, -2) if len(shape) > 1 else torch.randn(shape)


def expanded(shape):
    narrow = list(shape)
    narrow[draw.randrange(len(shape))] = 1
    return torch.randn(narrow).expand(shape)


def cut_out(shape):
    offsets = [draw.randrange(3) for _ in shape]
    whole = torch.randn([length + offset for length, offset in zip(shape, offsets)])
    return whole[tuple(slice(offset, None) for offset in offsets)]


def every_second(shape):
    return torch.randn([2 * length for length in shape])[tuple(slice(None, None, 2) for _ in shape)]


def permuted(shape):
    order = list(range(len(shape)))
    draw.shuffle(order)
    return torch.randn([shape[order.index(place)] for place in range(len(shape))]).permute(order)


def one_number(shape):
    return torch.randn(()).expand(shape)


LAYOUTS = [torch.randn, transposed, expanded, cut_out, every_second, permuted, one_number]


def operand(shape):
    return draw.choice(LAYOUTS)(shape)


def linear():
    inputs, outputs = size(), size()
    operands = [operand([size() for _ in range(draw.randrange(4))] + [inputs]), operand([outputs, inputs])]
    return torch.nn.functional.linear, operands + [operand([outputs])] * draw.randrange(2)


def matmul():
    rows, inner, columns = size(), size(), size()
    batch = [size() for _ in range(draw.randrange(3))]
    return torch.matmul, [operand(batch + [rows, inner]), operand(batch + [inner, columns])]


def is_close(own, exact):
    return own.shape == exact.shape and (own - exact).abs().max().item() <= 1e-3 * (1 + exact.abs().max().item())


def differs():
    function, operands = draw.choice([linear, matmul])()
    before = [tensor.clone() for tensor in operands]
    own = [tensor.detach().requires_grad_(draw.random() < 0.7) for tensor in operands]
    exact = [tensor.detach().double().clone().requires_grad_(tensor.requires_grad) for tensor in own]
    result, expected = function(*own), function(*exact)
    pairs = [(result, expected)]
    if expected.requires_grad:
        gradient = operand(list(expected.shape)) if expected.dim() else torch.randn(())
        result.backward(gradient)
        expected.backward(gradient.double())
        pairs += [(mine.grad, theirs.grad) for mine, theirs in zip(own, exact) if theirs.requires_grad]
    with torch.inference_mode():
        pairs.append((function(*operands), expected))
    pairs += zip(operands, before)
    if all(is_close(mine, theirs) for mine, theirs in pairs):
        return None
    return f"{function.__name__} of {[(tuple(tensor.shape), tensor.stride()) for tensor in operands]}"


print(json.dumps([found for found in (differs() for _ in range(int(sys.argv[3]))) if found]))
