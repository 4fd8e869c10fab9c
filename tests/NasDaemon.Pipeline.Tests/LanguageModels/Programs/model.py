"""The process of a language model for tests: it speaks the real protocol and answers with what it is told to. The argument is
a way to misbehave; NASDAEMON_ILLEGAL_INSTRUCTIONS is told back as the device."""
import json
import os
import signal
import sys

misbehaviour = sys.argv[1] if len(sys.argv) > 1 else "none"
journal = sys.argv[2] if len(sys.argv) > 2 else None


def send(kind, number, **fields):
    print(json.dumps({"kind": kind, "Id": number, **fields}), flush=True)


def end(number, reason):
    usage = {"Prompt": 3, "Reused": 1, "Generated": 2, "PromptTime": "00:00:01", "GenerationTime": "00:00:02"}
    send("end", number, End={"Reason": reason, "Usage": usage, "Failure": None})


def load(number, model):
    if journal:
        with open(journal, "a") as file:
            file.write("loaded\n")
    if misbehaviour == "die-at-load":
        print("the file is cursed", file=sys.stderr, flush=True)
        sys.exit(7)
    if misbehaviour == "illegal-at-load" and os.environ["NASDAEMON_ILLEGAL_INSTRUCTIONS"] != "2":
        os.kill(os.getpid(), signal.SIGILL)
    if misbehaviour == "refuse":
        send("refused", number, Failure={"Class": "LanguageModel", "Message": "no such file", "Hint": "copy it"})
        return
    send("loaded", number, Info={
        "Name": model["Name"], "Model": "test", "Library": "none", "Device": os.environ["NASDAEMON_ILLEGAL_INSTRUCTIONS"],
        "ContextLength": 100, "Template": "none", "CountsExactly": True, "Notes": []})


def complete(number):
    if misbehaviour == "chatter":
        print("a library says hello", flush=True)
        send("text", 999, Text="for nobody")
    send("text", number, Text="class ")
    if misbehaviour == "die-in-answer":
        os.kill(os.getpid(), signal.SIGABRT)
    if misbehaviour == "hang-in-answer":
        signal.pause()
    if misbehaviour == "nonsense":
        send("scores", number, Scores=[1.0])
        return
    send("text", number, Text="Net")
    end(number, "Stop")


for line in sys.stdin:
    command = json.loads(line)
    if command["kind"] == "load":
        load(command["Id"], command["Model"])
    elif command["kind"] == "complete":
        complete(command["Id"])
    elif command["kind"] == "count":
        send("number", command["Id"], Value=42)
    elif command["kind"] == "cancel":
        end(command["Id"], "Cancelled")
