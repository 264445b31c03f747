"""The site looked at from outside: what must be there, what is asked of it, and what the journals may say of it."""
