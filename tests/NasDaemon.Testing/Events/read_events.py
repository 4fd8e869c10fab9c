"""An independent reader of one event file: prints as JSON what is in it, and fails where a checksum or a length is wrong.

It shares nothing with the writer: its own CRC-32C, bit by bit into a table, and its own decoder of the wire format.
"""
import json
import struct
import sys

TABLE = []
for byte in range(256):
    for _ in range(8):
        byte = byte >> 1 ^ (0x82F63B78 if byte & 1 else 0)
    TABLE.append(byte)


def masked(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = TABLE[(crc ^ byte) & 0xFF] ^ crc >> 8
    crc ^= 0xFFFFFFFF
    return ((crc >> 15 | crc << 17) + 0xA282EAD8) & 0xFFFFFFFF


def records(data):
    at, number = 0, 0
    while at < len(data):
        number += 1
        length, check = struct.unpack_from("<QI", data, at)
        if check != masked(data[at:at + 8]):
            sys.exit(f"record {number}: wrong checksum of the length")
        record = data[at + 12:at + 12 + length]
        if (len(record),) + struct.unpack_from("<I", data, at + 12 + length) != (length, masked(record)):
            sys.exit(f"record {number}: wrong checksum of the data")
        yield record
        at += 16 + length


def varint(data, at):
    value = shift = 0
    while True:
        value |= (data[at] & 0x7F) << shift
        shift += 7
        at += 1
        if data[at - 1] < 0x80:
            return value, at


def fields(data):
    """The fields of a message: number -> list of values."""
    found, at = {}, 0
    while at < len(data):
        tag, at = varint(data, at)
        kind = tag & 7
        if kind == 0:
            value, at = varint(data, at)
        elif kind == 1:
            value, at = struct.unpack_from("<d", data, at)[0], at + 8
        elif kind == 2:
            length, at = varint(data, at)
            value, at = data[at:at + length], at + length
            assert len(value) == length
        elif kind == 5:
            value, at = struct.unpack_from("<f", data, at)[0], at + 4
        else:
            sys.exit(f"wire type {kind}")
        found.setdefault(tag >> 3, []).append(value)
    return found


def only(message, number):
    (value,) = message[number]
    return value


def plugin_data(value):
    """What a value of the hyper-parameters plugin says; value and metadata must be as the plugin demands."""
    metadata = fields(only(value, 9))
    tensor = fields(only(value, 8))
    plugin = fields(only(metadata, 1))
    assert only(metadata, 4) == 2 and only(plugin, 1) == b"hparams"
    assert only(tensor, 1) == 1 and only(fields(only(fields(only(tensor, 2)), 2)), 1) == 1 and only(tensor, 5) == 0
    return fields(only(plugin, 2))


def hyper_parameters(entries):
    read = {}
    for entry in map(fields, entries):
        value = fields(only(entry, 2))
        read[only(entry, 1).decode()] = only(value, 2) if 2 in value else only(value, 3).decode()
    return read


result = {"version": None, "start": None, "scalars": {}, "times": [], "hparams": None, "status": None, "end": None}
for event in map(fields, records(open(sys.argv[1], "rb").read())):
    result["times"].append(only(event, 1))
    if 3 in event:
        result["version"] = only(event, 3).decode()
        continue
    for value in map(fields, fields(only(event, 5)).get(1, [])):
        tag = only(value, 1).decode()
        if tag == "_hparams_/session_start_info":
            session = fields(only(plugin_data(value), 3))
            result["hparams"] = hyper_parameters(session[1])
            result["start"] = only(session, 5)
        elif tag == "_hparams_/session_end_info":
            session = fields(only(plugin_data(value), 4))
            result["status"] = only(session, 1)
            result["end"] = only(session, 2)
        else:
            result["scalars"].setdefault(tag, []).append([only(event, 2), round(only(value, 2), 6)])
print(json.dumps(result))
