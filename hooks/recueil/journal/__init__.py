"""The journal of an authority: what went online, when, and what it was, in lines that each seal the one before."""
