"""Runs networks in PyTorch, each in a process of its own: Net() on a batch of two images, forward and backward. One verdict a line."""
import subprocess
import sys

RUN = """
import sys
import torch
space = {'__name__': 'candidate'}
exec(compile(open(sys.argv[1]).read(), sys.argv[1], 'exec'), space)
torch.manual_seed(0)
network = space['Net']()
output = network(torch.randn(2, 3, 32, 32))
assert tuple(output.shape) == (2, 10), f'output {tuple(output.shape)}'
torch.nn.functional.cross_entropy(output, torch.tensor([1, 2])).backward()
"""

for path in sys.argv[1:]:
    try:
        done = subprocess.run([sys.executable, '-c', RUN, path], capture_output=True, text=True, timeout=120)
        verdict = 'runs' if done.returncode == 0 else (done.stderr.strip().splitlines() or ['no message'])[-1]
    except subprocess.TimeoutExpired:
        verdict = 'takes too long'
    print(f'{path}\t{verdict}', flush=True)
