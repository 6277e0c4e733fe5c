"""What names of institutions, of what is built and of firms end with: they are nobody's names."""

from __future__ import annotations

KINDS = frozenset(
    """
    bridge museum union league bank board commission council court university hospital school airport observatory
    ministry agency authority institute association federation committee party museum library theatre stadium station
    guild chamber registry tunnel cathedral prison reservoir refinery mine canal orchestra academy foundation trust
    senate parliament assembly congress tribunal
    """.split()
)
"""What names of institutions and of what is built end with."""

FIRMS = frozenset(
    """
    group foods ferries systems biosciences holdings ltd limited inc corp corporation plc industries motors airlines
    airways pharmaceuticals technologies energy media partners bancorp llc gmbh ag laboratories entertainment
    semiconductors electronics therapeutics
    """.split()
)
"""What names of firms end with."""
