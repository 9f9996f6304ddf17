"""The same questions asked of each engine.

Each answers two: what the marks of a data set add up to; and how many stretches of words there are in it, with how many
of them are not what stands in the text at their place.
"""

import importlib.util
import os

# A total is absent in a project where what is counted has none.
TOTALS = """
    with totals as (
        select project, counted_of, counted_unit,
               case when count(counted_best) = count(*) then sum(counted_best) end as best
        from annotations where counts group by project, counted_of, counted_unit)
    select counted_of, counted_unit, sum(best) as best
    from totals group by counted_of, counted_unit having sum(best) is not null
"""

WORDS = """
    select count(*) as n_spans,
           sum(case when substr(a.text, s.start_cp + 1, s.end_cp - s.start_cp) = s.words then 0 else 1 end) as n_wrong
    from spans s join articles a on a.project = s.project
"""

TABLES = ("annotations", "spans", "articles")


class DuckDb:
    name = "duckdb"

    def __init__(self, folder):
        import duckdb

        self.connection = duckdb.connect()
        for table in TABLES:
            files = f"read_parquet('{folder}/{table}/*/*.parquet', hive_partitioning = true)"
            self.connection.execute(f"create view {table} as select * from {files}")

    def totals(self):
        return {(of, unit): int(best) for of, unit, best in self.connection.execute(TOTALS).fetchall()}

    def words(self):
        [(n_spans, n_wrong)] = self.connection.execute(WORDS).fetchall()
        return int(n_spans), int(n_wrong)

    def n_projects(self):
        [(n_projects,)] = self.connection.execute("select count(*) from articles").fetchall()
        return n_projects

    def close(self):
        self.connection.close()


class DataFusion:
    name = "datafusion"

    def __init__(self, folder):
        import datafusion
        import pyarrow

        self.context = datafusion.SessionContext()
        year = [("year", pyarrow.int32())]
        for table in TABLES:
            self.context.register_parquet(table, f"{folder}/{table}/", table_partition_cols=year)

    def totals(self):
        rows = self.context.sql(TOTALS).to_pylist()
        return {(row["counted_of"], row["counted_unit"]): row["best"] for row in rows}

    def words(self):
        [row] = self.context.sql(WORDS).to_pylist()
        return row["n_spans"], row["n_wrong"]

    def close(self):
        pass


class Pandas:
    name = "pandas"

    def __init__(self, folder):
        import pandas

        self.tables = {table: pandas.read_parquet(f"{folder}/{table}") for table in TABLES}

    def totals(self):
        marks = self.tables["annotations"]
        counted = marks[marks["counts"].fillna(False).astype(bool)]
        of = ["counted_of", "counted_unit"]
        # Of a project with one that has no best, the total is absent.
        bests = counted.groupby(["project", *of])["counted_best"].agg(lambda best: best.sum(skipna=False))
        totals = bests.dropna().groupby(of).sum()
        return {key: int(best) for key, best in totals.items()}

    def words(self):
        spans = self.tables["spans"].merge(self.tables["articles"][["project", "text"]], on="project")
        found = [row.text[row.start_cp : row.end_cp] == row.words for row in spans.itertuples()]
        return len(found), found.count(False)

    def close(self):
        pass


class Arrow:
    name = "pyarrow"

    def __init__(self, folder):
        import pyarrow.dataset

        self.tables = {
            table: pyarrow.dataset.dataset(f"{folder}/{table}", partitioning="hive").to_table() for table in TABLES
        }

    def totals(self):
        import pyarrow.compute as compute

        marks = self.tables["annotations"].filter(compute.field("counts"))
        of = ["counted_of", "counted_unit"]
        every = compute.ScalarAggregateOptions(skip_nulls=False)
        bests = marks.group_by(["project", *of]).aggregate([("counted_best", "sum", every)])
        rows = bests.drop_null().group_by(of).aggregate([("counted_best_sum", "sum")]).to_pylist()
        return {tuple(row[key] for key in of): row["counted_best_sum_sum"] for row in rows}

    def words(self):
        texts = {row["project"]: row["text"] for row in self.tables["articles"].select(["project", "text"]).to_pylist()}
        rows = self.tables["spans"].to_pylist()
        found = [texts[row["project"]][row["start_cp"] : row["end_cp"]] == row["words"] for row in rows]
        return len(found), found.count(False)

    def close(self):
        pass


class Spark:
    name = "pyspark"

    def __init__(self, folder, master="local[2]"):
        self.session = spark_session(master)
        for table in TABLES:
            self.session.read.parquet(f"{folder}/{table}").createOrReplaceTempView(table)

    def totals(self):
        rows = self.session.sql(TOTALS).collect()
        return {(row["counted_of"], row["counted_unit"]): row["best"] for row in rows}

    def words(self):
        [row] = self.session.sql(WORDS).collect()
        return row["n_spans"], row["n_wrong"]

    def close(self):
        self.session.stop()


def spark_session(master):
    """A session that talks to this machine alone and leaves no page open."""
    # Else it asks the system for an address, and tells at length which one it took.
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master(master).appName("newsmark")
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.executor.memory": "512m",
        # The default of 200 is for a hall of machines.
        "spark.sql.shuffle.partitions": "4",
        "spark.sql.session.timeZone": "UTC",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session


ENGINES = (DuckDb, DataFusion, Pandas, Arrow, Spark)


def is_installed(name):
    return importlib.util.find_spec(name) is not None
