#!/usr/bin/env python3
"""Reads storywire's topics in Python, with or without a schema registry.

    import storywire
    decode = storywire.Decoder().decode
    update = decode(message.value())          # a dict; times are datetimes with a zone

Needs the package avro (1.11 or later), and confluent_kafka to follow a topic. One file: copy it,
and the directory schemas/released, to where you need them. As a program it prints JSON lines:

    python3 storywire.py                      # story updates of the broker at localhost:9092
    python3 storywire.py --topic news.stories.v1 --bootstrap-server HOST:PORT --stop-at-end
    python3 storywire.py --file schemas/released/Story-1.bin
"""

import argparse
import glob
import io
import json
import os
import struct
import sys
import urllib.request

import avro.io
import avro.schema

RELEASED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "released")
SINGLE_OBJECT = b"\xc3\x01"
REGISTRY = b"\x00"


class Decoder:
    """Turns the bytes of a record's value into a dict.

    released -- directory of the schemas that were ever released
    registry -- address of a schema registry (Confluent's API), for values with its ids
    """

    def __init__(self, released=RELEASED, registry=None):
        self.registry = registry
        self.by_id = {}
        self.by_fingerprint = {}
        for path in glob.glob(os.path.join(released, "*.avsc")):
            with open(path, encoding="utf-8") as file:
                text = file.read()
            self.by_fingerprint[fingerprint(text)] = avro.schema.parse(text)

    def decode(self, value):
        """The record; None for a null value, which deletes a key of a compacted topic."""
        if value is None:
            return None
        if value[:2] == SINGLE_OBJECT:
            schema, body = self.by_fingerprint.get(value[2:10]), value[10:]
            if schema is None:
                raise ValueError(f"schema {value[9:1:-1].hex()} is not among those released")
        elif value[:1] == REGISTRY:
            schema, body = self._registered(struct.unpack(">I", value[1:5])[0]), value[5:]
        else:
            raise ValueError(f"value begins with {value[:2].hex()}, expected c301 or 00")
        return avro.io.DatumReader(schema).read(avro.io.BinaryDecoder(io.BytesIO(body)))

    def _registered(self, number):
        if number not in self.by_id:
            if not self.registry:
                raise ValueError(f"value has schema id {number}, and no registry is given")
            with urllib.request.urlopen(f"{self.registry}/schemas/ids/{number}") as answer:
                self.by_id[number] = avro.schema.parse(json.load(answer)["schema"])
        return self.by_id[number]


def fingerprint(schema):
    """CRC-64-AVRO of a schema's canonical form, as it stands in a value's bytes 2 to 9."""
    crc = 0xC15D213AA4D7A795
    for byte in _canonical(json.loads(schema), "").encode("utf-8"):
        crc = (crc >> 8) ^ _TABLE[(crc ^ byte) & 0xFF]
    return struct.pack("<Q", crc)


def _table():
    for entry in range(256):
        for _ in range(8):
            entry = (entry >> 1) ^ (0xC15D213AA4D7A795 if entry & 1 else 0)
        yield entry


_TABLE = list(_table())
_PRIMITIVE = "null boolean int long float double bytes string".split()


def _canonical(schema, namespace):
    """Avro's Parsing Canonical Form: what decides how bytes are read, and nothing else."""
    if isinstance(schema, list):
        return "[" + ",".join(_canonical(branch, namespace) for branch in schema) + "]"
    if isinstance(schema, str):
        return _quoted(schema if schema in _PRIMITIVE else _full(schema, namespace))
    kind = schema["type"]
    if kind == "array":
        return '{"type":"array","items":' + _canonical(schema["items"], namespace) + "}"
    if kind == "map":
        return '{"type":"map","values":' + _canonical(schema["values"], namespace) + "}"
    if kind not in ("record", "enum", "fixed"):
        return _canonical(kind, namespace)
    name = _full(schema["name"], schema.get("namespace", namespace))
    namespace = name.rpartition(".")[0]
    if kind == "record":
        fields = (
            '{"name":' + _quoted(field["name"]) + ',"type":' + _canonical(field["type"], namespace) + "}"
            for field in schema["fields"]
        )
        rest = '"fields":[' + ",".join(fields) + "]"
    elif kind == "enum":
        rest = '"symbols":[' + ",".join(map(_quoted, schema["symbols"])) + "]"
    else:
        rest = '"size":' + str(schema["size"])
    return '{"name":' + _quoted(name) + ',"type":' + _quoted(kind) + "," + rest + "}"


def _full(name, namespace):
    return name if "." in name or not namespace else namespace + "." + name


def _quoted(text):
    return json.dumps(text)


def follow(topic, bootstrap_server, decoder, stop_at_end=False):
    """Yields key and record of all that a topic holds, then what is added to it."""
    from confluent_kafka import OFFSET_BEGINNING, Consumer, KafkaError, KafkaException, TopicPartition

    consumer = Consumer({
        "bootstrap.servers": bootstrap_server,
        "group.id": "storywire-python",
        "enable.auto.commit": False,
        "isolation.level": "read_committed",
        "enable.partition.eof": True,
    })
    try:
        partitions = consumer.list_topics(topic, timeout=10).topics[topic].partitions
        if not partitions:
            raise ValueError(f"{bootstrap_server} has no topic {topic}")
        consumer.assign([TopicPartition(topic, number, OFFSET_BEGINNING) for number in partitions])
        left = set(partitions)
        while left or not stop_at_end:
            message = consumer.poll(1.0)
            if message is None:
                continue
            if not message.error():
                yield (message.key() or b"").decode("utf-8"), decoder.decode(message.value())
            elif message.error().code() == KafkaError._PARTITION_EOF:
                left.discard(message.partition())
            else:
                raise KafkaException(message.error())
    finally:
        consumer.close()


def main():
    options = argparse.ArgumentParser(description="Print storywire's records as JSON lines.")
    options.add_argument("--topic", default="news.story-updates.v1")
    options.add_argument("--bootstrap-server", default="localhost:9092", metavar="HOST:PORT")
    options.add_argument("--registry", metavar="URL", help="schema registry, if values have its ids")
    options.add_argument("--released", default=RELEASED, metavar="DIR", help="released schemas")
    options.add_argument("--stop-at-end", action="store_true", help="end when all is read")
    options.add_argument("--file", nargs="+", metavar="FILE", help="read values from files instead")
    given = options.parse_args()
    decoder = Decoder(given.released, given.registry)
    if given.file:
        for path in given.file:
            with open(path, "rb") as file:
                _print(decoder.decode(file.read()))
    else:
        for _, record in follow(given.topic, given.bootstrap_server, decoder, given.stop_at_end):
            _print(record)


def _print(record):
    print(json.dumps(record, ensure_ascii=False, default=_text), flush=True)


def _text(value):
    if isinstance(value, bytes):
        return value.hex()
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


if __name__ == "__main__":
    try:
        main()
    except ValueError as error:
        sys.exit(f"storywire.py: {error}")
    except (KeyboardInterrupt, BrokenPipeError):
        sys.stderr.close()
