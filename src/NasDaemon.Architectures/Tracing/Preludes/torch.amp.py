"""Mixed precision is the training engine's choice: asked for in a source, it changes nothing that a trace sees."""


class autocast:
    def __init__(self, device_type="cuda", dtype=None, enabled=True, cache_enabled=None):
        self.device, self.fast_dtype, self._enabled = device_type, dtype, enabled

    def __enter__(self):
        return self

    def __exit__(self, *details):
        return False

    def __call__(self, function):
        return function


class GradScaler:
    def __init__(self, device="cuda", *args, **kwargs):
        self.device = device

    def scale(self, outputs):
        return outputs

    def step(self, optimizer, *args, **kwargs):
        return optimizer.step(*args, **kwargs)

    def update(self, new_scale=None):
        return None

    def unscale_(self, optimizer):
        return None


def _unchanged(function=None, *, device_type=None, cast_inputs=None):
    return _unchanged if function is None else function


custom_fwd = custom_bwd = _unchanged


def is_autocast_available(device_type):
    return True
