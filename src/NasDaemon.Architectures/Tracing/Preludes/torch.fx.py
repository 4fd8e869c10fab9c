"""What sources use of torch.fx: marks for a tracer that does not run here."""


def wrap(fn_or_name):
    return fn_or_name
