"""Writes model.py, model.pt and weights.safetensors of a small network into a folder."""
import json
import struct
import sys

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(4, 3)
        self.norm = nn.BatchNorm1d(3)

    def forward(self, x):
        return self.norm(self.layer(x))


folder = sys.argv[1]
net = Net().eval()
torch.jit.script(net).save(f"{folder}/model.pt")
header, body = {"__metadata__": {"format": "pt"}}, b""
for name, tensor in net.state_dict().items():
    data = tensor.numpy().tobytes()
    kind = {torch.float32: "F32", torch.int64: "I64"}[tensor.dtype]
    header[name] = {"dtype": kind, "shape": list(tensor.shape), "data_offsets": [len(body), len(body) + len(data)]}
    body += data
text = json.dumps(header).encode()
with open(f"{folder}/weights.safetensors", "wb") as file:
    file.write(struct.pack("<Q", len(text)) + text + body)
