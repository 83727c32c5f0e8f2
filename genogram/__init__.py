"""The family: reading, checking, laying out and drawing the genogram."""
