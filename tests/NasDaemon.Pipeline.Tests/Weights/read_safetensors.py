"""Reads a safetensors file without any code of ours or of the format's authors, and prints what torch makes of it."""
import json
import struct
import sys

import numpy as np
import torch

TYPES = {"F32": np.float32, "F64": np.float64, "I64": np.int64, "U8": np.uint8, "BOOL": np.bool_}

with open(sys.argv[1], "rb") as file:
    (length,) = struct.unpack("<Q", file.read(8))
    header = json.loads(file.read(length))
    data = file.read()

metadata = header.pop("__metadata__", {})
state = {}
for name, entry in header.items():
    begin, end = entry["data_offsets"]
    assert (8 + length + begin) % np.dtype(TYPES[entry["dtype"]]).itemsize == 0, name
    array = np.frombuffer(data[begin:end], TYPES[entry["dtype"]]).reshape(entry["shape"])
    state[name] = torch.from_numpy(array.copy())

network = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.BatchNorm1d(2))
network.load_state_dict({name: value for name, value in state.items() if name[0] in "01"}, strict=True)
print(json.dumps({
    "metadata": metadata,
    "names": list(state),
    "types": [str(value.dtype) for value in state.values()],
    "output": network.eval()(torch.tensor([[1.0, 2.0, 3.0]])).tolist(),
    "tracked": network[1].num_batches_tracked.item(),
    "mask": state["mask"].tolist(),
    "bytes": state["bytes"].tolist(),
    "double": state["double"].tolist(),
}))
