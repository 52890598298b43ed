"""Letters by telephone: their Spanish names, with a word where two sound alike."""

NAMES = {
    "A": "a", "B": "be de burro", "C": "ce de casa", "D": "de de dado", "E": "e", "F": "efe de foco", "G": "ge de gato",
    "H": "hache", "I": "i latina", "J": "jota", "K": "ka", "L": "ele", "M": "eme de mamá", "N": "ene de Nicolás",
    "Ñ": "eñe", "O": "o", "P": "pe de papá", "Q": "cu", "R": "erre", "S": "ese de sapo", "T": "te de taza", "U": "u",
    "V": "ve de vaca", "W": "doble u", "X": "equis", "Y": "i griega", "Z": "zeta de zapato",
}  # fmt: skip


def name(letter: str) -> str:
    """How `letter` is said; the letter itself when it has no name here."""
    return NAMES.get(letter.upper(), letter)
