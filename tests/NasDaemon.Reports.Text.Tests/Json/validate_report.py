"""An independent judge: says of each report whether it keeps to the schema, and of a spoilt copy that it does not."""
import copy
import json
import sys

from jsonschema import Draft202012Validator

schema = json.load(open(sys.argv[1], encoding="utf-8"))
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
for path in sys.argv[2:]:
    report = json.load(open(path, encoding="utf-8"))
    for error in validator.iter_errors(report):
        print(f"{path}: {error.json_path}: {error.message}")
    spoilt = copy.deepcopy(report)
    spoilt["seconds"] = "long"
    del spoilt["machine"]
    print(len(list(validator.iter_errors(spoilt))), "faults in the spoilt copy")
