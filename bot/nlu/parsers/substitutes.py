"""The car that is lent for one's own: '¿me van a prestar otro carro?' speaks of nobody else."""

import re

from .folding import fold

_LENT = re.compile(
    r"\b(?:prest|rent|consig|compr|repon|repus|entreg)\w*(?: (?:me|nos|un|una))* otr[oa] (?:carr|coch|aut|camion"
    r"|unid|vehic)\w*"
    r"|\b(?:me|nos) (?:(?:van|va|pueden|podrian|iban) a )?(?:da[nr]|den|dieran|mand[ae][nr]|pon[eg]\w*) otr[oa]"
    r" (?:carr|coch|aut|camion|unid|vehic)\w*"
)


def without_substitutes(text: str) -> str:
    """The text with blanks where another car is asked for in place of one's own."""
    for lent in _LENT.finditer(fold(text)):
        text = text[: lent.start()] + " " * (lent.end() - lent.start()) + text[lent.end() :]
    return text
