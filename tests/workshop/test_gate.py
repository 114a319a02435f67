import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from workshop.limits import FRAME_BYTES, FRAME_DEPTH, LARGEST_INTEGER
from workshop.live.wire.gate import Malformed, parsed
from workshop.live.wire.packets import TextPacket, admissible

ODD = {
    "NaN": '{"a": NaN}',
    "infinity": '{"a": Infinity}',
    "minus infinity": '{"a": -Infinity}',
    "a float beyond all": '{"a": 1e400}',
    "a float too large to be exact": '{"a": 1e17}',
    "an integer too large to be exact": f'{{"a": {LARGEST_INTEGER + 1}}}',
    "a very long integer": '{"a": ' + "9" * 5000 + "}",
    "half a character": '{"a": "\\ud83d"}',
    "half a character as a key": '{"\\udc00": 1}',
    "half a character, raw": '{"a": "\ud83d"}',
    "NUL": '{"a": "x\\u0000y"}',
    "a raw NUL": '{"a": "x\0y"}',
    "a key twice": '{"a": 1, "a": 2}',
    "a key twice within": '{"b": [{"a": 1, "a": 2}]}',
    "too deep": "[" * (FRAME_DEPTH + 1) + "]" * (FRAME_DEPTH + 1),
    "far too deep": "[" * 30_000,
    "too long": json.dumps("x" * FRAME_BYTES),
    "too long in bytes": json.dumps("ä" * (FRAME_BYTES // 2), ensure_ascii=False),
    "no JSON": "{'a': 1}",
    "nothing": "",
    "two values": "{} {}",
    "a comment": '{"a": 1 /* one */}',
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_the_gate_refuses(text: str):
    with pytest.raises(Malformed):
        parsed(text)


def test_the_gate_says_which_rule_but_never_what_was_written():
    with pytest.raises(Malformed) as refused:
        parsed('{"secret": "my words\\u0000"}')
    assert "my words" not in str(refused.value)


def test_control_characters_are_left_out_but_line_feed_and_tab_stay():
    assert parsed('{"a": "one\\r\\ntwo\\t\\u0007three\\u009f"}') == {"a": "one\ntwo\tthree"}


def test_whole_characters_beyond_the_first_plane_come_through():
    assert parsed('"\\ud83d\\ude42 🙂"') == "🙂 🙂"


plain = some.recursive(
    some.none()
    | some.booleans()
    | some.integers(-LARGEST_INTEGER, LARGEST_INTEGER)
    | some.floats(-1e15, 1e15, allow_nan=False)
    | some.text(some.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])),
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(some.sampled_from("abcd"), inner, max_size=4),
    max_leaves=12,
)


@given(plain)
def test_plain_values_come_through_as_they_are(value: object):
    assert parsed(json.dumps(value)) == value


@given(some.text(max_size=200))
def test_whatever_is_sent_the_gate_answers_with_a_value_or_malformed(text: str):
    try:
        parsed(text)
    except Malformed:
        return


@pytest.mark.parametrize(
    "frame",
    ["3", "1", '40/live,{"workshop":"w"}', "41/live,", '42/live,["ask",{}]', '42/live,17["ask",{}]', "40/live,"],
)
def test_frames_of_our_own_clients_are_admissible(frame: str):
    assert admissible(frame)


@pytest.mark.parametrize(
    "frame",
    [
        "",
        "2probe",
        "5",
        "6",
        "x",
        "4",
        "40",
        '40/other,{"a":1}',
        '42["ask",{}]',
        '42/live,{"ask":1}',
        '451-/live,["ask",{"_placeholder":true,"num":0}]',
        '459999999999-/live,["ask",{}]',
        '461-/live,1[{"_placeholder":true,"num":0}]',
        '43/live,1["ok"]',
        "44/live,{}",
        "bAAAA",
        '42/live,9999999999999999["ask",{}]',
    ],
)
def test_every_other_frame_ends_the_connection(frame: str):
    assert not admissible(frame)


@pytest.mark.parametrize("name", ["connect", "disconnect", "connect_error", "__disconnect_final", "message", "moment"])
def test_names_of_lifecycle_and_of_others_never_reach_a_listener(name: str):
    packet = TextPacket(encoded_packet=f'2/live,["{name}",{{}}]')
    assert packet.data[0] == "malformed"


def test_an_event_of_ours_is_read_with_its_number():
    packet = TextPacket(encoded_packet='2/live,12["ask",{"n":1}]')
    assert (packet.namespace, packet.id, packet.data) == ("/live", 12, ["ask", {"n": 1}])


@pytest.mark.parametrize("data", ['["ask"]', '["ask",1]', '["ask",{},{}]', '["ask",{"a":NaN}]', "[]", "[1,{}]"])
def test_an_event_with_odd_contents_becomes_malformed(data: str):
    assert TextPacket(encoded_packet=f"2/live,{data}").data[0] == "malformed"
