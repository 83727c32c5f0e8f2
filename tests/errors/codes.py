"""The finding codes that the source raises, read from the source itself.

A code is a literal handed over as `code`: by name, or in the place of a parameter named `code`
of one of our own functions. A code put together at run time could not be looked up by anybody.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("chronology", "genogram", "caseweave")


@cache
def codes_raised() -> dict[str, str]:
    """Every code -> 'file:line' where it is raised; `*` stands for a part known only when it runs.

    Raises ValueError for a code of which no part is written in the source.
    """
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in _sources()}
    shared = {n: at for tree in trees.values() for n, at in _takers(tree) if n[0] != "_"}
    return {
        code: f"{path.relative_to(ROOT).as_posix()}:{line}"
        for path, tree in trees.items()
        for code, line in _raised(tree, shared | dict(_takers(tree)), path)
    }


def _sources() -> list[Path]:
    return sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def _takers(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Functions with a parameter `code`, and its place among what is handed over."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            names = [argument.arg for argument in node.args.args if argument.arg != "self"]
            if "code" in names:
                yield node.name, names.index("code")


def _raised(tree: ast.Module, places: dict[str, int], path: Path) -> Iterator[tuple[str, int]]:
    tables = dict(_tables(tree))
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        given = [word.value for word in node.keywords if word.arg == "code"]
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        name = node.func.id if isinstance(node.func, ast.Name) else name
        if name in places and len(node.args) > places[name]:
            given.append(node.args[places[name]])
        for code in given:
            for text in _written(code, tables, path):
                yield text, code.lineno


def _tables(tree: ast.Module) -> Iterator[tuple[str, list[ast.expr]]]:
    """Dicts at the top of a module: name -> values."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    yield target.id, node.value.values


def _written(code: ast.expr, tables: dict[str, list[ast.expr]], path: Path) -> Iterator[str]:
    match code:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from _written(one, tables, path)
            yield from _written(other, tables, path)
        case ast.JoinedStr(values=parts):
            yield "".join(str(p.value) if isinstance(p, ast.Constant) else "*" for p in parts)
        case ast.Subscript(value=ast.Name(id=table)) if table in tables:
            for value in tables[table]:
                yield from _written(value, tables, path)
        case (
            ast.Attribute(attr="code")
            | ast.Name(id="code")
            | ast.Subscript(slice=ast.Constant(value="code"))
        ):
            return  # handed on from where it was raised
        case _:
            raise ValueError(f"{path.name}:{code.lineno}: no part of the code is written there")
