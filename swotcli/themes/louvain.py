"""Groups in a weighted graph: the Louvain method (Blondel, Guillaume, Lambiotte, Lefebvre 2008).

Each node goes to the neighbouring group that raises modularity most, in the order of the numbers,
until none moves; then groups become nodes, and so on. Modularity has the resolution of Reichardt
and Bornholdt (2006). All weights are whole numbers, so that no rounding can turn a choice: the
same graph gives the same groups on every machine. Ties go to the lowest number.
"""

from __future__ import annotations

from collections.abc import Sequence

Graph = Sequence[dict[int, int]]
"""For each node its neighbours and the weight of each tie, the same both ways; a node may be tied
to itself, then with the weight of both its ends."""

RESOLUTION = (9, 10)
"""How small groups are, as a fraction: below 1, chance counts for less and groups are larger."""


def groups(graph: Graph) -> list[list[int]]:
    """Return the groups, each sorted, in the order of their first nodes."""
    members = [[node] for node in range(len(graph))]
    while True:
        labels = _moved(graph)
        numbers = {label: n for n, label in enumerate(dict.fromkeys(labels))}
        if len(numbers) == len(graph):
            return sorted(sorted(group) for group in members)
        joined: list[list[int]] = [[] for _ in numbers]
        for node, label in enumerate(labels):
            joined[numbers[label]] += members[node]
        graph = _folded(graph, [numbers[label] for label in labels], len(numbers))
        members = joined


def _moved(graph: Graph) -> list[int]:
    """Return for each node the group it stands in when no single move raises modularity."""
    above, below = RESOLUTION
    strength = [sum(ties.values()) for ties in graph]
    whole = sum(strength) * below
    labels = list(range(len(graph)))
    total = list(strength)
    moved = True
    while moved:
        moved = False
        for node, ties in enumerate(graph):
            mine = labels[node]
            links = {mine: 0}
            for other, weight in ties.items():
                if other != node:
                    links[labels[other]] = links.get(labels[other], 0) + weight
            total[mine] -= strength[node]
            chance = above * strength[node]
            best, most = mine, links[mine] * whole - chance * total[mine]
            for label in sorted(links):
                gain = links[label] * whole - chance * total[label]
                if gain > most:
                    best, most = label, gain
            total[best] += strength[node]
            if best != mine:
                labels[node] = best
                moved = True
    return labels


def _folded(graph: Graph, group_of: Sequence[int], count: int) -> list[dict[int, int]]:
    """Return the graph of the groups: the ties between two of them, and within one, summed."""
    folded: list[dict[int, int]] = [{} for _ in range(count)]
    for node, ties in enumerate(graph):
        into = folded[group_of[node]]
        for other, weight in ties.items():
            group = group_of[other]
            into[group] = into.get(group, 0) + weight
    return folded
