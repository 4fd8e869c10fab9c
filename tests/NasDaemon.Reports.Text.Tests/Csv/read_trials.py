"""An independent reader: prints rows and columns of a trials.csv, and what it holds of the second trial."""
import csv
import json
import sys

with open(sys.argv[1], newline="", encoding="utf-8") as file:
    rows = list(csv.DictReader(file, strict=True))

print(len(rows), len(rows[0]))
print(rows[1]["number"])
print(json.dumps(rows[1]["failure_message"]))
