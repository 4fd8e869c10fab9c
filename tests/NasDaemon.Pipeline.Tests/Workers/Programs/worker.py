"""A worker process for tests. It speaks the real protocol and keeps the real files of a trial's folder; its figures follow
from the network alone. The argument is a way to misbehave: it happens once a trial, in its second epoch."""
import hashlib
import json
import os
import sys
import time

misbehaviour = sys.argv[1] if len(sys.argv) > 1 else "none"
journal = os.environ.get("WORKER_JOURNAL")
delay = float(os.environ.get("WORKER_DELAY", "0"))
ENGINE = {"Name": "test", "Version": "1", "Device": "none", "Precision": "none"}


def send(kind, **fields):
    print(json.dumps({"kind": kind, **fields}), flush=True)


def note(text):
    if journal:
        with open(journal, "a") as file:
            file.write(text + "\n")


def write(path, value):
    with open(path + ".part", "w") as file:
        json.dump(value, file)
    os.replace(path + ".part", path)


def misbehave(folder):
    marker = os.path.join(folder, "misbehaved")
    if os.path.exists(marker):
        return
    open(marker, "w").close()
    if misbehaviour == "die":
        print("about to die", file=sys.stderr, flush=True)
        os.kill(os.getpid(), 9)
    if misbehaviour == "exit":
        print("cannot go on", file=sys.stderr, flush=True)
        sys.exit(7)
    if misbehaviour == "hang":
        time.sleep(600)
    if misbehaviour == "flood":
        while True:
            sys.stdout.write("x" * 65536)
    if misbehaviour == "drag":
        while True:
            send("heartbeat")
            time.sleep(0.01)
    if misbehaviour == "grow":
        held = []
        while True:
            held.append(bytearray(os.urandom(1 << 20)) * 8)
            send("heartbeat")
    if misbehaviour == "chatter":
        print("[W module.cpp] a library says hello", flush=True)


def epoch_of(request, number):
    digest = hashlib.md5(json.dumps(request["Architecture"], sort_keys=True).encode()).digest()
    accuracy = digest[0] / 512 + 0.5 - 0.4 / (number + 1)
    validation = {"Accuracy": accuracy, "Loss": 1 - accuracy, "Samples": 100} if request["Kind"] == "Search" else None
    return {"Epoch": number, "TrainLoss": 1 / number, "Validation": validation, "Seconds": 0.5}


def ask(request, epoch):
    if epoch["Epoch"] <= request["EpochsKnown"]:
        return "Continue"
    send("epoch", Metrics=epoch)
    return json.loads(sys.stdin.readline())["Decision"]


def result(end, epochs, test=None):
    return {"End": end, "Epochs": len(epochs), "Last": epochs[-1], "Test": test, "Seconds": 0.5 * len(epochs), "Failure": None}


def run(request):
    name = f'{request["Key"]["Number"]}'
    folder = request["Folder"]
    checkpoint = os.path.join(folder, "checkpoint.pt")
    epochs = json.load(open(checkpoint)) if os.path.exists(checkpoint) else []
    send("engine", Engine=ENGINE)
    for epoch in epochs:
        decision = ask(request, epoch)
        if decision != "Continue":
            return result({"Pause": "Paused", "Stop": "Stopped"}[decision], epochs)
    while len(epochs) < request["MaximumEpochs"]:
        time.sleep(delay)
        if len(epochs) == 1:
            misbehave(folder)
        epochs.append(epoch_of(request, len(epochs) + 1))
        note(f"trial {name} epoch {len(epochs)}")
        if len(epochs) == request["MaximumEpochs"]:
            break
        write(checkpoint, epochs)
        decision = ask(request, epochs[-1])
        if decision != "Continue":
            return result({"Pause": "Paused", "Stop": "Stopped"}[decision], epochs)
    test = {"Accuracy": 0.75, "Loss": 0.5, "Samples": 50} if request["Kind"] == "Final" else None
    ended = result("Finished", epochs, test)
    write(os.path.join(folder, "result.json"), {"Result": ended, "Epochs": epochs, "Engine": ENGINE})
    note(f"trial {name} ended")
    if misbehaviour == "die-late":
        os.kill(os.getpid(), 9)
    ask(request, epochs[-1])
    return ended


for line in sys.stdin:
    send("end", Result=run(json.loads(line)["Request"]))
