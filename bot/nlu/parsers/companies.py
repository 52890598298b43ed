"""Companies, agencies and offices in whose name a policy is: 'Transportes Cima del Norte SA de CV', 'del SAT'."""

import re
from typing import Optional, Tuple

from .folding import fold
from .lookups import load_lines
from .names import FIRST, LAST, NOT_NAMES, title
from .person_words import NEAR, TITLE

# What a business calls itself by: trades, and the nouns made for them ('purificadora', 'ferretería').
_KIND = re.compile(
    r"\b(?:(?:auto)?transport(?:es?|istas)|refacci\w+|grupo|servicios?|logistica|fletes|muebles|abarrotes|materiales"
    r"|corporativo|inmobiliaria|consultores|industrias?|productos|sitio|farmacias?|laboratorios?|restaurantes?|agricola"
    r"|ganadera|asociacion|fundacion|ayuntamiento|gobierno|secretaria(?= de (?!la emp|mi))|instituto|universidad"
    r"|escuela|colegio|hospital"
    r"|taxis|turismo|viajes|mudanzas|alimentos|lacteos|carnes|hoteles|financiera|cementos|gas|express|plasticos|aceros"
    r"|maderas|pinturas|telas|aguas|hielos?|dulces|frutas|granos|maquinaria|herramientas|construcciones|ingenieria"
    r"|cooperativa|despacho|notaria|parroquia|diocesis|sindicato|club|clinica|comercial(?:izadora)?|cia|funeraria"
    r"|(?:distribui|comercializa|arrenda|embotella|empaca|purifica|procesa|exporta|importa|maquila|recicla|opera"
    r"|afianza|provee|promo|construc|consul)(?:dora|tora)|refaccionaria"
    r"|(?:panad|tortill|ferret|papel|zapat|carnic|cerraj|carpint|pastel|lavand|imprent|taquer|herrer|mueb?l|joyer"
    r"|relojer"
    r"|paquet|mensaj|gasolin|constructor|refaccion)(?:eria|ia|era|aria|a))\b"
)
_LEGAL = re.compile(
    r"\b(?:s\.? ?a\.?(?: p\.? ?i\.?| b\.?)?(?: de c\.? ?v\.?)?|s\.? ?de ?r\.? ?l\.?(?: de c\.? ?v\.?)?"
    r"|s\.? ?c\.?|a\.? ?c\.?|s\.? ?p\.? ?r\.?|s\.? ?a\.? ?s\.?)(?=\W|$)"
)
_PUBLIC = frozenset(load_lines("public_bodies.txt"))
_BUSINESS = r"(?:empresa|compania|negocio|firma|razon social|dependencia|institucion|flotilla|oficina|corporacion)"
_LEAD = re.compile(
    rf"\W*(?:(?:{_BUSINESS}|pues|es|son|esta|viene|sale|si|ah|eh|este|mire|a|al|n(?:ombre|onbre|ombr|mbre|mbr"
    rf"|bre|omb?)|de|del|d|la|el|los|las|una|mi"
    r"|nuestra|poliza|carro|seguro|camioneta|unidad|donde (?:yo )?trabajo|para la que trabajo|titular|asegurad[oa]"
    r"|se llama|llamad[oa])\b[\s,:]*)*"
)
# What is said next of the vehicle or the policy: 'refacciones del bajío la camioneta es una ranger'.
_NEXT = (
    r"\b(?:la|el|las|los|mi) (?:camion\w*|carr[oi]\w*|coche|auto|unidad|moto\w*|troc\w+|trailer|tracto\w*"
    r"|vehiculo|poliza|placas?"
    r"|numero|seguro) (?:que )?(?:\w+ )?(?:es|son|trae|traia|tiene|esta|estan|era|termina\w*|viene|va|choco)\b"
)
_END = re.compile(
    rf"\s*(?:{_NEXT}|[,;!?]|(?<=[a-z]{3})\.(?=\s|$)|\by (?:mi|yo)\b|\bpero\b|\bporque\b|\bque\b|\bcon (?:tel|pol"
    r"|pla)|\bmi\b|$)"
)
_PARTICLES = frozenset(["de", "del", "la", "las", "los", "el", "y", "e", "en", "san", "santa"])


def company(text: str) -> Optional[Tuple[int, int]]:
    """Offsets of a company's name in any text ('Transportes Cima del Norte SA de CV'), or None."""
    folded = fold(text)
    legal, kind = _LEGAL.search(folded), _KIND.search(folded)
    if legal and legal.start() > 3 and re.search(r"(?:s\.? ?a|r\.? ?l|\bs\.? ?c|\ba\.? ?c)", legal.group()):
        head = re.split(
            r"\b(?:es|son|de la empresa|nombre de|empresa|asegurado|somos|razon social)\s+|[,;:]\s*",
            folded[: legal.start()],
        )[-1]
        start = legal.start() - len(head) if len(head.split()) <= 8 else legal.start()
        if head.strip() and (
            len(legal.group().replace(".", "").replace(" ", "")) >= 4 or kind or text[start : start + 1].isupper()
        ):
            return start, legal.end() + (1 if folded[legal.end() : legal.end() + 1] == "." else 0)
    if kind and not legal and kind.group() not in LAST:  # 'Ubaldo Zapata Herrera'
        rest = re.match(
            rf"(?:\s+(?!{_NEXT}|es\b|y (?:mi|yo|el|la|los|las)\b|con\b|mi\b|que\b|tel|poliza"
            r"|placas)[a-z&.]+){1,6}",
            folded[kind.end() :],
        )
        if rest:
            return kind.start(), kind.end() + rest.end()
    return None


