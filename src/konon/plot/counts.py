"""Numbers of people over time, by who gave them: a line with steps for each teller, as a newspaper prints it."""

import io
from collections.abc import Sequence
from datetime import date, timedelta
from textwrap import fill
from typing import TYPE_CHECKING, Literal

from konon.archive import Counts
from konon.compare.tolls import Contest, Figure, by_teller, contested
from konon.errors import PlotError
from konon.plot.labels import Label, spread
from konon.plot.series import EPOCH, NOON, Series, day_number, groups, height, series_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Canvas

Form = Literal["png", "svg"]
# Okabe and Ito's colours, told apart also by who sees no red or green; those after them are grey.
_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00")
_GREY, _INK, _PALE, _BAND, _BROWN = "#8a8a8a", "#1a1a1a", "#d9d9d9", "#f6e3c5", "#7a5a1e"
_WIDTH, _HEIGHT, _DOTS = 8.0, 5.0, 200
# Labels are broken into lines of so many letters; a line takes this share of the height.
_LABEL, _LINE, _SUBTITLE = 26, 0.054, 105
# Names of outlets in the line that tells the source.
_OUTLETS = 4
# Days below the picture that are named, at most.
_NAMED_DAYS = 7


def draw(counts: Counts, *, form: Form = "png", kind: str | None = None, title: str | None = None,
         source: str | None = None) -> bytes:  # fmt: skip
    """A picture of the numbers of one kind, of those that most tellers gave where no `kind` is named.

    `title` and `source` replace the words that Konon finds for them. PlotError where there is nothing to draw, or the
    extra `plot` is not installed.
    """
    # Large, and needed by nothing else.
    try:
        from matplotlib import rc_context
    except ImportError as error:
        raise PlotError("is not installed.", subject="matplotlib", remedy="pip install 'konon[plot]'") from error
    with rc_context({"font.family": "DejaVu Sans", "svg.hashsalt": "konon"}):
        canvas = _drawn(counts, _chosen(counts, kind), title=title, source=source)
        stream = io.BytesIO()
        # Without the day of drawing, so that the same numbers give the same picture.
        canvas.savefig(stream, format=form, dpi=_DOTS, metadata={"Date": None} if form == "svg" else None)
    return stream.getvalue()


def _drawn(counts: Counts, chosen: Sequence[Figure], *, title: str | None, source: str | None) -> "Canvas":
    # As above.
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure as Canvas

    canvas = Canvas(figsize=(_WIDTH, _HEIGHT), facecolor="white")
    FigureCanvasAgg(canvas)
    axes = canvas.add_axes((0.075, 0.2, 0.66, 0.6))
    series = series_of(chosen)
    first, last = int(min(one.times[0] for one in series)), int(max(one.times[-1] for one in series))
    top = max(height(figure) for figure in chosen) * 1.15
    axes.set_xlim(first, last + 1)
    axes.set_ylim(0, top)
    _paper(axes)
    _name_days(axes, first, last)
    for contest in contested(chosen):
        _band(axes, contest, top=top)
    for number, one in enumerate(series):
        _steps(axes, one, colour=_colour(number), end=last + 1, top=top)
    _labels(axes, series, top)
    _words(canvas, counts, chosen, title=title, source=source)
    return canvas


def _chosen(counts: Counts, kind: str | None) -> list[Figure]:
    """The numbers that are drawn: of one kind, counting the same people."""
    found = next((group for group in groups(counts.figures) if kind in {None, group[0].kind}), None)
    if found is None:
        told = sorted({figure.kind for figure in counts.figures})
        remedy = f"There are: {', '.join(told)}." if told else "Find one with numbers: konon events"
        raise PlotError("no such numbers of a known day.", subject=counts.event.event, remedy=remedy)
    return found


def _colour(number: int) -> str:
    return _COLOURS[number] if number < len(_COLOURS) else _GREY


