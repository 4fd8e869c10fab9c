"""Runs statements with torchvision's building blocks and prints what each raises: one JSON line each."""
import json
import sys

import torch
from torch import nn
from torchvision import models, ops

for line in open(sys.argv[1], encoding="utf-8"):
    space = {"torch": torch, "nn": nn, "ops": ops, "models": models, "x": torch.rand(2, 3, 32, 32)}
    try:
        exec(line, space)
        print(json.dumps({"accepted": True}))
    except Exception as error:
        print(json.dumps({"accepted": False, "error": type(error).__name__, "message": str(error).split("\n")[0]}))
