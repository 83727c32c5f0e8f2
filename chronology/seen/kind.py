"""The kind of contact a narrative tells of, where no column says so."""

from __future__ import annotations

from chronology.model import Kind
from chronology.seen.scene import Scene

_KINDS = (
    ("visit", Kind.VISIT),
    ("appointment", Kind.APPOINTMENT),
    ("session", Kind.SESSION),
    ("meeting", Kind.MEETING),
    ("remote", Kind.REMOTE),
)


def contact_kind(scene: Scene) -> Kind:
    """The kind whose words stand first in the text; `other` where none does."""
    first = {
        kind: min(hit.first for hits in scene.scopes[says].values() for hit in hits)
        for says, kind in _KINDS
        if says in scene.scopes
    }
    return min(first, key=lambda kind: first[kind], default=Kind.OTHER)
