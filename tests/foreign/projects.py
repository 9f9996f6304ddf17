"""Projects to ask engines about: the samples of the program and synthetic ones, always the same."""

import hashlib
import random
import shutil
from pathlib import Path

SAMPLES = Path(__file__).parents[2] / "projects"

# Each has one code point that is two in UTF-16, several that are one letter, or that reads from the right.
PLACES = ["Karsa", "Marrec 😊", "مارِّك", "Estrel 👨🏻‍🚒", "Vạn Ninh", "𐌺𐌰𐍂𐍃𐌰", "Orva\u0301n"]
SENTENCES = {
    "Killed": ["Shells killed {n} people in {place}.", "قُتل {n} شخصًا في {place}."],
    "Injured": ["In {place} {n} people were wounded 🚑.", "أُصيب {n} شخصًا بجروح في {place}."],
    "Flow": ["Some {n} people fled {place}.", "نزح {n} شخصًا من {place}."],
    "Stock": ["In {place} {n} families live in schools 🏫.", "تقيم {n} عائلة في مدارس {place}."],
}


def write_projects(folder, n_projects, seed=2026):
    """Writes so many projects into `folder`, the samples among them, and returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [Path(shutil.copy(sample, folder)) for sample in sorted(SAMPLES.glob("*.ron"))][:n_projects]
    chance = random.Random(seed)
    for n in range(len(paths), n_projects):
        # Some folders, as a desk has them.
        path = folder / f"desk {n % 7}" / f"{n:06}.ron"
        path.parent.mkdir(exist_ok=True)
        path.write_text(project(n, chance), encoding="utf-8", newline="")
        paths.append(path)
    return paths


def project(n, chance):
    """A project in version 1 of the format."""
    text, marks = f"Report {n} 📰\r\n\r\n", []
    for id in range(1, chance.randint(1, 6) + 1):
        harm = chance.choice(list(SENTENCES))
        count, place = chance.randint(1, 900), chance.choice(PLACES)
        sentence = chance.choice(SENTENCES[harm]).format(n=count, place=place)
        marks.append(mark(id, harm, len(text), sentence, count, place, chance))
        text += sentence + chance.choice([" ", "\n\n", "\r\n\r\n"])
    text += "“We left 😢,” said Dala Imren, “and came back.”\n"
    marks.append(quote(len(marks) + 1, text))
    # Some articles tell no day, and years differ: the tables have a folder a year.
    published = f'Some("{chance.choice([2024, 2025, 2026])}-0{chance.randint(1, 9)}-14")' if n % 11 else "None"
    return (
        "(version: 1, article: ("
        f'title: (value: {ron(text[: text.index(chr(13))])}), outlet: "The Karsa Post", byline: "", '
        f'published: {published}, url: "", language: "", direction: Auto, '
        f"offsets: CodePoints, sha256: {ron(hashlib.sha256(text.encode()).hexdigest())}, text: {ron(text)}), "
        f"sources: [], annotations: [{', '.join(marks)}], unplaced: [])\n"
    )


def mark(id, harm, at, sentence, count, place, chance):
    """A figure of people, some of them about, at least, running tolls or parts of the first."""
    qualifier, low, best, high = chance.choice(
        [("Exact", count, count, count), ("AtLeast", count, count, None), ("Approximately", None, count, None)]
        + [("AtMost", None, count, count)]
    )
    number = sentence.index(str(count))
    digits = anchored(str(count), at + number)
    bounds = "".join(f", {name}: Some({n})" for name, n in [("low", low), ("best", best), ("high", high)] if n)
    unit = "Household" if harm == "Stock" else "Person"
    figure = f"Some((text: {digits}, qualifier: {qualifier}{bounds}, unit: {unit}, convention: Literal))"
    where = f"Some((text: {anchored(place, at + sentence.index(place))}, name: {ron(place)}))"
    kinds = ["Event", "Event", "Event", "Cumulative"] + ([f'PartOf, of: Some("{id - 1}")'] if id > 1 else [])
    scope = f"(kind: {chance.choice(kinds)})"
    if harm in ("Killed", "Injured"):
        details = f"Casualties((harm: {harm}, figure: {figure}, where: {where}, scope: {scope}))"
    else:
        details = f"Displacement((term: Displaced, measure: {harm}, figure: {figure}, to: {where}, scope: {scope}))"
    return annotation(id, [(at, sentence)], details)


def quote(id, text):
    """A quotation of two stretches of words."""
    parts = ["“We left 😢,”", "“and came back.”"]
    return annotation(id, [(text.rindex(part), part) for part in parts], "Quotes((kind: Direct))")


def annotation(id, spans, details):
    at = ", ".join(f"({start}, {start + len(words)})" for start, words in spans)
    words = ", ".join(ron(words) for _, words in spans)
    return (
        f'(id: "{id}", at: [{at}], words: [{words}], details: {details}, '
        'status: Draft, author: "Ines Varga", note: "")'
    )


def anchored(words, at):
    return f"(value: {ron(words)}, words: Some({ron(words)}), at: Some(({at}, {at + len(words)})))"


def ron(words):
    escapes = {"\\": "\\\\", '"': '\\"', "\r": "\\r", "\n": "\\n"}
    return '"' + "".join(escapes.get(c, c) for c in words) + '"'
