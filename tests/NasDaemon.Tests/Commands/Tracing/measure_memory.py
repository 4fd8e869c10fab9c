"""Runs a command to its end and prints its exit code, the lines that it wrote, and the most memory that it took, in KiB."""
import resource
import subprocess
import sys

run = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE)
lines = sum(1 for _ in run.stdout)
code = run.wait()
print(code, lines, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
