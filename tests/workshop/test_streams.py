"""Streams hold under all that networks and workers do: all readers come level, and none sees what is not theirs.

The runs are those of the prototype that the rules were tried on: two workers on one log, lost lines, killed workers,
rooms let go from memory, moves between groups, reveals. The reader is the client that rehearsals use.
"""

from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as some

from workshop.live.streams import Part, Stream, told
from workshop.rehearsal.streams import Streams

# -- One stream -----------------------------------------------------------------------------------------------------


def shown(parts: list[Part]) -> dict[str, Any]:
    return {key: msgspec.json.decode(panel) for part in parts for key, panel in part.panels.items()}


def test_what_is_newer_comes_in_the_order_it_changed():
    stream = Stream("e")
    for key in ("a", "b", "a"):
        stream.put(key, {"at": stream.seq})
    assert list(shown(stream.take(0))) == ["b", "a"]
    assert shown(stream.take(3)) == {"a": {"at": 3}}


def test_what_shows_already_takes_no_number():
    stream = Stream("e")
    assert stream.put("a", {"n": 1})
    assert not stream.put("a", {"n": 1})
    assert not stream.put("never", None)
    assert stream.seq == 2


def test_what_is_gone_is_told_once_and_left_out_of_the_whole():
    stream = Stream("e")
    stream.put("a", {"n": 1})
    before = stream.seq
    stream.put("a", None)
    assert shown(stream.take(before)) == {"a": None}
    assert shown(stream.take(0)) == {}
    assert stream.take(0)[-1].seq == stream.seq


def test_a_part_ends_at_its_last_number_and_says_that_more_follows():
    stream = Stream("e")
    for n in range(6):
        stream.put(f"p{n}", {"text": "x" * 40})
    parts = stream.take(0, limit=120)
    assert [(part.since, part.seq, part.more, part.whole) for part in parts] == [
        (0, 3, True, True),
        (3, 5, True, False),
        (5, 7, False, False),
    ]


def test_a_panel_larger_than_a_part_still_goes():
    stream = Stream("e")
    stream.put("big", {"text": "x" * 500})
    stream.put("small", {})
    assert [list(part.panels) for part in stream.take(0, limit=100)] == [["big"], ["small"]]


def test_who_has_another_epoch_or_a_number_not_given_yet_starts_anew():
    stream = Stream("e2")
    stream.put("a", {})
    assert [stream.since(have) for have in (None, ("e1", 2), ("e2", 9), ("e2", 0), ("e2", 2))] == [0, 0, 0, 0, 2]


def test_an_empty_stream_is_told_from_none():
    assert [part.seq for part in Stream("e").take(0)] == [1]


keys = some.sampled_from("abcdef")
puts = some.lists(some.tuples(keys, some.none() | some.integers(0, 3)), max_size=30)


@given(puts, puts, some.integers(1, 200), some.data())
def test_from_any_number_on_the_parts_lead_to_what_is_shown(before: Any, after: Any, limit: int, data: Any):
    stream, reader = Stream("e"), Streams()
    for key, value in before:
        stream.put(key, value if value is None else {"n": value})
    take_all(reader, stream, 0, limit)
    for key, value in after:
        stream.put(key, value if value is None else {"n": value})
    parts = stream.take(reader.have()["s"][1], limit)
    got = data.draw(some.integers(0, len(parts)))
    apply(reader, stream, parts[:got])
    # The line was lost in the middle: the rest is asked for from where the reader stands.
    take_all(reader, stream, reader.have()["s"][1], limit)
    assert reader.panels("s") == shown(stream.take(0, None))


def take_all(reader: Streams, stream: Stream, since: int, limit: int) -> None:
    apply(reader, stream, stream.take(since, limit))


def apply(reader: Streams, stream: Stream, parts: list[Part]) -> None:
    for part in parts:
        frame = plain({"stream": "s", **told(part, stream.epoch)})
        assert reader.take(frame)


def plain(body: Any) -> Any:
    return msgspec.json.decode(msgspec.json.encode(body))
