"""Charts read back: every series that is seen, on the scale of its axis; bars from where those before them end."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pptx.oxml.ns import qn

from workshop.miniatures.colours import painted
from workshop.miniatures.paper import INK, RULE, Look, Paper

LETTERS = 12.0
PLOT = {"x": 0.42, "y": 0.1, "w": 0.55, "h": 0.8}
"""Where the file does not say where its plot is."""
THICK, DOT = 0.55, 3.0
PLACED = ("c:xVal", "c:cat")


@dataclass(frozen=True, slots=True)
class Plot:
    """Where it is on the page, and the least and most of its values."""

    left: float
    top: float
    width: float
    height: float
    low: float
    high: float

    def along(self, value: float) -> float:
        share = (value - self.low) / ((self.high - self.low) or 1)
        return min(1.0, max(0.0, share))


def chart(paper: Paper, chart: Any, place: tuple[float, float, float, float], colours: Mapping[str, str]) -> None:
    for kind in chart._chartSpace.iter(qn("c:plotArea")):
        for group in kind:
            if group.tag == qn("c:barChart"):
                bars(paper, group, placed(kind, place, total(group)), dict(colours), place[0])
            elif group.tag in (qn("c:lineChart"), qn("c:scatterChart")):
                ways(paper, group, kind, place, dict(colours))


def placed(area: Any, place: tuple[float, float, float, float], values: list[float], axis: int = -1) -> Plot:
    x, y, width, height = place
    said = {name: each.get("val") for name in PLOT for each in area.findall(f"{qn('c:layout')}/*/{qn('c:' + name)}")}
    share = PLOT | {name: float(value) for name, value in said.items()}
    low, high = bounds(area, values, axis)
    return Plot(x + width * share["x"], y + height * share["y"], width * share["w"], height * share["h"], low, high)


def bounds(area: Any, values: list[float], axis: int) -> tuple[float, float]:
    """As the axis says, or else as the values need."""
    axes = area.findall(qn("c:valAx")) or [area]
    said = (axes[axis].find(f"{qn('c:scaling')}/{qn('c:' + name)}") for name in ("min", "max"))
    least, most = (None if each is None else float(each.get("val")) for each in said)
    needed = (min((0.0, *values)), max((0.0, *values)))
    return (needed[0] if least is None else least), (needed[1] if most is None else most)


def figures(series: Any, name: str) -> dict[int, float]:
    return {
        int(point.get("idx")): float(point.findtext(qn("c:v")))
        for point in series.iterfind(f"{qn(name)}//{qn('c:pt')}")
        if number(point.findtext(qn("c:v")))
    }


def number(text: str | None) -> bool:
    return bool(text) and (text or "").lstrip("-").replace(".", "", 1).replace("e", "").replace("-", "").isdigit()


def stacked(group: Any) -> bool:
    return group.find(qn("c:grouping")).get("val") != "clustered"


def total(group: Any) -> list[float]:
    if not stacked(group):
        return [value for series in group.findall(qn("c:ser")) for value in figures(series, "c:val").values()]
    return list(sums(group).values())


def sums(group: Any) -> dict[int, float]:
    """What each row's values come to."""
    every = [figures(series, "c:val") for series in group.findall(qn("c:ser"))]
    return {at: sum(each.get(at, 0.0) for each in every) for at in set().union(*every)}


def alike(group: Any) -> bool:
    """Whether its bars are all of one length."""
    return group.find(qn("c:grouping")).get("val") == "percentStacked"


