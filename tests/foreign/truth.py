"""What `newsmark facts` says, added up over all projects."""

from collections import Counter

# The running tolls are none of the rows that are added up.
LISTS = ("casualties", "displacement", "at_risk", "visits")


def totals_of(facts):
    """The best of each harm or measure and unit; `facts` are objects of `facts --json`, one a project."""
    totals = Counter()
    for project in facts:
        for row in (row for name in LISTS for row in project[name]):
            # A total is absent where what is counted has none.
            if row["best"] is not None:
                totals[row.get("harm") or row["measure"], row["unit"]] += row["best"]
    return dict(totals)
