"""How much two texts of different kinds share, such as a takeaway and the notes behind it.

The mean of two cosines, of weighted stems and of weighted runs of letters: it needs no fitting,
ranks nearly as well as what is fitted (see `tests/benchmarks/likeness.py`), and costs one pass.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

from swotcli.likeness import search
from swotcli.likeness.corpus import MEASURES, Corpus
from swotcli.likeness.shape import shaped

_STEMS, _RUNS = MEASURES.index("stems"), MEASURES.index("runs")


def most_like(
    texts: Sequence[str], others: Sequence[str], lang: str, least: float, most: int
) -> list[list[tuple[int, float]]]:
    """Return for each text the places of the others that share most with it, best first.

    Args:
        texts: What is asked about.
        others: What is looked through.
        lang: The language of all of them.
        least: What shares less is left out; from 0 to 1.
        most: How many to return for each text at most.
    """
    corpus = Corpus([shaped(text, lang) for text in (*texts, *others)])
    places = array("I", range(len(texts), corpus.size))
    found = []
    for text in range(len(texts)):
        shared = [(-_mean(values), other) for other, values in corpus.measured(text, places)]
        best = sorted(pair for pair in shared if -pair[0] >= least)[:most]
        found.append([(other - len(texts), -value) for value, other in best])
    return found


def overlapping(texts: Sequence[str], lang: str, least: float) -> Iterator[tuple[int, int, float]]:
    """Yield every two texts, by their places, that share so much or more.

    Among many texts only promising pairs are looked at; see `search`.
    """
    corpus = Corpus([shaped(text, lang) for text in texts])
    for one, partners in enumerate(search.pairs(corpus)):
        for other, values in corpus.measured(one, partners):
            if (shared := _mean(values)) >= least:
                yield one, other, shared


def _mean(values: Sequence[float]) -> float:
    return round((values[_STEMS] + values[_RUNS]) / 2, 6)
