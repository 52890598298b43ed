"""Whose the policy is, where that is told of somebody by name: 'no soy yo la del seguro, es mi tía Graciela'."""

import re
from typing import List

from . import companies, speaker
from .folding import fold
from .found import Found
from .lookups import words
from .name_choice import stretches
from .named_after import a_thing, keep, name_after, person
from .names import FIRST
from .person_words import OWNER_AFTER, OWNER_BEFORE

_HOLDS = (
    r"(?:(?:el|la) (?:del seguro|de la poliza)|(?:(?:el|la) que|quien) (?:tiene|paga|contrato|saco|compro|trae"
    r"|esta en) (?:el seguro"
    r"|la poliza|el carro|la camioneta|este seguro|esta poliza))"
)
_ITS_OWNER = (
    rf"(?:{_HOLDS}|(?:el|la) (?:asegurad[oa]|titular|contratante|duen[oa]|propietari[oa]"
    rf"|client[ea])\b(?: del? (?:la |el )?(?:poliza"
    r"|seguro|carro|coche|auto|camioneta|moto|unidad))?)"
)
_POLICY = r"(?:el seguro|la poliza|el (?:carro|coche|auto|taxi)|la (?:camioneta|moto|troca|unidad))"
_NOT_MINE_BUT = re.compile(
    rf"\b(?:(?:yo )?no (?:soy|era) (?:yo )?{_ITS_OWNER}|{_ITS_OWNER} no (?:soy|es) (?:yo)?"
    rf"|{_POLICY} no (?:es mi[oa]|esta a (?:mi )?nombre(?: mio)?|viene a mi nombre|lo (?:pago|tengo) yo))"
    r"[\s,.;]+(?:pero )?(?:si ?no )?(?:que )?(?:(?:es|era|esta|viene|esta a nombre) )?(?:a nombre )?(?:de(?:l)? )?"
    r"|\b(?:la poliza (?:la )?|el seguro (?:lo )?)(?:saco|tiene|paga|contrato|compro|tramito) (?=(?:mi|nuestr[oa])\b)"
    rf"|\b{_HOLDS} (?:es|se llama) (?=mi\b)"
)


def not_mine_but(text: str, folded: str, out: List[Found]) -> None:
    """'No soy yo la del seguro, es mi tía Graciela', 'el que paga el seguro es mi papá, Ramón Vera'."""
    for match in _NOT_MINE_BUT.finditer(folded):
        if speaker.OTHERS.search(folded[: match.end()]):
            continue
        named = name_after(text, match.end(), sure=False)
        if named:
            keep(out, person(text, *named[:2], "insured", relation=named[2]))


def named(text: str, folded: str, out: List[Found]) -> None:
    """'la señora Laura Méndez, que es la dueña de la póliza', 'el coche es de mi tío Héctor Zamudio'."""
    said = words(text)
    for match in OWNER_AFTER.finditer(folded):
        last = max((i for i, w in enumerate(said) if w.end <= match.start()), default=-1)
        name = next((one for one in stretches(text) if one.after == last + 1), None)
        if name and said[last].end == match.start() and not a_thing(said, name):
            start, end = said[name.first].start, said[name.after - 1].end
            keep(out, person(text, start, end, "insured"))
    for match in OWNER_BEFORE.finditer(folded):
        firm = companies.read(text[match.end() :], asked=False)
        named = name_after(text, match.end(), sure=False)
        if firm:
            start, end = match.end() + firm[0], match.end() + firm[1]
            keep(out, person(text, start, end, "insured"))
        elif named and (named[2] or fold(text[named[0] : named[1]]).split()[0] in FIRST):
            start, end, relation = named
            keep(out, person(text, start, end, "insured", relation=relation))
