"""The judge: Debian's PyTorch loads a winner in its three forms and measures its test accuracy.

Usage: judge_winner.py BEST_FOLDER MNIST_FOLDER
Prints one line per form: its name and the accuracy on the test images.
"""

import json
import os
import re
import sys

import numpy
import torch

NUMPY_TYPES = {"F32": numpy.float32, "F64": numpy.float64, "I64": numpy.int64, "U8": numpy.uint8, "BOOL": numpy.bool_}


def read_idx(path):
    with open(path, "rb") as file:
        data = file.read()
    dimensions = data[3]
    sizes = [int.from_bytes(data[4 + 4 * i : 8 + 4 * i], "big") for i in range(dimensions)]
    return numpy.frombuffer(data, numpy.uint8, offset=4 + 4 * dimensions).reshape(sizes)


def read_safetensors(path):
    """The format is simple enough to read by hand, and the judge trusts no code of ours."""
    with open(path, "rb") as file:
        header = json.loads(file.read(int.from_bytes(file.read(8), "little")))
        body = file.read()
    header.pop("__metadata__", None)
    state = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        values = numpy.frombuffer(body[begin:end], NUMPY_TYPES[entry["dtype"]]).reshape(entry["shape"])
        state[name] = torch.from_numpy(values.copy())
    return state


def scaled(best, folder):
    """The test images, scaled as the winner's own page says."""
    with open(os.path.join(best, "README.md"), encoding="utf-8") as file:
        mean, deviation = re.search(r"mean = \[(.+?)\] and deviation = \[(.+?)\]", file.read()).groups()
    images = read_idx(os.path.join(folder, "t10k-images-idx3-ubyte")).astype(numpy.float64)
    test = torch.from_numpy(((images / 255 - float(mean)) / float(deviation)).astype(numpy.float32))
    labels = torch.from_numpy(read_idx(os.path.join(folder, "t10k-labels-idx1-ubyte")).astype(numpy.int64))
    return test.unsqueeze(1), labels


def accuracy(network, images, labels):
    network.eval()
    with torch.no_grad():
        right = sum((network(part).argmax(1) == truth).sum().item() for part, truth in zip(images.split(500), labels.split(500)))
    return right / len(labels)


def main():
    best, data = sys.argv[1:]
    images, labels = scaled(best, data)

    names = {}
    with open(os.path.join(best, "model.py"), encoding="utf-8") as file:
        exec(compile(file.read(), "model.py", "exec"), names)
    network = names["Net"]()
    network.load_state_dict(read_safetensors(os.path.join(best, "weights.safetensors")), strict=True)
    print("source+safetensors", accuracy(network, images, labels))

    script = torch.jit.load(os.path.join(best, "model.pt"))
    print("torchscript", accuracy(script, images, labels))

    same = names["Net"]()
    same.load_state_dict(script.state_dict(), strict=True)
    print("source+torchscript weights", accuracy(same, images, labels))


if __name__ == "__main__":
    main()
