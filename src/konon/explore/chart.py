"""A contested number over time as a picture: where each line, point and word of it stands, for a template to draw."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, log10

from konon.compare.tolls import Contest, Figure, contested
from konon.plot.labels import Label, spread
from konon.plot.series import EPOCH, Series, day_number, height, series_of

# So many lines have a colour of their own; those after them share the last one.
COLOURS = 6
_HEIGHT, _TOP, _BOTTOM, _LEFT = 330.0, 26.0, 42.0, 44.0
# Room at the right for who gave the last number of a line, and letters that fit into it.
_WIDE, _NARROW = (800.0, 216.0), (360.0, 70.0)
_LINE, _ARROW, _ROOM = 16.0, 18.0, 1.12
# Days that are named below, at most: of a wide picture and of a narrow one.
_DAYS = {800.0: 8, 360.0: 4}
_TICKS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A number as it is drawn; `low` and `high` are the ends of its bounds, `arrow` where one is open."""

    figure: Figure
    x: float
    y: float
    low: float | None
    high: float | None
    arrow: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What one teller gave: solid as far as it was told, dotted since; beside its end a label."""

    colour: int
    teller: str
    actor: str | None
    dots: tuple[Dot, ...]
    solid: str
    dotted: str
    label: float

    @property
    def last(self) -> Figure:
        """The last number that was given."""
        return self.dots[-1].figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Days on which tellers disagree."""

    contest: Contest
    x: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A picture of numbers of one kind, wide or narrow: its size, its axes, its lines."""

    kind: str
    of: str
    since: str | None
    width: float
    left: float
    right: float
    top: float
    bottom: float
    levels: tuple[tuple[int, float], ...]
    days: tuple[tuple[str, float, bool], ...]
    bands: tuple[Band, ...]
    lines: tuple[Line, ...]

    @property
    def height(self) -> float:
        """The height of the picture."""
        return _HEIGHT

    @property
    def wide(self) -> bool:
        """Whether names have room beside the lines."""
        return self.width == _WIDE[0]


class _Scale:
    """Where a time and a number stand in a picture."""

    def __init__(self, lines: Sequence[Series], *, width: float, room: float) -> None:
        self.first = int(min(line.times[0] for line in lines))
        self.end = int(max(line.times[-1] for line in lines)) + 1
        self.right, self.bottom = width - room, _HEIGHT - _BOTTOM
        most = max(max(figure.minimum or 0, figure.maximum or 0) for line in lines for figure in line.figures)
        self.step = _step(most)
        self.top = most * _ROOM or 1

    def x(self, time: float) -> float:
        share = (time - self.first) / (self.end - self.first)
        return round(_LEFT + share * (self.right - _LEFT), 1)

    def y(self, number: float) -> float:
        return round(self.bottom - number / self.top * (self.bottom - _TOP), 1)


def charts(group: Sequence[Figure]) -> tuple[Chart, Chart]:
    """The pictures of a group of numbers that count the same people: a wide one, and a narrow one for a phone."""
    wide, narrow = (_chart(group, width=width, room=room) for width, room in (_WIDE, _NARROW))
    return wide, narrow


def _chart(group: Sequence[Figure], *, width: float, room: float) -> Chart:
    series = series_of(group)
    scale = _Scale(series, width=width, room=room)
    first = group[0]
    bands = tuple(_band(contest, scale) for contest in contested(group))
    return Chart(
        kind=first.kind, of=first.of or "" if first.like else "", since=first.since, width=width, left=_LEFT,
        right=scale.right, top=_TOP, bottom=scale.bottom, levels=tuple(_levels(scale)),
        days=tuple(_days(scale, most=_DAYS[width])), bands=bands,
        lines=tuple(_lines(series, scale, tall=width == _WIDE[0])),
    )  # fmt: skip


def _step(most: float) -> int:
    """The distance of lines across: 1, 2 or 5 of a power of ten, so that there are at most `_TICKS`."""
    rough = max(most / _TICKS, 1)
    power: int = 10 ** int(log10(rough))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)


def _levels(scale: _Scale) -> Iterator[tuple[int, float]]:
    for number in range(0, int(scale.top) + 1, scale.step):
        yield number, scale.y(number)


def _days(scale: _Scale, *, most: int) -> Iterator[tuple[str, float, bool]]:
    """Days that are named, each in its middle, and whether its year is told: of the first, and where it changes."""
    year = None
    for number in range(scale.first, scale.end, ceil((scale.end - scale.first) / most)):
        day: date = EPOCH.date() + timedelta(days=number)
        yield day.isoformat(), scale.x(number + 0.5), day.year != year
        year = day.year


def _band(contest: Contest, scale: _Scale) -> Band:
    begin, end = scale.x(day_number(contest.first)), scale.x(day_number(contest.last) + 1)
    return Band(contest=contest, x=begin, width=round(end - begin, 1))


def _lines(series: Sequence[Series], scale: _Scale, *, tall: bool) -> Iterator[Line]:
    # A label of two lines is as high as two, one of a number alone as one.
    wanted = [Label("\n" * tall, scale.bottom - scale.y(height(one.figures[-1])), str(number))
              for number, one in enumerate(series)]  # fmt: skip
    room = scale.bottom - _TOP + _LINE
    labels = {int(label.colour): scale.bottom - level for label, level in spread(wanted, line=_LINE, top=room)}
    for number, one in enumerate(series):
        dots = tuple(_dot(figure, scale.x(time), scale) for figure, time in zip(one.figures, one.times, strict=True))
        end = f"M{dots[-1].x} {dots[-1].y}H{scale.right}"
        yield Line(colour=min(number, COLOURS), teller=one.teller, actor=one.figures[0].actor, dots=dots,
                   solid=_steps(dots), dotted=end, label=round(labels[number], 1))  # fmt: skip


def _steps(dots: Sequence[Dot]) -> str:
    first, *others = dots
    return f"M{first.x} {first.y}" + "".join(f"H{dot.x}V{dot.y}" for dot in others)


def _dot(figure: Figure, x: float, scale: _Scale) -> Dot:
    low, high, y = figure.minimum, figure.maximum, scale.y(height(figure))
    between = low is not None and high is not None and low != high
    arrow = y - _ARROW if high is None else y + _ARROW if low is None else None
    return Dot(figure=figure, x=x, y=y, low=scale.y(low or 0) if between else None,
               high=scale.y(high or 0) if between else None, arrow=arrow)  # fmt: skip
