"""The same training in PyTorch as people write it: an eager module, one thread, images in memory as bytes.

Usage: pytorch_side.py NETWORK.py IMAGES.bin COUNT BATCH sgd|adamw
Reads one number of steps a line; answers each with its wall-clock and processor seconds.
"""
import importlib.util
import sys
import time

import torch
import torch.nn.functional as F

torch.set_num_threads(1)
torch.manual_seed(1)

path, images_path, count, batch, optimizer_name = sys.argv[1:]
count, batch = int(count), int(batch)
spec = importlib.util.spec_from_file_location("network", path)
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
network = module.Net()

images = torch.frombuffer(bytearray(open(images_path, "rb").read()), dtype=torch.uint8).reshape(count, 3, 32, 32)
labels = torch.arange(count) % 10
mean = images.float().div(255).mean((0, 2, 3)).view(1, 3, 1, 1)
deviation = images.float().div(255).std((0, 2, 3)).view(1, 3, 1, 1)

if optimizer_name == "sgd":
    optimizer = torch.optim.SGD(network.parameters(), lr=0.01, momentum=0.9, weight_decay=5e-4)
else:
    optimizer = torch.optim.AdamW(network.parameters(), lr=1e-3, weight_decay=0.01)


def batches():
    while True:
        order = torch.randperm(count)
        for first in range(0, count, batch):
            yield order[first:first + batch]


network.train()
source = batches()
for line in sys.stdin:
    steps = int(line)
    wall, processor = time.perf_counter(), time.process_time()
    total = 0.0
    for _ in range(steps):
        chosen = next(source)
        x = (images[chosen].float().div(255) - mean) / deviation
        optimizer.zero_grad(set_to_none=True)
        loss = F.cross_entropy(network(x), labels[chosen])
        loss.backward()
        optimizer.step()
        total += loss.item()
    print(time.perf_counter() - wall, time.process_time() - processor, flush=True)
