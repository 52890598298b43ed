"""The board: what is happening now, ordered by what matters."""
