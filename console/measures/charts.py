"""A measure as an SVG picture, light or dark as the page around it."""

from typing import Any
from xml.etree.ElementTree import tostring

import pygal
from pygal.style import Style

from console.measures.model import Measure

LIGHT = ("#0f7186", "#c8791b", "#6a4fb0", "#2f8a4e", "#b3413a")
DARK = ("#6fc3d6", "#f0b45a", "#b9a3f0", "#7fd39a", "#ff9d94")
WIDTH, HEIGHT = 640, 300


def _style(dark: bool) -> Style:
    ink, soft, line = ("#e3e7e8", "#a5afb2", "#343b3f") if dark else ("#1d2426", "#56605f", "#d8dcdb")
    return Style(
        background="transparent",
        plot_background="transparent",
        foreground=ink,
        foreground_strong=ink,
        foreground_subtle=soft,
        guide_stroke_color=line,
        major_guide_stroke_color=line,
        opacity=".92",
        opacity_hover="1",
        transition="0",
        colors=DARK if dark else LIGHT,
        font_family="system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif",
        label_font_size=12,
        major_label_font_size=12,
        legend_font_size=13,
        value_font_size=12,
    )


def _number(unit: str) -> Any:
    def write(value: float | None) -> str:
        if value is None:
            return ""
        return f"{value * 100:.0f} %" if unit == "share" else f"{value:,.0f}"

    return write


def svg(measure: Measure, *, dark: bool) -> bytes:
    """The chart. It holds no script; what it says is in the table beside it too."""
    kinds = {"line": pygal.Line, "bar": pygal.HorizontalBar, "stacked": pygal.StackedBar}
    many = len(measure.labels) > 14
    chart = kinds[measure.kind](
        width=WIDTH,
        height=max(HEIGHT, 34 * len(measure.labels) + 60) if measure.kind == "bar" else HEIGHT,
        style=_style(dark),
        js=(),
        show_legend=len(measure.series) > 1,
        legend_at_bottom=True,
        legend_box_size=11,
        margin=8,
        spacing=8,
        dots_size=2.2,
        stroke_style={"width": 2.2},
        show_minor_x_labels=not many,
        truncate_label=22,
        truncate_legend=30,
        value_formatter=_number(measure.unit),
        range=(0, 1) if measure.unit == "share" and measure.kind != "bar" else None,
        include_x_axis=True,
        no_data_text="Sin datos",
        order_min=0,
        explicit_size=False,
    )
    if measure.unit == "share" and measure.kind != "bar":
        chart.y_labels = [0, 0.25, 0.5, 0.75, 1]
    labels = list(measure.labels)
    if measure.kind == "bar":
        labels = labels[::-1]
    chart.x_labels = labels
    if many:
        chart.x_labels_major_every = -(-len(labels) // 8)
    for line in measure.series:
        values = list(line.values)
        chart.add(line.name, values[::-1] if measure.kind == "bar" else values)
    root = chart.render_tree()
    for parent in list(root.iter()):
        for child in [item for item in parent if str(item.tag).endswith("script")]:
            parent.remove(child)
    return bytes(tostring(root, encoding="utf-8"))
