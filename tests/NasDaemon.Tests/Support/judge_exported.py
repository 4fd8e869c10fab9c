"""Loads an exported network in each of its forms with the tool that the form is for. Usage: judge_exported.py FOLDER"""
import json
import os
import sys

import numpy
import onnx
import onnx.numpy_helper
import torch

folder = sys.argv[1]
names = {}
with open(os.path.join(folder, "model.py"), encoding="utf-8") as file:
    exec(compile(file.read(), "model.py", "exec"), names)

with open(os.path.join(folder, "weights.safetensors"), "rb") as file:
    header = json.loads(file.read(int.from_bytes(file.read(8), "little")))
    data = file.read()
header.pop("__metadata__", None)
types = {"F32": numpy.float32, "I64": numpy.int64}
weights = {
    name: torch.from_numpy(numpy.frombuffer(data[slice(*entry["data_offsets"])], types[entry["dtype"]]).reshape(entry["shape"]).copy())
    for name, entry in header.items()
}
network = names["Net"]()
network.load_state_dict(weights, strict=True)
script = torch.jit.load(os.path.join(folder, "model.pt"))
image = torch.rand([3, 1, 28, 28])
with torch.no_grad():
    assert torch.allclose(network.eval()(image), script.eval()(image), atol=1e-5)

model = onnx.load(os.path.join(folder, "model.onnx"))
onnx.checker.check_model(model, full_check=True)
metadata = {entry.key: entry.value for entry in model.metadata_props}
assert metadata["task"] == "small" and metadata["batch"] == "any" and metadata["weights"] == "trained" and metadata["scaling"], metadata
for tensor in model.graph.initializer:
    if tensor.name in weights:
        assert numpy.array_equal(onnx.numpy_helper.to_array(tensor), weights[tensor.name].numpy()), tensor.name
print("ok")
