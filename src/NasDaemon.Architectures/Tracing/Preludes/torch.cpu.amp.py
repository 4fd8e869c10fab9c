"""The older names of mixed precision."""

from torch.amp import GradScaler, autocast as _autocast, custom_bwd, custom_fwd


class autocast(_autocast):
    def __init__(self, enabled=True, dtype=None, cache_enabled=True):
        super().__init__("cpu", dtype, enabled, cache_enabled)
