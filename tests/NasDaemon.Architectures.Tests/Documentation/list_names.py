"""Prints what PyTorch offers by name: one full path a line. Classes of torch itself belong to its compiler and its storage."""
import torch
import torch.nn as nn
import torch.nn.functional as F

MODULES = {"torch.nn": nn, "torch.nn.functional": F, "torch.nn.init": nn.init, "torch": torch}
LEFT_OVER = {
    "assert_int_or_pair", "boolean_dispatch", "candidate", "classproperty", "factory_kwargs", "get_file_path", "merge_type_from_type_comment", "obj",
    "parse_type_comment", "prepare_multiprocessing_environment", "read_vitals", "set_vital", "unify_type_list", "vitals_enabled",
}

for path, module in MODULES.items():
    for name in dir(module):
        is_upper = name[0].isupper() and path != "torch.nn"
        is_ours = not name.startswith("_") and not is_upper and name not in LEFT_OVER and "torch_function" not in name
        if is_ours and callable(getattr(module, name)):
            print(f"{path}.{name}")
for name in dir(torch.Tensor):
    if not name.startswith("_"):
        print(f"torch.Tensor.{name}")
