"""The papers of the register, as PDF/A that last: an act, a list for the door, a poster, what a mayor signs."""
