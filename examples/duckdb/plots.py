"""Two plots of a data set as SVG: killed by month with ranges, and displaced by place."""

import argparse
from html import escape
from pathlib import Path

import duckdb

HERE = Path(__file__).parent
PLOTS = (
    ("killed_by_month", "Killed by month, as reported"),
    ("displaced_by_place", "Displaced persons by place, as reported"),
)

# Of a plot, in points. Names of places need more room than months, and both have this much.
ROW, LABELS, BARS, NUMBERS, MARGIN = 26, 170, 420, 190, 24
INK, BAR, RANGE = "#222", "#b6c8dc", "#1d3f66"


def plot(title, rows):
    """An SVG with a bar a row, a line from the least to the most as far as they are known, and the numbers in words."""
    most = max([row["high"] or row["best_of_those_with"] or 0 for row in rows], default=0) or 1
    width, height = LABELS + BARS + NUMBERS + 2 * MARGIN, ROW * len(rows) + 70

    def x(value):
        return MARGIN + LABELS + BARS * value / most

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'font-family="sans-serif" font-size="13" fill="{INK}" role="img">',
        f"<title>{escape(title)}</title>",
        '<rect width="100%" height="100%" fill="#fff"/>',
        f'<text x="{MARGIN}" y="30" font-size="17">{escape(title)}</text>',
    ]
    for n, row in enumerate(rows):
        top = 48 + ROW * n
        middle = top + ROW / 2
        best = row["best_of_those_with"] or 0
        parts.append(f'<text x="{x(0) - 8:.1f}" y="{middle + 4}" text-anchor="end">{escape(row["label"])}</text>')
        parts.append(f'<rect x="{x(0):.1f}" y="{top + 4}" width="{x(best) - x(0):.1f}" height="{ROW - 8}" fill="{BAR}"/>')
        if row["low"] is not None or row["high"] is not None:
            # A side that is not known ends with the bar, and has a question mark beside it.
            least, highest = (best if row[bound] is None else row[bound] for bound in ("low", "high"))
            ends = f'x1="{x(least):.1f}" x2="{x(highest):.1f}" y1="{middle}" y2="{middle}"'
            parts.append(f'<line {ends} stroke="{RANGE}" stroke-width="2"/>')
        furthest = max(best, row["high"] or 0)
        parts.append(f'<text x="{x(furthest) + 8:.1f}" y="{middle + 4}">{escape(numbers(row))}</text>')
    return "\n".join([*parts, "</svg>", ""])


def numbers(row):
    """The numbers of a row, with what they leave open: a bar does not tell that a bound is not known."""
    if row["best"] is None:
        return f'{row["best_of_those_with"] or 0} and {row["n_without_best"]} without a best'
    low, high = (str(row[bound]) if row[bound] is not None else "?" for bound in ("low", "high"))
    return f'{row["best"]} ({low} to {high})'


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("dataset", type=Path, help="the folder that newsmark dataset wrote")
    arguments.add_argument("-o", "--output", type=Path, default=Path("."), help="the folder of the plots")
    asked = arguments.parse_args()
    connection = duckdb.connect()
    files = str(asked.dataset / "annotations" / "*" / "*.parquet").replace("'", "''")
    connection.execute(f"create view annotations as from read_parquet('{files}', hive_partitioning = true)")
    asked.output.mkdir(parents=True, exist_ok=True)
    for name, title in PLOTS:
        cursor = connection.execute((HERE / f"{name}.sql").read_text(encoding="utf-8"))
        columns = [column[0] for column in cursor.description]
        rows = [dict(zip(columns, row)) for row in cursor.fetchall()]
        path = asked.output / f"{name}.svg"
        path.write_text(plot(title, rows), encoding="utf-8")
        print(path)


if __name__ == "__main__":
    main()