def read(text: str, asked: bool = True) -> Optional[Tuple[int, int]]:
    """Offsets of the company that stands at the beginning of what follows 'a nombre de' (or answers it, `asked`):
    named as one, in capitals, or by initials; None for a person, a relation or anything else.
    """
    folded = fold(text)
    lead = _LEAD.match(folded)
    start = lead.end() if lead else 0
    end = _END.search(folded, start)
    stop = end.start() if end else len(text)
    said = folded[start:stop].split()
    if not said or len(said) > 12 or re.match(rf"(?:{NEAR}|{TITLE})\b", folded[start:]):
        return None
    main = [word.strip(".") for word in said if word not in _PARTICLES]
    if not main or len(main) > 8 or not all(re.fullmatch(r"[a-z&.'-]+", word) for word in said):
        return None
    if len(main) == 1:
        if len(main[0]) < 3:
            return None
        if text[stop : stop + 1] == "," and _KIND.match(folded, start):  # 'de la escuela, Colegio Montessori'
            more = read(text[stop + 1 :], asked)
            return (more[0] + stop + 1, more[1] + stop + 1) if more else None
        initials = main[0] in _PUBLIC or (text[start:stop].isupper() and not text.isupper() and len(main[0]) <= 9)
        named = bool(re.search(_BUSINESS, folded[:start])) and main[0] not in NOT_NAMES and main[0] not in FIRST
        return (start, stop) if initials or named else None
    if set(main) & NOT_NAMES - LAST or (said[0] in FIRST and not _KIND.match(folded, start)):
        return None
    capitals = text[start].isupper() and sum(word[0].isupper() for word in text[start:stop].split()) >= len(main)
    sure = _KIND.match(folded, start) or re.search(_BUSINESS, folded[:start]) or (capitals and not text.isupper())
    surnames = all(word in LAST or word in FIRST for word in main)
    return (start, stop) if (sure or asked) and not (surnames and not _KIND.match(folded, start)) else None


# Whoever speaks for a company: 'reporto por Transportes Lince', 'Irma Luna, de la empresa Muebles Castro'.
_JOB = (
    r"(?:despachadora?|encargad[oa]|coordinadora?|jef[ea]|gerente|supervisora?|monitorist\w+|auxiliar"
    r"|secretari[oa]|asistente"
    r"|administradora?|contadora?|operadora?|chofer|trailero|repartidora?|duen[oa]|empleado|trabajador)"
)
_SPEAKS_FOR = re.compile(
    r"\b(?:(?:hablo|llamo|marco|escribo|reporto|reportamos|hablamos|llamamos|marcamos|contacto|hablando|llamando"
    r"|reportando|habla|llama|marca|reporta|saluda)\b[\w ,]{0,40}?\b(?:(?:de|por) parte del?|por|de|del|desde)"
    rf"|de parte del?|somos|soy (?:(?:el|la) )?(?:{_JOB}[\w ]{{0,20}}? )?de|(?<=, )de|(?<=, )del|de trafico de)\s+"
)
_NOT_OURS = re.compile(
    r"\b(?:hospital|clinica|escuela|colegio|universidad|parroquia|club|gas|farmacia|restaurante|hotel)\w*\b"
)
_GOES_ON = re.compile(
    r"[,.;:]|\b(?:nos|me|le|les|lo|se|un|una|uno|unos|fijese|mire|oiga|aqui|ahorita|ayer|hoy|para|tuv\w+"
    r"|ten\w+mos|tra\w+mos"
    r"|necesit\w+|quer\w+mos|chocaron|choco|chocamos|volco|acab\w+|hubo|soy|habla|tengo|es|era|que|porque|con|por|en la"
    r"|y (?:me|nos|se|un|una|el|la|mi|le|choc|volc|quier)\w*)(?=\s|$)"
)


def spoken_for(text: str) -> Optional[Tuple[int, int]]:
    """Offsets of the company for which whoever speaks reports, where it is named as one; None for anything else."""
    folded = fold(text)
    for label in _SPEAKS_FOR.finditer(folded):
        ends = [one.start() for one in _GOES_ON.finditer(folded, label.end())]
        stop = next((end for end in ends if end > label.end() + 3), len(text))
        span = read(text[label.end() : stop], asked=False)
        if not span:
            continue
        start, end = label.end() + span[0], label.end() + span[1]
        lead = folded[label.end() : start]
        kind = _KIND.match(folded, start) or _LEGAL.search(folded, start, end) or re.search(_BUSINESS, lead)
        if kind and not _NOT_OURS.match(folded, start):
            return start, end
    return None


def written(text: str, span: Tuple[int, int]) -> str:
    """The company's name as it is kept."""
    return title(text[slice(*span)])