def bars(paper: Paper, group: Any, plot: Plot, colours: dict[str, str], left: float) -> None:
    every, over = group.findall(qn("c:ser")), group.find(qn("c:overlap"))
    beside = not stacked(group) and (over is None or over.get("val") != "100")
    names = dict(named(every[0])) if every else {}
    rows = max((at for each in every for at in (*names, *figures(each, "c:val"))), default=-1) + 1
    step, ends = plot.height / max(1, rows), dict.fromkeys(range(rows), 0.0)
    wholes = sums(group) if alike(group) else {}
    thick = step * THICK / (len(every) if beside else 1)
    for at, name in names.items():
        size = min(LETTERS, step * 0.5)
        paper.write(left, plot.top + step * (at + 0.25), plot.left - left, name, Look(size), step)
    for order, series in enumerate(every):
        for at, figure in figures(series, "c:val").items():
            value = figure / (wholes.get(at) or 1)
            begin = ends[at] if stacked(group) else 0.0
            ends[at] = begin + value
            x, end = plot.along(begin), plot.along(begin + value)
            paint = bar_paint(series, at, colours)
            if value and paint != "none":
                y = plot.top + step * (at + (1 - THICK) / 2) + (thick * order if beside else 0)
                paper.box(plot.left + plot.width * min(x, end), y, plot.width * abs(end - x), thick, fill=paint)


def named(series: Any) -> Iterator[tuple[int, str]]:
    for point in series.iterfind(f"{qn('c:cat')}//{qn('c:pt')}"):
        yield int(point.get("idx")), point.findtext(qn("c:v")) or ""


def bar_paint(series: Any, at: int, colours: dict[str, str]) -> str:
    """Of its own point, or of its series; none where the series only keeps the others apart."""
    own = (each for each in series.findall(qn("c:dPt")) if each.find(qn("c:idx")).get("val") == str(at))
    look = next((each.find(qn("c:spPr")) for each in own), series.find(qn("c:spPr")))
    return painted(look, colours) if look is not None else colours.get("accent1", INK)


def ways(
    paper: Paper, group: Any, area: Any, place: tuple[float, float, float, float], colours: dict[str, str]
) -> None:
    """Lines and points over days or over another figure."""
    up = "c:yVal" if group.tag == qn("c:scatterChart") else "c:val"
    every = group.findall(qn("c:ser"))
    plot = placed(area, place, [value for each in every for value in figures(each, up).values()])
    across = {name: places for each in every for name in PLACED if (places := figures(each, name))}
    found = [value for each in across.values() for value in each.values()] or [0.0, 1.0]
    low, high = (min(found), max(found)) if up == "c:val" else bounds(area, found, 0)
    flat = Plot(plot.left, plot.top, plot.width, plot.height, low, high)
    paper.box(plot.left, plot.top + plot.height, plot.width, 0, RULE)
    for series in every:
        places = figures(series, "c:cat") or figures(series, "c:xVal")
        points = [
            (plot.left + plot.width * flat.along(places.get(at, at)), plot.top + plot.height * (1 - plot.along(value)))
            for at, value in sorted(figures(series, up).items())
        ]
        way(paper, series, points, colours)


def way(paper: Paper, series: Any, points: list[tuple[float, float]], colours: dict[str, str]) -> None:
    paint = painted(series.find(f"{qn('c:spPr')}/{qn('a:ln')}"), colours)
    dot = painted(series.find(f"{qn('c:marker')}/{qn('c:spPr')}"), colours, paint)
    if paint != "none" and len(points) > 1:
        paper.way(points, paint)
    for x, y in points:
        paper.oval(x - DOT, y - DOT, 2 * DOT, 2 * DOT, fill=dot)
    for at, name in labelled(series):
        if at < len(points):
            paper.write(
                points[at][0] + 2 * DOT, points[at][1] - LETTERS * 0.6, LETTERS * 4, name, Look(LETTERS, bold=True)
            )


def labelled(series: Any) -> Iterator[tuple[int, str]]:
    """What the file itself writes beside a point: the numbers by which a list tells what they are."""
    for label in series.iterfind(f"{qn('c:dLbls')}/{qn('c:dLbl')}"):
        if said := "".join(each.text or "" for each in label.iter(qn("a:t"))):
            yield int(label.find(qn("c:idx")).get("val")), said
