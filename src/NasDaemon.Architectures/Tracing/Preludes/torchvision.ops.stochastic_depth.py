"""Stochastic depth of torchvision.ops: a branch is dropped for some samples, or for a whole batch, while training."""
import torch
import torch.nn as nn
import torch.nn.functional as F


def stochastic_depth(input, p, mode, training=True):
    if p < 0.0 or p > 1.0:
        raise ValueError(f"drop probability has to be between 0 and 1, but got {p}")
    if mode not in ["batch", "row"]:
        raise ValueError(f"mode has to be either 'batch' or 'row', but got {mode}")
    if p == 0.0:
        return input
    # Dropout on ones is what torchvision computes, and is the identity in evaluation.
    size = [input.shape[0] if mode == "row" else 1] + [1] * (input.ndim - 1)
    return input * F.dropout(torch.ones(size, dtype=input.dtype, device=input.device), p, training)


class StochasticDepth(nn.Module):
    def __init__(self, p, mode):
        super().__init__()
        self.p = p
        self.mode = mode

    def forward(self, input):
        return stochastic_depth(input, self.p, self.mode, self.training)
