"""An independent reader: prints every tensor of a safetensors file as torch sees it."""
import json
import struct
import sys

import numpy
import torch

TYPES = {"F32": "<f4", "F64": "<f8", "I64": "<i8", "U8": "u1", "BOOL": "?"}

with open(sys.argv[1], "rb") as file:
    (length,) = struct.unpack("<Q", file.read(8))
    header = json.loads(file.read(length))
    data = file.read()

assert header.pop("__metadata__") == {"format": "pt"}
for name, entry in header.items():
    begin, end = entry["data_offsets"]
    array = numpy.frombuffer(data[begin:end], TYPES[entry["dtype"]]).reshape(entry["shape"])
    tensor = torch.from_numpy(array.copy())
    print(name, list(tensor.shape), str(tensor.dtype), tensor.double().sum().item())
