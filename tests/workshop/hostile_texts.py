"""Files of text that nobody should open, each by what is wrong with it."""

from collections.abc import Callable


def keys_twice() -> bytes:
    keys = (*range(100_000), 99_999)
    return ("{" + ",".join(f'"{key}":0' for key in keys) + "}").encode()


TEXTS: dict[str, dict[str, Callable[[], bytes]]] = {
    "json": {
        "nothing": lambda: b"",
        "a program": lambda: b"MZ" + bytes(4000),
        "not UTF-8": lambda: b'{"id": "\xff\xfe"}',
        "another encoding": lambda: '{"id": "plan"}'.encode("utf-16"),
        "cut short": lambda: b'{"id": "plan", "goals": [',
        "something behind it": lambda: b'{"id": "plan"} {"id": "plan"}',
        "too large": lambda: b'{"id": "' + b"a" * (20 << 20) + b'"}',
        "as many zeros as fit": lambda: b"[" + b"0," * 10_000_000 + b"0]",
        "as many empty objects as fit": lambda: b'{"id": "plan", "goals": [' + b"{}," * 6_000_000 + b"{}]}",
        "brackets to the last byte": lambda: b"[" * (20 << 20),
        "a text that never ends": lambda: b'{"id": "' + b'\\"' * 10_000_000,
        "nested without end": lambda: b'{"goals": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        "nested below what Python follows": lambda: b'{"goals": ' + b"[" * 500 + b"]" * 500 + b"}",
        "objects without end": lambda: b'{"goals": ' * 100_000 + b"0" + b"}" * 100_000,
        "a number of a million digits": lambda: b'{"id": ' + b"9" * 1_000_000 + b"}",
        "a whole number beyond what browsers tell": lambda: b'{"id": "plan", "people": 9007199254740992}',
        "a whole number of four thousand digits": lambda: b'{"id": "plan", "people": ' + b"9" * 4_000 + b"}",
        "a number that is infinite": lambda: b'{"id": 1e999}',
        "not a number": lambda: b'{"id": NaN}',
        "infinity by name": lambda: b'{"id": -Infinity}',
        "a key twice": lambda: b'{"id": "plan", "id": "another"}',
        "a hundred thousand keys, the last twice": keys_twice,
        "half a letter": lambda: b'{"id": "\\ud800"}',
        "half a letter as a key": lambda: b'{"\\udfff": "plan"}',
        "a number as its name": lambda: b'{"id": 7, "key": 7}',
        "a list in the place of all": lambda: b"[]",
        "nothing in the place of all": lambda: b"null",
    },
    "csv": {
        "a program": lambda: b"MZ" + bytes(4000),
        "not UTF-8": lambda: b"Code;Name\n\xff;\xfe\n",
        "another encoding": lambda: "Code;Name\n1;2\n".encode("utf-16"),
        "a zero in it": lambda: b"Code;Name\n1;\x00\n",
        "too large": lambda: b"1;2\n" * 2_000_000,
        "rows without end": lambda: b"\n" * 3_900_000,
        "cells without end": lambda: b";" * 3_900_000,
        "one cell without end": lambda: b'"' + b"a" * 3_900_000,
        "a quote that never ends": lambda: b"Code;Name\n" + b'1;"' + b"a;\n" * 100_000,
    },
}
"""Files of text, by what they claim to be: a plan and a method are both JSON."""
READERS = {"plan": "json", "method": "json", "table": "csv"}
"""What is read of them, and of which kind it is."""