def _paper(axes: "Axes") -> None:
    """Quiet axes: light lines across, no frame."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(_INK)
    axes.grid(axis="y", color=_PALE, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.tick_params(axis="y", length=0, labelsize=9, colors=_INK)
    axes.tick_params(axis="x", length=3, labelsize=9, colors=_INK)
    axes.yaxis.set_major_locator(MaxNLocator(nbins=6, integer=True))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda number, _: f"{number:,.0f}"))


def _name_days(axes: "Axes", first: int, last: int) -> None:
    """Name some of the days, each in its middle, the year with the first and where it changes."""
    step = 1 + (last - first) // _NAMED_DAYS
    days = [EPOCH.date() + timedelta(days=day) for day in range(first, last + 1, step)]
    years = [None, *(day.year for day in days)]
    names = [_named(day, year=day.year != before) for day, before in zip(days, years, strict=False)]
    axes.set_xticks([day + NOON for day in range(first, last + 1, step)], names)


def _named(day: date, *, year: bool) -> str:
    return f"{day.day} {day:%b}\n{day.year}" if year else f"{day.day} {day:%b}"


def _band(axes: "Axes", contest: Contest, *, top: float) -> None:
    """The days on which tellers disagree."""
    first, end = day_number(contest.first), day_number(contest.last) + 1
    axes.axvspan(first, end, color=_BAND, linewidth=0, zorder=0)
    axes.text((first + end) / 2, top * 0.985, "contested", fontsize=8.5, style="italic", color=_BROWN, ha="center",
              va="top")  # fmt: skip


def _steps(axes: "Axes", one: Series, *, colour: str, end: float, top: float) -> None:
    heights = [height(figure) for figure in one.figures]
    axes.step([*one.times, end], [*heights, heights[-1]], where="post", color=colour, linewidth=1.1,
              linestyle=(0, (1, 2)), zorder=2)  # fmt: skip
    axes.step(one.times, heights, where="post", color=colour, linewidth=2.2, zorder=3)
    for time, level, figure in zip(one.times, heights, one.figures, strict=True):
        low, high = figure.minimum, figure.maximum
        if low is not None and high is not None and low != high:
            axes.vlines(time, low, high, color=colour, linewidth=4, alpha=0.35, zorder=2)
        elif low is None or high is None:
            up = 0.07 * top if high is None else -0.07 * top
            axes.annotate("", (time, level + up), (time, level),
                          arrowprops={"arrowstyle": "->", "color": colour, "linewidth": 1.4})  # fmt: skip
        face = "white" if figure.approximate else colour
        axes.plot([time], [level], "o", markersize=6, markerfacecolor=face, markeredgecolor=colour, zorder=4)


def _labels(axes: "Axes", series: Sequence[Series], top: float) -> None:
    """Who gave the numbers and the last of them, beside the ends of the lines, none over another."""
    wanted = [Label(f"{fill(one.teller, _LABEL)}\n{told(one.figures[-1])}", height(one.figures[-1]), _colour(number))
              for number, one in enumerate(series)]  # fmt: skip
    for label, level in spread(wanted, line=_LINE * top, top=top):
        ends = [label.height / top, level / top]
        axes.plot([1.003, 1.03], ends, color=label.colour, linewidth=0.8, transform=axes.transAxes, clip_on=False)
        axes.text(1.04, level / top, label.words, fontsize=9, color=label.colour, va="center", linespacing=1.2,
                  transform=axes.transAxes)  # fmt: skip


def told(figure: Figure) -> str:
    """A number as a label tells it: with its bounds, and that it is about one."""
    about = "about " if figure.approximate else ""
    if figure.minimum is None:
        return f"{about}up to {figure.maximum:,}"
    if figure.maximum is None:
        return f"{about}at least {figure.minimum:,}"
    if figure.minimum == figure.maximum:
        return f"{about}{figure.minimum:,}"
    return f"{about}{figure.minimum:,} to {figure.maximum:,}"


def _words(canvas: "Canvas", counts: Counts, chosen: Sequence[Figure], *, title: str | None,
           source: str | None) -> None:  # fmt: skip
    """Title, what is shown, and where it comes from."""
    event, figure = counts.event, chosen[0]
    canvas.text(0.03, 0.95, title or _title(chosen), fontsize=14.5, weight="bold", color=_INK, va="top")
    where = f" in {event.place}" if event.place else ""
    when = f" on {_date(event.day)}" if event.day and event.dated else ""
    whom = f" ({figure.of})" if figure.like else ""
    since = f" since {_date(figure.since)}" if figure.since else ""
    shown = (
        f"{event.type.capitalize()}{where}{when}: people {figure.kind}{whom}{since}, by who gave the number and when"
    )
    canvas.text(0.03, 0.88, fill(shown, _SUBTITLE), fontsize=10, color="#444444", va="top", linespacing=1.3)
    canvas.text(0.03, 0.03, f"{_signs(chosen)}\n{source or _source(chosen)}", fontsize=8, color="#666666", va="bottom",
                linespacing=1.5)  # fmt: skip


def _title(chosen: Sequence[Figure]) -> str:
    """A headline: between which numbers the last words of all tellers lie."""
    last = [height(series[-1]) for series in by_teller(chosen)]
    low, high, kind = min(last), max(last), chosen[0].kind
    between = f"Between {low:,.0f} and {high:,.0f} {kind}" if low < high else f"{high:,.0f} {kind}"
    return f"{between}: who gives which number"


def _signs(chosen: Sequence[Figure]) -> str:
    """What the signs of this picture mean."""
    signs = ["Dots: numbers as given; dotted: not repeated since"]
    if any(figure.minimum is None or figure.maximum is None for figure in chosen):
        signs.append("arrows: at least, or at most, so many")
    if any(figure.approximate for figure in chosen):
        signs.append("hollow: about so many")
    if any(None not in {figure.minimum, figure.maximum} and figure.minimum != figure.maximum for figure in chosen):
        signs.append("bars: from the least to the most")
    return "; ".join(signs) + "."


def _date(value: str) -> str:
    """A date as people write it."""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return value
    return f"{day.day} {day:%B} {day.year}"


def _source(chosen: Sequence[Figure]) -> str:
    outlets = sorted({figure.outlet for figure in chosen if figure.outlet})
    names = ", ".join(outlets[:_OUTLETS]) + (f" and {len(outlets) - _OUTLETS} more" if len(outlets) > _OUTLETS else "")
    reports = len({figure.report for figure in chosen})
    return f"Source: {reports} report{'s' if reports > 1 else ''} by {names or 'unknown outlets'}; read with Konon"
