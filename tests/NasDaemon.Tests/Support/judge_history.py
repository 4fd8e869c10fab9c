"""Reads an exported history with Python's own SQLite and CSV readers. Usage: judge_history.py FOLDER"""
import csv
import os
import sqlite3
import sys

folder = sys.argv[1]
database = sqlite3.connect(os.path.join(folder, "history.db"))
assert database.execute("PRAGMA user_version").fetchone() == (1,)
assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
assert not database.execute("PRAGMA foreign_key_check").fetchall()
count = {table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("tasks", "trials", "epochs")}
with open(os.path.join(folder, "trials.csv"), encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
stored = database.execute("SELECT task, number, validation_accuracy FROM trials ORDER BY number").fetchall()
own = [(row["task"], int(row["trial"]), float(row["validation_accuracy"]) if row["validation_accuracy"] else None) for row in rows]
assert stored == own, (stored, own)
print(f"{count['tasks']} tasks, {count['trials']} trials, {count['epochs']} epochs, {len(rows)} rows")
