"""Sums up the .trx files of a test run: which tests were skipped and why, which failed, and one last plain line.

Usage: summarise.py FOLDER EXIT_CODE_OF_DOTNET_TEST
Exits with 0 only where nothing failed.
"""

import glob
import os
import sys
import xml.etree.ElementTree as xml

NAMESPACE = "{http://microsoft.com/schemas/VisualStudio/TeamTest/2010}"


def message(result):
    """What a test said for itself: the reason of a skip, the first line of a failure."""
    for path in ("Output/ErrorInfo/Message", "Output/StdOut"):
        node = result.find("/".join(NAMESPACE + part for part in path.split("/")))
        if node is not None and node.text:
            return node.text.strip().splitlines()[0]
    return "no reason given"


def main():
    folder, exit_code = sys.argv[1], int(sys.argv[2])
    counts = {"Passed": 0, "Failed": 0, "NotExecuted": 0}
    for path in sorted(glob.glob(os.path.join(folder, "*.trx"))):
        for result in xml.parse(path).getroot().iter(NAMESPACE + "UnitTestResult"):
            outcome = result.get("outcome")
            if outcome not in ("Passed", "NotExecuted"):
                outcome = "Failed"
            counts[outcome] += 1
            if outcome != "Passed":
                print(f"{'failed' if outcome == 'Failed' else 'skipped'}: {result.get('testName')}: {message(result)}")
    if exit_code != 0 and counts["Failed"] == 0:
        print(f"failed: dotnet test ended with {exit_code} although no single test failed: a test process died or found no result")
        counts["Failed"] = 1
    if counts["Passed"] == 0 and counts["Failed"] == 0:
        print("failed: no test ran")
        counts["Failed"] = 1
    print(f"{counts['Passed']} passed, {counts['Failed']} failed, {counts['NotExecuted']} skipped")
    return 1 if counts["Failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
