"""Runs `newsmark suggest --jsonl` over a folder of articles on every core of a cluster, and totals what is proposed."""

import argparse
import json
import shlex

from pyspark.sql import SparkSession
from pyspark.sql import functions as sql
from pyspark.sql.types import DoubleType, LongType, StringType, StructField, StructType

PROPOSAL = StructType(
    [
        StructField("article", StringType(), False),
        StructField("sha256", StringType()),
        StructField("category", StringType()),
        StructField("start_cp", LongType()),
        StructField("end_cp", LongType()),
        StructField("words", StringType()),
        StructField("rule", StringType()),
        StructField("tier", StringType()),
        StructField("probability", DoubleType()),
        StructField("counted", StringType()),
        StructField("unit", StringType()),
        StructField("best", LongType()),
        StructField("error", StringType()),
    ]
)


def line_of(article):
    """A line of the stream. Its path is its id, by which the answer finds it again."""
    path, text = article
    return json.dumps({"id": path, "text": text})


def rows_of(line):
    """A row a proposal of an answer; one with an error where the line was refused."""
    answer = json.loads(line)
    article = str(answer["id"])
    if "error" in answer:
        yield (article, *[None] * 11, answer["error"])
    for proposal in answer.get("suggestions", []):
        details = proposal["details"]
        figure = details.get("figure") or {}
        yield (
            article,
            answer["article"]["sha256"],
            proposal["category"],
            proposal["at"][0]["start"],
            proposal["at"][-1]["end"],
            " … ".join(span["text"] for span in proposal["at"]),
            proposal["rule"],
            proposal["tier"],
            proposal["probability"],
            details.get("harm") or details.get("measure"),
            figure.get("unit"),
            figure.get("best"),
            None,
        )


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("articles", help="a folder of plain text in UTF-8, which every worker can read")
    arguments.add_argument("-o", "--output", required=True, help="the folder of the Parquet files")
    arguments.add_argument("--newsmark", default="newsmark", help="the program, on every worker")
    arguments.add_argument("--master", default="local[*]")
    asked = arguments.parse_args()
    spark = SparkSession.builder.master(asked.master).appName("newsmark suggest").getOrCreate()
    cores = spark.sparkContext.defaultParallelism
    # A few partitions for each core, as articles differ in length. Each runs the program once, on one core.
    articles = spark.sparkContext.wholeTextFiles(asked.articles, minPartitions=4 * cores)
    # A refused article has a row with its error, and the program ends with 1: that is no reason to run it again.
    answers = articles.map(line_of).pipe(f"{shlex.quote(asked.newsmark)} suggest --jsonl", checkCode=False)
    spark.createDataFrame(answers.flatMap(rows_of), PROPOSAL).write.mode("errorifexists").parquet(asked.output)
    proposals = spark.read.parquet(asked.output)
    totals = proposals.where("error is null").groupBy("category", "counted", "unit", "tier")
    totals.agg(sql.count("*").alias("n"), sql.sum("best").alias("best")).orderBy("category", "counted", "tier").show(100)
    refused = proposals.where("error is not null")
    print(f"{refused.count()} articles were refused")
    refused.select("article", "error").show(20, truncate=100)
    spark.stop()


if __name__ == "__main__":
    main()
