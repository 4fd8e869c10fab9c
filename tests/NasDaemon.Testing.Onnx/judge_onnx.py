"""Checks ONNX files with the ONNX project's own checker, and computes in PyTorch what they should give.

For each case the inputs and the expected output are written beside the file, for the ONNX runtime to compare with.
"""
import importlib.util
import inspect
import json
import math
import struct
import sys
import typing

import numpy
import onnx
import torch

TYPES = {"F32": numpy.float32, "F64": numpy.float64, "I64": numpy.int64, "U8": numpy.uint8, "BOOL": numpy.bool_}
# What published runs import before each source; our reader knows these names by itself.
NAMES = {
    "math": math, "torch": torch, "nn": torch.nn, "F": torch.nn.functional, "Tensor": torch.Tensor,
    **{name: getattr(typing, name) for name in typing.__all__},
}
MAKERS = {
    "Float32": lambda shape: torch.rand(shape) + 0.1,
    "Float64": lambda shape: torch.rand(shape, dtype=torch.float64),
    "Float16": lambda shape: torch.rand(shape).half(),
    "Bool": lambda shape: torch.rand(shape) > 0.5,
    "Int64": lambda shape: torch.randint(0, 2, shape),
    "Int32": lambda shape: torch.randint(0, 2, shape, dtype=torch.int32),
    "UInt8": lambda shape: torch.randint(0, 2, shape, dtype=torch.uint8),
}


def read(path):
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        data = file.read()
    header.pop("__metadata__", None)
    return {
        name: torch.from_numpy(numpy.frombuffer(data[slice(*entry["data_offsets"])], TYPES[entry["dtype"]]).reshape(entry["shape"]).copy())
        for name, entry in header.items()
    }


def original(item, weights):
    spec = importlib.util.spec_from_file_location("network", item["file"])
    module = sys.modules["network"] = importlib.util.module_from_spec(spec)
    vars(module).update(NAMES)
    spec.loader.exec_module(module)
    if "in_shape" not in inspect.signature(module.Net.__init__).parameters:
        network = getattr(module, "Reference", module.Net)()
    else:
        values = {"lr": 0.01, "momentum": 0.9, "dropout": 0.2, "batch": 64}
        network = module.Net((2, *item["inputs"][0]["shape"][1:]), (10,), values, torch.device("cpu"))
    network.load_state_dict({name: weights.get(name, value) for name, value in network.state_dict().items()})
    return network


def lowered(item, weights):
    root = torch.nn.Module()
    for name, value in [*weights.items(), *((alias, weights[of]) for alias, of in item["shared"].items())]:
        *path, last = name.split(".")
        holder = root
        for part in path:
            if part not in holder._modules:
                holder.add_module(part, torch.nn.Module())
            holder = holder._modules[part]
        holder.register_buffer(last, value)
    network = script(root)
    define(network, item["forward"])
    return network


def script(module, number=iter(range(10**9))):
    kind = type(f"Lowered{next(number)}", (torch.nn.Module,), {})
    holder = kind()
    for name, buffer in module._buffers.items():
        holder.register_buffer(name, buffer)
    for name, child in module._modules.items():
        holder.add_module(name, script(child))
    return torch.jit.script(holder)


def define(network, source):
    global torch
    real, torch = torch, torch.ops.aten
    try:
        network.define(source)
    finally:
        torch = real


def judge(item):
    weights = read(item["weights"])
    network = (original if item["file"] else lowered)(item, weights).eval()
    runs = []
    for batch in item["batches"]:
        inputs = [MAKERS[one["element"]]([batch if size is None else size for size in one["shape"]]) for one in item["inputs"]]
        with torch.no_grad(), torch.jit.optimized_execution(False):
            output = network(*[one.clone() for one in inputs])
        run = {"inputs": [], "shape": list(output.shape), "expected": f"{item['onnx']}.{batch}.y"}
        for index, one in enumerate(inputs):
            path = f"{item['onnx']}.{batch}.x{index}"
            one.numpy().tofile(path)
            run["inputs"].append({"path": path, "shape": list(one.shape), "element": item["inputs"][index]["element"]})
        output.to(torch.float64).numpy().tofile(run["expected"])
        runs.append(run)
    return runs


torch.manual_seed(0)
for line in open(sys.argv[1], encoding="utf-8"):
    item = json.loads(line)
    result = {"name": item["name"], "onnx": item["onnx"], "isChecked": False}
    try:
        onnx.checker.check_model(item["onnx"], full_check=True)
        result["isChecked"] = True
        result["runs"] = judge(item)
    except Exception as error:
        result["problem"] = f"{type(error).__name__}: {str(error).strip()[-700:]}"
    print(json.dumps(result))
