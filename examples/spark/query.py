"""Asks a data set what was reported: killed by month, quotations by speaker, and what waits for a reviewer."""

import argparse

from pyspark.sql import SparkSession

QUESTIONS = {
    "Killed by month, as reported": """
        select date_format(coalesce(when_day, published), 'yyyy-MM') as month, counted_unit,
               case when count(*) = count(counted_low) then sum(counted_low) end as low,
               case when count(*) = count(counted_best) then sum(counted_best) end as best,
               case when count(*) = count(counted_high) then sum(counted_high) end as high,
               count(*) as n_records
        from annotations where counts and counted_of = 'Killed' group by 1, 2 order by 1, 2
    """,
    "Quotations by speaker": """
        select coalesce(attribution_source_name, attribution_words) as speaker, count(*) as n
        from annotations where category = 'Quotes' group by 1 order by n desc, speaker limit 20
    """,
    "Marks by how far they have come": """
        select year, status, count(*) as n from annotations group by 1, 2 order by 1, 2
    """,
}


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("dataset", help="the folder that newsmark dataset wrote, where every worker can read it")
    arguments.add_argument("--master", default="local[*]")
    asked = arguments.parse_args()
    spark = SparkSession.builder.master(asked.master).appName("newsmark data set").getOrCreate()
    # The folder `year=…` becomes a column by itself.
    spark.read.parquet(f"{asked.dataset}/annotations").createOrReplaceTempView("annotations")
    for title, question in QUESTIONS.items():
        print(title)
        spark.sql(question).show(100, truncate=60)
    spark.stop()


if __name__ == "__main__":
    main()
