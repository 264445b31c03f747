"""What ``mesurer`` is made of: the acts built by Recueil and by Hugo, process by process, and what comes out of it."""
