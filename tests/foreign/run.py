"""Whether other engines add up what `newsmark facts` adds up, and find the words of every mark."""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from xml.etree import ElementTree

import engines
from cluster import cluster
from projects import write_projects
from truth import totals_of

TOP = Path(__file__).parents[2]
EXAMPLES = TOP / "examples"


class Desk:
    """The projects, what Newsmark says of them, and the data set."""

    def __init__(self, newsmark, n_projects, folder):
        self.newsmark, self.folder = newsmark, folder
        self.projects = write_projects(folder / "projects", n_projects)
        self.facts = json.loads(self.run("facts", "--json", *self.projects))
        self.totals = totals_of(self.facts)
        self.n_spans = 0
        self.facts_lines, self.project_lines = folder / "facts.jsonl", folder / "projects.jsonl"
        named = "".join(f"{path}\n" for path in self.projects)
        self.facts_lines.write_text(self.run("facts", "--jsonl", "--jobs", "2", input=named), encoding="utf-8")
        lines = self.run("export", "--to", "jsonl", "--jobs", "2", input=named)
        self.project_lines.write_text(lines, encoding="utf-8")
        for line in lines.splitlines():
            self.n_spans += sum(len(mark["at"]) for mark in json.loads(line)["annotations"])
        self.tables = folder / "tables"
        made = subprocess.run(
            [newsmark, "dataset", folder / "projects", "-o", self.tables], capture_output=True, encoding="utf-8"
        )
        # Without the command, or with one that says that this build has none, there is no folder.
        self.has_tables = made.returncode == 0 and (self.tables / "annotations").is_dir()
        self.no_tables = made.stderr.strip().splitlines()[0] if made.stderr.strip() else "no table was written"

    def run(self, *arguments, input=""):
        command = [self.newsmark, *arguments]
        return subprocess.run(command, input=input, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout


DESK: Desk


class Lines(unittest.TestCase):
    """Of JSON Lines, by pipes."""

    def test_a_line_of_facts_is_a_project_of_the_document_in_its_order(self):
        lines = DESK.facts_lines.read_text(encoding="utf-8").split("\n")
        self.assertEqual([json.loads(line) for line in lines if line], DESK.facts)
        self.assertGreater(len(DESK.totals), 3)

    def test_a_line_of_an_export_has_the_words_of_every_span_in_its_text(self):
        with open(DESK.project_lines, encoding="utf-8", newline="\n") as lines:
            for project in map(json.loads, lines):
                for span in (span for mark in project["annotations"] for span in mark["at"]):
                    self.assertEqual(project["article"]["text"][span["start"] : span["end"]], span["text"])

    def test_duckdb_reads_both(self):
        if not engines.is_installed("duckdb"):
            self.skipTest("duckdb is not installed")
        import duckdb

        rows = " union all ".join(
            f"select r.{key} as counted, r.unit as unit, r.best as best from "
            f"(select unnest({name}) as r from read_json('{DESK.facts_lines}', sample_size = -1))"
            for name, key in (("casualties", "harm"), ("displacement", "measure"))
        )
        totals = duckdb.sql(
            f"select counted, unit, sum(best) from ({rows}) where best is not null group by counted, unit"
        ).fetchall()
        expected = totals_of([dict(project, at_risk=[], visits=[]) for project in DESK.facts])
        self.assertEqual({(of, unit): int(best) for of, unit, best in totals}, expected)
        article = "struct(text varchar)"
        shape = """struct("at" struct("start" bigint, "end" bigint, "text" varchar)[])[]"""
        lines = f"read_json('{DESK.project_lines}', columns = {{article: '{article}', annotations: '{shape}'}})"
        marks = f"select article.text as text, unnest(annotations) as mark from {lines}"
        spans = f'select text, unnest(mark."at") as span from ({marks})'
        words = """substr(text, span."start" + 1, span."end" - span."start") = span.text"""
        [(n_spans, n_right)] = duckdb.sql(f"select count(*), count(*) filter ({words}) from ({spans})").fetchall()
        self.assertEqual((n_spans, n_right), (DESK.n_spans, DESK.n_spans))


class Tables(unittest.TestCase):
    """Of the data set."""

    def setUp(self):
        if not DESK.has_tables:
            self.skipTest(f"there is no data set: {DESK.no_tables}")

    def ask(self, engine, *arguments):
        if not engines.is_installed(engine.name):
            self.skipTest(f"{engine.name} is not installed")
        if engine is engines.Spark and shutil.which("java") is None:
            self.skipTest("there is no Java for pyspark")
        asked = engine(DESK.tables, *arguments)
        self.addCleanup(asked.close)
        self.assertEqual(asked.totals(), DESK.totals)
        self.assertEqual(asked.words(), (DESK.n_spans, 0))

    def test_duckdb(self):
        self.ask(engines.DuckDb)

    def test_datafusion(self):
        self.ask(engines.DataFusion)

    def test_pandas(self):
        self.ask(engines.Pandas)

    def test_pyarrow(self):
        self.ask(engines.Arrow)

    def test_spark_in_one_process(self):
        self.ask(engines.Spark)

    def test_spark_on_a_master_with_two_workers(self):
        if not engines.is_installed("pyspark") or shutil.which("java") is None:
            self.skipTest("pyspark or its Java is not there")
        with cluster() as master:
            self.ask(engines.Spark, master)
            # The session ends before its workers.
            self.doCleanups()


class Examples(unittest.TestCase):
    """Of `examples/`, as their READMEs run them."""

    def run_example(self, *arguments):
        environment = dict(os.environ, SPARK_LOCAL_IP="127.0.0.1")
        command = [sys.executable, *arguments]
        ran = subprocess.run(command, cwd=DESK.folder, env=environment, capture_output=True, encoding="utf-8")
        self.assertEqual(ran.returncode, 0, ran.stderr)
        return ran.stdout

    def need(self, engine, has_tables=False):
        if not engines.is_installed(engine):
            self.skipTest(f"{engine} is not installed")
        if engine == "pyspark" and shutil.which("java") is None:
            self.skipTest("there is no Java for pyspark")
        if has_tables and not DESK.has_tables:
            self.skipTest(f"there is no data set: {DESK.no_tables}")

    def test_plots_of_duckdb_are_drawn(self):
        self.need("duckdb", has_tables=True)
        self.run_example(EXAMPLES / "duckdb" / "plots.py", DESK.tables, "-o", "plots")
        for name in ("killed_by_month", "displaced_by_place"):
            bars = ElementTree.parse(DESK.folder / "plots" / f"{name}.svg").getroot().findall("{*}rect")
            # The first is the paper.
            self.assertGreater(len(bars), 5, name)

    def test_spark_asks_the_data_set(self):
        self.need("pyspark", has_tables=True)
        out = self.run_example(EXAMPLES / "spark" / "query.py", DESK.tables, "--master", "local[2]")
        self.assertIn("2025-03", out)

    def test_spark_proposes_on_two_workers_what_newsmark_does_by_itself(self):
        self.need("pyspark")
        if not engines.is_installed("pyarrow"):
            self.skipTest("pyarrow is not installed, which reads what Spark wrote")
        articles, output = DESK.folder / "articles", DESK.folder / "proposals"
        articles.mkdir()
        for article in (TOP / "assets" / "articles").glob("*.txt"):
            shutil.copy(article, articles)
        with cluster() as master:
            self.run_example(
                *(EXAMPLES / "spark" / "suggest.py", articles, "-o", output),
                *("--newsmark", DESK.newsmark, "--master", master),
            )
        import pyarrow.parquet

        rows = pyarrow.parquet.read_table(output).to_pylist()
        found = sorted((Path(row["article"]).name, row["start_cp"], row["end_cp"], row["rule"]) for row in rows)
        expected = []
        for article in articles.iterdir():
            # By the stream as well: a file tells its language, of which a line of text alone knows nothing.
            # And by its bytes, as Python would turn CR LF into one code point.
            line = json.dumps({"id": article.name, "text": article.read_bytes().decode()})
            for one in json.loads(DESK.run("suggest", "--jsonl", input=line))["suggestions"]:
                expected.append((article.name, one["at"][0]["start"], one["at"][-1]["end"], one["rule"]))
        self.assertGreater(len(expected), 20)
        self.assertEqual(found, sorted(expected))


def main():
    global DESK
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--newsmark", type=Path, default=TOP / "target" / "release" / "newsmark")
    arguments.add_argument("--projects", type=int, default=500)
    asked, rest = arguments.parse_known_args()
    with tempfile.TemporaryDirectory() as folder:
        DESK = Desk(asked.newsmark.resolve(), asked.projects, Path(folder))
        ran = unittest.main(argv=[sys.argv[0], *rest], exit=False, verbosity=2)
    for test, why in ran.result.skipped:
        print(f"Skipped: {test.id()}: {why}", file=sys.stderr)
    sys.exit(0 if ran.result.wasSuccessful() else 1)


if __name__ == "__main__":
    main()
