"""What a native chart is, and what it needs to be drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.native.parts import Series, bars, category_axis, legend, whole


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart's XML, the workbook behind it, and what it says to those who do not see it."""

    xml: bytes
    book: bytes
    alt: str


@dataclass(frozen=True, slots=True)
class Setting:
    """Names as they fit beside the bars, the plot's place (`parts.inner`; empty where programs find one), language."""

    labels: tuple[str, ...]
    plot: str
    language: str


def bar_chart(
    series: Sequence[Series], axis: str, setting: Setting, *, gap: int, over: int | None = None, alike: bool = False
) -> bytes:
    """`over`: bars beside each other that overlap by so many per cent; else stacked, `alike` to one length."""
    drawn = bars(series, setting.labels, setting.language, gap=gap, over=over, alike=alike)
    parts = (setting.plot, drawn, category_axis(setting.language), axis)
    return whole(parts, legend(series, setting.language), setting.language)
