"""What a client has seen, by stream, and the one rule by which it takes what comes.

Another epoch or a gap: ask to catch up. A number I have: drop. Anything else: apply. Nothing is put aside.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Frame = Mapping[str, Any]


@dataclass
class _Held:
    epoch: str
    seq: int
    panels: dict[str, Any] = field(default_factory=dict)


class Streams:
    """The streams that a moment listed, with their panels."""

    def __init__(self) -> None:
        self._held: dict[str, _Held] = {}

    def moment(self, moment: Frame) -> bool:
        """All streams of the seat: one that is not listed is forgotten. False when something is still missing."""
        listed = moment["streams"]
        self._held = {name: held for name, held in self._held.items() if name in listed}
        levels = [self.take({"stream": name, **part}) for name, part in listed.items()]
        return all(levels)

    def take(self, part: Frame) -> bool:
        """Take a part of a stream; False when there is a gap before it and the client has to catch up."""
        name, epoch, since, seq = part["stream"], part["epoch"], part["since"], part["seq"]
        held = self._held.get(name)
        if since == 0:
            if held is None or held.epoch != epoch or seq > held.seq or part.get("whole"):
                self._held[name] = _Held(epoch, seq, _shown(part["panels"]))
            return True
        if held is None or held.epoch != epoch or since > held.seq:
            return False
        if seq > held.seq:
            held.panels = _shown({**held.panels, **part["panels"]})
            held.seq = seq
        return True

    def level(self, numbers: Mapping[str, Any]) -> bool:
        """Whether this is all there is, by a beacon's word."""
        return all(
            (held := self._held.get(name)) is not None and held.epoch == epoch and held.seq >= seq
            for name, (epoch, seq) in numbers.items()
        )

    def have(self) -> dict[str, tuple[str, int]]:
        """What to say when asking for the rest."""
        return {name: (held.epoch, held.seq) for name, held in self._held.items()}

    def panels(self, stream: str) -> Mapping[str, Any]:
        held = self._held.get(stream)
        return held.panels if held else {}

    def panel(self, key: str) -> Any | None:
        """The panel of that key, by the narrowest stream that has it."""
        for name in sorted(self._held, key=_narrowness, reverse=True):
            if key in self._held[name].panels:
                return self._held[name].panels[key]
        return None

    def merged(self) -> dict[str, Any]:
        """All panels by key; the narrowest stream's where two have one."""
        merged: dict[str, Any] = {}
        for name in sorted(self._held, key=_narrowness):
            merged |= self._held[name].panels
        return merged

    def all(self) -> dict[str, dict[str, Any]]:
        return {name: dict(held.panels) for name, held in self._held.items()}


WIDEST_FIRST = ("screen", "room", "hosts", "group", "seat")


def _narrowness(stream: str) -> int:
    return WIDEST_FIRST.index(stream.partition(":")[0])


def _shown(panels: Mapping[str, Any]) -> dict[str, Any]:
    return {key: panel for key, panel in panels.items() if panel is not None}
