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


# How long somebody has worked or driven, been insured or married: 'llevo 9 años en la ruta', 'con 30 años de trailero'.
_DOING = (
    r"(?:manejando|conduciendo|trabajando|laborando|de manejar|de conducir|de trabaj\w+|con (?:nosotros"
    r"|ustedes|la empresa|ell[oa]s|el patron|el seguro|mi poliza)|en (?:la empresa|la compania|esto|el (?:oficio|ramo"
    r"|volante|sitio|negocio)|la (?:ruta|linea|base)|carretera)|de (?:experiencia|antiguedad|servicio|chofer\w*"
    r"|operadora?|trailer\w*|taxista|camionero|conductora?|repartidor|casad[oa]s?|client\w+|asegurad[oa]|novios|viud[oa]|jubilad[oa])|como"
    r" (?:chofer|operadora?|conductora?|trailero|taxista|client\w+)|asegurad\w+|pagando|viviendo|vendiendo|sin chocar)"
)
_YEARS = r"(?:casi |como |unos |mas de |ya |apenas |alrededor de )*\d{1,2}(?: y medio)?"
_TENURE = re.compile(
    rf"\b(?:llev\w+|desde hace|hace) (?:ya |manejando |trabajando |conduciendo |conmigo |aqui |de \w+ )*{_YEARS}"
    rf"(?: anos)?\b(?: {_DOING}\b)?"
    rf"|\b(?:(?:tengo|tiene|tenia|con|cumpli\w*|son) )?(?<!\bde ){_YEARS} anos(?: (?:ya|que))? {_DOING}\b"
    rf"|\b(?:tengo|tiene) {_YEARS} {_DOING}\b"
)


def without_tenure(text: str) -> str:
    """The text, its numbers in digits, without how long somebody has worked, driven or been insured."""
    return _TENURE.sub(" ", _SUM.sub(r"\1\2", digitize(text).text))


def age(text: str, now: Optional[datetime] = None) -> Optional[int]:
    """An age in years: '38 años', 'tengo treinta y ocho', 'nací en enero del 79'; None when not said."""
    digits = without_tenure(text)
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
