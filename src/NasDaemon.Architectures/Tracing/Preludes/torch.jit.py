"""What sources that can also be scripted use of torch.jit: nothing is ever scripted here."""


def is_scripting():
    return False


def is_tracing():
    return False


def annotate(the_type, the_value):
    return the_value


def _unchanged(obj, *args, **kwargs):
    return obj


script = export = unused = ignore = script_if_tracing = script_method = _overload = _overload_method = _unchanged
