"""A million projects' tables, made of the data set of a few thousand, and asked in DuckDB and Spark.

    .venv/bin/python million.py DATASET OUT [--projects 1000000]

Each project is copied under other names, its article's digest with it, so that no query takes two for one. Prints sizes
and times; the totals have to be those of the data set so many times over. Copies pack better than a million articles
that differ: the sizes are the least that can be.
"""

import argparse
import sys
import time
from pathlib import Path

import engines
import pyarrow
import pyarrow.compute as compute
import pyarrow.parquet as parquet

# Rows that are sorted and written at once, as a row group: some ten megabytes of marks.
ROWS_AT_ONCE = 200_000

SORTED_BY = ("category", "published", "project")


def multiply(source, target, n_copies):
    """Writes `n_copies` of every table of a data set; returns how many rows each has."""
    n_rows = {}
    for folder in sorted(path for path in source.iterdir() if path.is_dir() and any(path.glob("year=*/*.parquet"))):
        for year in sorted(folder.glob("year=*")):
            one = pyarrow.concat_tables([parquet.read_table(path, partitioning=None) for path in sorted(year.glob("*.parquet"))])
            n_rows[folder.name] = n_rows.get(folder.name, 0) + len(one) * n_copies
            write_copies(one, target / folder.name / year.name, n_copies)
    return n_rows


def write_copies(one, folder, n_copies):
    folder.mkdir(parents=True)
    order = [(name, "ascending") for name in SORTED_BY if name in one.column_names]
    at_once = max(1, ROWS_AT_ONCE // max(1, len(one)))
    with parquet.ParquetWriter(folder / "part-0.parquet", one.schema, compression="snappy") as writer:
        for first in range(0, n_copies, at_once):
            copies = [copied(one, n) for n in range(first, min(first + at_once, n_copies))]
            writer.write_table(pyarrow.concat_tables(copies).sort_by(order), row_group_size=ROWS_AT_ONCE)


def copied(one, n):
    for name in ("project", "article_sha256", "file_sha256"):
        if name in one.column_names:
            column = one.column_names.index(name)
            kind = one.schema.field(name).type
            names = compute.binary_join_element_wise(f"{n:06}", one[name].cast(pyarrow.string()), "/").cast(kind)
            one = one.set_column(column, one.schema.field(name), names)
    return one


def timed(name, work):
    begun = time.monotonic()
    answer = work()
    print(f"{name}: {time.monotonic() - begun:.1f} s", flush=True)
    return answer


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("dataset", type=Path)
    arguments.add_argument("output", type=Path)
    arguments.add_argument("--projects", type=int, default=1_000_000)
    asked = arguments.parse_args()
    if asked.output.exists():
        sys.exit(f"There is something of that name already, and nothing was written: {asked.output}")
    one = engines.DuckDb(asked.dataset)
    expected, n_projects = one.totals(), one.n_projects()
    n_copies = -(-asked.projects // n_projects)
    n_rows = timed("Tables written", lambda: multiply(asked.dataset, asked.output, n_copies))
    for table, n in n_rows.items():
        size = sum(path.stat().st_size for path in (asked.output / table).rglob("*.parquet"))
        print(f"  {table}: {n:,} rows, {size / 1e6:,.1f} MB")
    expected = {key: best * n_copies for key, best in expected.items()}
    for engine in (engines.DuckDb, engines.Spark):
        if not engines.is_installed(engine.name):
            print(f"Skipped: {engine.name} is not installed")
            continue
        many = timed(f"{engine.name}: begun", lambda: engine(asked.output))
        totals = timed(f"{engine.name}: totals of {n_copies * n_projects:,} projects", many.totals)
        n_spans, n_wrong = timed(f"{engine.name}: words of every span", many.words)
        print(f"{engine.name}: {n_spans:,} spans, {n_wrong} of them not their words")
        many.close()
        if totals != expected or n_wrong:
            sys.exit(f"{engine.name} has other totals or words: {totals} where {expected} was due")


if __name__ == "__main__":
    main()
