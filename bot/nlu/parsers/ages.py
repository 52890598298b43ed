"""Ages in years: as said, from the birthday to come ('cumplo los 70 en mayo') or from the date of birth."""

import re
from datetime import datetime
from typing import Optional

from .days import MONTHS
from .digitized import digitize

_MONTH = "|".join(MONTHS)
_AGE = re.compile(
    r"\b(?:tengo|tiene|de|edad(?: es)?(?: de)?|cumpli|cumplio|con|son|es de|como de"
    r"|unos)?\s*(\d{1,2})\s*(?:anos|anitos|primaveras|añitos|a[nñ]os)\b"
)
_SAID = re.compile(r"\b(?:tengo|tiene|edad|cumpli)\D{0,12}(\d{1,2})\b(?!\s*(?:minutos|horas|carros|km|dias|hijos))")
_COMING = re.compile(
    r"(?<!hoy )\b(?:cumplo|cumple|cumplire|cumplira|(?:voy a|va a|por|estoy por|a punto de|apenas va a) cumplir)"
    r" (?:ya )?(?:los |sus )?(\d{1,2})\b(?! hoy| ahorita)"
)
_BORN = re.compile(
    rf"\b(?:naci|nacio|nacid[oa]|soy|es) (?:(?:en|el|del?|dia|ano|la|mes|\d{{1,2}}) )*?(?:(?P<day>\d{{1,2}}) de )?"
    rf"(?:(?P<month>{_MONTH}) (?:del? )?)?(?:(?:en|el|del?|ano) )*(?P<year>(?:19|20)\d\d|\d\d)\b(?! (?:anos|de))"
)
_SUM = re.compile(r"\b([2-9])0 (?:y|i) ([1-9])\b(?! (?:mes|medio|dia))")  # '60 y 7'


def age(text: str, now: Optional[datetime] = None) -> Optional[int]:
    """An age in years: '38 años', 'tengo treinta y ocho', 'nací en enero del 79'; None when not said."""
    digits = _SUM.sub(r"\1\2", digitize(text).text)
    coming = _COMING.search(digits)
    if coming:
        return _possible(int(coming[1]) - 1)
    born = _BORN.search(digits)
    if born and (born.group().startswith("nac") or re.match(r"\w+ del? ", born.group())):
        return _possible(_since(born, now or datetime.now()))
    match = _AGE.search(digits) or _SAID.search(digits) or re.fullmatch(r"\D{0,20}(\d{1,2})\D{0,10}", digits)
    return _possible(int(match[1])) if match else None


def _possible(years: int) -> Optional[int]:
    return years if 5 <= years <= 99 else None


def _since(born: "re.Match[str]", now: datetime) -> int:
    year = int(born["year"])
    if year < 100:
        year += 2000 if year <= now.year % 100 else 1900
    month = MONTHS.get(born["month"] or "", 0)
    return now.year - year - ((month, int(born["day"] or 0)) > (now.month, now.day))
