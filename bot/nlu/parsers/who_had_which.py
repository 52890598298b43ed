"""Cars told by who drives them: 'el de la Nissan quiso rebasar', 'los rateros iban en un Tsuru', 'frenó el Sentra'."""

import re

ROBBERS_HAD = re.compile(
    r"\b(?:rateros?|ladron(?:es)?|asaltantes?|sujetos?|tipos|weyes|batos|chavos|ellos|malandros"
    r"|delincuentes)\b[^.;,]{0,40}"
    r"\b(?:en|con) (?:un|una|el|la)\s*$"
)
# Who drives it, unless it is told which one is meant: 'soy el del Aveo', 'es la del Versa'.
_OF_THAT_CAR = re.compile(
    r"(?<!\bes )(?<!\bson )(?<!\bera )(?<!\bsoy )(?<!\beran )\b(?:el|la|los|las|al)"
    r" (?:de la|del|de las|de los|dl|d la)\s*$"
)
_ITS_PAPERS = re.compile(
    r"\b(?:poliza|seguro|placas?|inciso|llaves?|papeles|tarjeta|mi[oa]|nuestr[oa]|quiero|reporto|serie)\b[^.;]{0,30}$"
)
_DID = re.compile(r"\s*,?\s*(?:(?:que|ya|si|no|ni|tambien|aqui|ahi|le|les|se|me|nos|lo|la) )*[a-z]{2,}")
# 'Las del tractor son …' are its plates.
_PLATES_OF_IT = re.compile(r"las? de")
_ARE = re.compile(r"\s*(?:(?:si|no|tampoco) )*(?:son|es|me las?|las?)\b|\W*[a-z]*\d")
_WAS_HIT = re.compile(r"(?:\b(?:con|contra|a|y) (?:el|la|los|las)|\bal) (?:de la|del|de las|de los|dl|d la)\s*$")
_THEY_HAD = re.compile(
    r"\b(?:el otro|la otra|quien (?:me|nos) \w+)[^.;]{0,30}\b(?:era|es) (?:un|una)\s*$"
    r"|\b(?:dicen?|dijo|dijeron|cre[eo]n?|vieron|vio) (?:\w+ )?que (?:era|fue|es) (?:un|una)\s*$"
)
_BRAKED = re.compile(
    r"\b(?:freno|se (?:paro|freno|detuvo|atraveso|cruzo|metio|cerro|avento))(?: de (?:golpe|repente|la nada)"
    r"| d (?:golpe|repente))? (?:el|la|un|una)\s*$"
)
_OURS = re.compile(r"\bmi\b|\bse me\b")


def others_had(folded: str, before: str, start: int, end: int) -> bool:
    """Whether the car folded[start:end] is told by whoever else drives it; `before` are the words of its sentence."""
    driver = _OF_THAT_CAR.search(before)
    if driver and _PLATES_OF_IT.match(driver.group()) and _ARE.match(folded, end):
        return False
    if driver and not _ITS_PAPERS.search(before[: driver.start()]):
        return bool(_DID.match(folded, end) or _WAS_HIT.search(folded[:start]))
    return bool(_THEY_HAD.search(before) or (_BRAKED.search(before) and not _OURS.search(before)))
