"""Checkpointing saves memory while training and computes the same."""


def checkpoint(function, *args, use_reentrant=True, preserve_rng_state=True, **kwargs):
    return function(*args, **kwargs)


def checkpoint_sequential(functions, segments, input, use_reentrant=True, **kwargs):
    layers = functions.children() if hasattr(functions, "children") else functions
    for layer in layers:
        input = layer(input)
    return input
