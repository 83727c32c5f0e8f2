"""Who stands above themselves: circles in lines of descent, which no tidy family has."""

from __future__ import annotations

import graphlib
from collections.abc import Collection


def circles(edges: Collection[tuple[str, str]]) -> list[set[str]]:
    """The sets of ids each of which can be reached from all the others along (upper, lower)."""
    above: dict[str, set[str]] = {}
    for upper, lower in edges:
        above.setdefault(lower, set()).add(upper)
    try:
        graphlib.TopologicalSorter(above).prepare()
    except graphlib.CycleError:
        return _strongly_connected(edges)
    return []


def _strongly_connected(edges: Collection[tuple[str, str]]) -> list[set[str]]:
    import networkx as nx  # a fifth of a second, for the few families that have a circle

    graph = nx.DiGraph(edges)
    parts = (set(part) for part in nx.strongly_connected_components(graph))
    return [part for part in parts if len(part) > 1 or graph.has_edge(*part, *part)]
