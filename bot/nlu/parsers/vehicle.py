"""Whose each vehicle is: the caller's own becomes `vehicle`, the others are third parties."""

import itertools
import re
from typing import Any, Dict, List, Optional, Sequence

from . import colors, others, years
from .folding import fold
from .found import Found, found
from .person_words import KIN
from .vehicle_mentions import Mention, mentions
from .who_had_which import ROBBERS_HAD, others_had

_HIT = (
    r"peg(?:o|aron|ue|an|a)|choc(?:o|aron|a)|choko|chokaron|golpe(?:o|aron)|dio|dieron|impact(?:o"
    r"|aron)|embist(?:io|ieron)|alcanz(?:o|aron)|cerr(?:o|aron)|"
    r"avent(?:o|aron)|rasp(?:o|aron)|ray(?:o|aron)|tumb(?:o|aron)|atropell(?:o|aron)|arroll(?:o|aron)"
    r"|rebas(?:o|aron)|sac(?:o|aron)|estampo|aplasto|"
    r"prens(?:o|aron)|estrell(?:o|aron)|invad(?:io|ieron)|atraves(?:o|aron)|metio|empuj(?:o|aron)"
    r"|llev(?:o|aron)|echo|choque|llego"
)
# Of whose car nothing is told by that: 'soy la vecina del Aveo'.
_NOT_THE_CALLERS = (
    r"(?:vecin|testig|amig|conocid|companer|herman|familiar|hij|espos|mam|pap|madre|padre|tio|tia|prim|suegr|cunad|abuel"
    r"|pasajer|acompanante|otr[oa]|afectad|tercer|contrari|que\b|no\b|ni\b|y\b|me\b|nos\b|le\b|por\b)"
)
_OWN_BEFORE = re.compile(
    r"(?:\bmis?|\bnuestr[oa]s?|\b(?:yo|nosotros|nosotras) (?:en |con )?(?:un|una|el|la)"
    r"|\b(?:el|la) que (?!me\b|nos\b|le\b)(?:se )?\w+(?: \w+){0,3}? (?:fue|es|era) (?:el|la|un|una)"
    r"|\b(?:yo )?(?:traigo|traia|traemos|traiamos|tengo|manejo|manejaba|conduzco|conducia"
    r"|manejando|conduciendo)(?: en)?(?: un| una| el| la)?|"
    r"\b(?:iba|venia|voy|vengo|ibamos|veniamos|ando|andamos|andaba|circulaba|viajaba|viajo)(?: \w+){0,3}? (?:en"
    r"|a bordo de|con) (?:un|una|el|la|mi|su|nuestra)|a bordo de (?:un|una|mi)|"
    r"\b(?:mi (?:carro|coche|auto|vehiculo|unidad|camioneta|troca|nave|mueble|moto|camion|trailer"
    r"|taxi)|el mio|la mia|el asegurado|la asegurada|vehiculo asegurado|el vehiculo|"
    r"carro asegurado) (?:es|era|marca|q es|que es)(?: un| una| el| la)?"
    # 'Soy Teresa Aguirre del Elantra', 'habla Jorge, el del Aveo'
    rf"|\b(?:soy|habla|hablo|escribe|le habla)(?: (?!{_NOT_THE_CALLERS})[a-z]+){{0,4}}?,? (?:el|la)"
    rf" (?:del|de la|dl|d la)"
    rf"|\b(?:soy|habla|hablo|escribe|le habla)(?: (?!{_NOT_THE_CALLERS})[a-z]+){{0,4}} (?:del|de la|dl|d la)"
    r"|me robaron (?:mi|el|un|una"
    r"|la)|se llevaron (?:mi|el|la))\s*$"
)
_THIRD_BEFORE = re.compile(
    rf"(?:\b(?:m|me|nos|lo|la|le|se)\s+(?:acaba[n]? de |vino y |vino a )?(?:{_HIT}|pegar|chocar"
    rf"|golpear|dar)(?:\s+(?!mi\b)\w+){{0,6}}?\s+(?:un|una|el|la|otro|otra|ese|esa|este|unos|unas|los"
    r"|las|aquel)(?: \w+)?|"
    r"\b(?:choque|choco|chocamos|choke|shoque|estrelle|impacte|impactamos|pegue|pegamos|golpee|di"
    r"|dimos|raspe|raye|estampe|impactado|encontronazo|percance|accidente|alcance|colision|"
    r"carambola|toque|llegue|choqe|choq|choqué|chocado|colisione|embesti|impacto"
    r"|golpe)(?:\s+(?!mi\b)\w+){0,5}?\s+(?:con|contra|a|al|cn|de|ccon|vs|x|por)\s*(?:un|una|otro|otra|el|la"
    r"|1|unos|unas|los|esta|este)?|"
    r"\b(?:terceros?|tercero afectado|vehiculo tercero)\s*[:.]\s*|"
    r"\b(?:el|la|del|al|de|los|un|una|es|era|hay|y)?\s*(?:otr[oa]s?|tercer[oa]?"
    r"|contrari[oa])(?: (?:carro|coche|auto|vehiculo|conductor|unidad|persona|senor|chofer|involucrado"
    r"|afectado|lado))?(?: (?:es|era|trae|traia|venia en|iba en|manejaba|maneja|fue"
    r"|involucrad[oa]))?(?: un| una| de un| de una)?|"
    r"\b(?:ella|ellos|el) (?:trae|traia|viene en|venia en|iba en|va en|manejaba|maneja|en|con) (?:un|una)|"
    r"\bno (?:lo |la )?vi (?:al?|el|la|un|una|que venia (?:un|una|el|la))|\bcontra (?:un|una|el|la|otro|otra)|\b(?:el"
    r"|la) (?:primer[oa]|segund[oa]) (?:era "
    r"|es |fue )?(?:un|una)|\bchocamos (?:un|una|el|la)|\b(?:senor|senora"
    r"|muchacho|chavo|chava|tipo|joven|persona"
    r"|conductor|wey|guey|vat[oa]|bat[oa]|morr[oa]|plebe|cabron|vecin[oa]|sujeto|el que me pego|la que me pego"
    r"|el que me choco|quien me pego"
    r"|el de enfrente|el responsable|el culpable)"
    r" (?:de|del|en|que traia|que trae|que manejaba|que venia manejando|que venia en"
    r"|que iba en|traia|trae|venia en|manejaba|es|iba en)(?: el"
    r"| la)?(?: un| una| su)?|detras de (?:un|una)|atras de (?:un|una)|adelante iba (?:un"
    r"|una)|con (?:un|una|otro|otra))\s*$"
)
_THIRD_AFTER = re.compile(
    r"^\s*(?:de (?:la |el )?\w+ )?(?:le|l) \w+o(?: \w+){1,6} a (?:mi|nuestr[oa]) (?:carro|coche|auto|camioneta"
    r"|moto|troca"
    r"|nave|vehiculo|unidad|camion)\b|"
    rf"^\s*,?\s*(?:(?!mi |con |y )[\w-]+[\s,]+){{0,5}}?(?:(?:que|q|k|el cual|la cual|y)\s+)?(?:(?:venia"
    rf"|iba|salio|se)\s+(?:\w+\s+){{0,5}}?(?:y\s+)?)?(?:m|me|nos)\s+(?:{_HIT}|chocar)\b|"
    r"^\s*(?:(?!y |con )\w+ ){0,2}?(?:conmigo|con nosotros|contra (?:mi|nosotros)\b|con mi (?:carro|coche|auto"
    r"|camioneta|moto))|"
    r"^\s*,?\s*(?:que|q|k) (?:se|me|nos|iba|venia|salio|no|estaba|traia|dio|paso|quiso|freno)|"
    r"^\s*,?\s*se (?:paso|(?:me|nos|le) (?:metio|atraveso|cerro|cruzo|paso|vino|avento"
    r"|estrello|echo|salio|frenó|freno|pego|atravezo|incorporo|estampo|fue)|atraves|dio"
    r"|pelo|fue|echo|metio|estampo|quedo parad)"
    r"|^\s*,?\s*(?:aqui sigue|aqui esta|ahi esta|sigue aqui|ya se fue|huyo|no se paro|freno|no respeto"
    r"|no freno)"
)
_HIT_IT = re.compile(  # 'no vi el Mini Cooper y le pegué'
    r"^\s*,?\s*(?:\w+ ){0,5}?y (?:que )?(?:le|lo|la) (?:pegue|di|choque|alcance|raspe|golpee|impacte|embesti|aboll)"
)
# 'La otra muchacha ya se calmó, manejaba un Spark'.
_THE_OTHER_HAD = re.compile(
    r"\b(?:el|la) otr[oa](?: (?:senora?|muchach[oa]|chav[oa]|joven|conductora?|chofer|persona|tipo|chic[oa]|don|dona))?"
    r"(?: y yo)?\b(?:(?!\b(?:yo|cuando|mientras|porque|pues|mi|si|nosotros)\b)[^.;]){0,60}[, ](?:ella |el |que )?"
    r"(?:trae|traia|manejaba|venia en|iba en|anda en|andaba en)(?: un| una| su)?\s*$"
)
_THEIRS = re.compile(
    r"\b(?:el|la) (?:\w+ )?que (?:me|nos) (?:peg|choc|golpe|impact|dio"
    r"|embist)\w*[^.;]{0,70}?\b(?:es|era|trae|traia|maneja|venia en)(?: un| una)?\s*$"
)
_NOT_MINE = re.compile(  # 'ese Aveo es de mi jefe', 'esa era la que vendí'
    r"^\s*(?:\w+ )?(?:es|era|son) (?:de|del) (?!la empresa|mi propiedad|color|modelo|\d)(?:mi|un|una|otr[oa]|la"
    r"|el)?\s*\w+"
    r"|^\s*(?:\w+ )?(?:ya )?(?:lo|la) vendi\b|^\s*(?:\w+ )?(?:es|era) (?:el|la) que vendi\b|^\s*no es (?:mi[oa]"
    r"|nuestr[oa])\b"
)
# 'El carro es de mi esposa pero lo traía mi suegra': lent within the family, or by who employs the driver.
_LENT = re.compile(
    rf"\s*(?:que )?(?:es|era|fue) (?:de|del) (?:mi |mis |nuestr[oa] |su |el |la )?(?:{KIN}|jef[ea]|patron[a]?"
    rf"|empresa|trabajo)\b"
)
_OWN_OBJECT = re.compile(  # 'me rayaron la camioneta', 'me abollaron el carro': several did it to the caller's own
    r"\b(?:me|nos|le)\s+\w+(?:aron|ieron)(?: con (?:una? )?\w+)?(?: tod[oa]s?)?\s+(?:el|la|los|las)\s*$"
)
# 'Se llevaron la camioneta completa, una NP300': what was taken, and then what it is.
_IS_THE_STOLEN = re.compile(
    r"\b(?:robaron|robo|llevaron|quitaron|volaron|bajaron de)\s+(?:con )?(?:el|la|mi)"
    r" (?:carro|coche|auto|vehiculo|unidad|camioneta|troca|moto|camion|trailer|tractocamion|taxi)"
    r"(?: (?:complet[oa]|enter[oa]|tod[oa]|con todo(?: y \w+)?|de (?:la|mi) \w+))?,?"
    r" (?:(?:que )?(?:es|era) )?(?:un|una)\s*$"
    r"|\b(?:se l[oa] llevaron|me l[oa] (?:robaron|quitaron|volaron|bajaron)),? (?:que )?(?:es|era) (?:un|una)\s*$"
)

# 'Se metió el agua y el Jetta quedó nadando', 'el río se llevó el Tsuru': nobody else was there.
_NATURE = (
    r"(?:agua|rio|arroyo|corriente|creciente|tromba|inundacion|lluvia|granizo|granizada|viento|ventarron|aire|huracan"
    r"|ciclon|tormenta|lodo|fuego|lumbre|incendio|arbol|rama|barda|techo|poste|anuncio|lamina|temblor)"
)
_BY_NATURE = re.compile(
    r"\b(?:(?<!con el )(?<!con la )(?<!por el )(?<!por la )(?<!con )(?<!por )(?<!en el )(?<!en la )(?<!con tanta )"
    rf"{_NATURE}(?:\s+(?!y\b|l[oa]\b)\w+){{0,3}}?\s+(?:(?!choque){_HIT}|entro)"
    rf"|(?:{_HIT}|entro)\s+(?:(?:el|la|un|una|mucha|toda|tanta)\s+)*{_NATURE})"
    rf"(?:\s+(?!{_HIT}|otr[oa]|un\b|una\b)\w+){{0,8}}?\s+(?:el|la|al)\s*$"
)


def is_third(text: str, mention: Mention) -> Optional[bool]:
    """True for the other party's vehicle, False for the caller's own, None when the text does not say."""
    folded = fold(text)
    before, after = folded[max(0, mention.start - 90) : mention.start], folded[mention.end : mention.end + 80]
    before = re.split(r"[.;\n]", before)[-1]
    if _THEIRS.search(folded[max(0, mention.start - 110) : mention.start]):
        return True
    if _THE_OTHER_HAD.search(folded[max(0, mention.start - 140) : mention.start]):
        return True
    if _LOCKED.search(before) and re.search(r"\bllaves?\b", folded):
        return None  # 'se me cerró el Sentra con las llaves adentro'
    own = _OWN_BEFORE.search(before)
    if own and not re.search(
        r"(?:\bque|senora?|senor|quien|muchach[oa]|conductora?|chofer|tipo) $", before[: own.start()]
    ):
        return False
    if _OWN_OBJECT.search(before) or _IS_THE_STOLEN.search(before):
        return False
    if others_had(folded, before, mention.start, mention.end):
        return True
    pointed = re.search(r"\b(?:ese|esa|(el|la))\s*$", before)
    if (
        pointed
        and _NOT_MINE.match(after)
        and not (pointed[1] and _LENT.match(after) and not re.search(rf"\b(?:me|nos) {_HIT}", after))
    ):
        return True
    article = re.search(r"\b(un|una|el|la|otro|otra|ese|esa|unos|unas|los|las|1)\s*$", before)
    acts = article and (_THIRD_AFTER.search(after) or _HIT_IT.search(after))
    if not acts and _BY_NATURE.search(before):
        return None
    if _THIRD_BEFORE.search(before):
        return True
    if acts:
        return True
    if not article and mention.start == 0 and _THIRD_AFTER.search(after) and re.search(r"\b(?:me|nos) ", after[:40]):
        return True
    return None


_LOCKED = re.compile(r"\bse (?:me |nos |le )?cerr(?:o|aron) (?:el|la) $")
_INSTEAD = re.compile(
    r"\b(?:perdon|digo|miento|mas bien|mejor dicho|corrijo|que diga|no,)\W*(?:es |era )?(?:un |una |el |la )?$"
)
_BRIEF = 8  # words of a message that says no more than what its vehicle is


def find(text: str) -> List[Found]:
    """`vehicle`: the caller's own, {make, model, year, color, kind}; at most one, merged from its mentions."""
    own: List[Mention] = []
    ridden = others.ridden(text)
    sides = [(_side(text, mention, ridden), mention) for mention in mentions(text)]
    told = any(
        third is False and mention.model for third, mention in sides
    )  # 'el de él es un Aveo, el mío es el Jetta'
    for third, mention in sides:
        # 'no, el carro es 2013'
        named = mention.make or mention.model or (mention.year and len(text.split()) <= _BRIEF)
        robbers = ROBBERS_HAD.search(fold(text)[: mention.start])
        if third is False or (third is None and not told and named and not robbers):
            own.append(mention)
    for old, new in itertools.pairwise(own[:]):
        gap = fold(text)[old.end : new.start]
        if len(gap) < 40 and new.model and old.model and _INSTEAD.search(gap):
            own.remove(old)  # 'un Aveo, no, perdón, un Spark'
    own = [m for m in own if m.make or m.model or m.color or m.year or (m.noun and m.kind != "auto")]
    if not own:
        return _the_one(text)
    best = max(own, key=lambda m: (bool(m.model) + bool(m.make), bool(m.year) + bool(m.color), -m.start))
    value: Dict[str, Any] = best.value()
    if best.noun == "combi" and not best.make:
        value.update(make="Volkswagen", model="Combi")
    for other in own:
        if other is not best and (not other.make or other.make == best.make):
            for key, said in other.value().items():
                value[key] = value[key] or (said if not (key == "model" and other.make != best.make) else None)
    rest = _rest(text, best)
    year = value["year"] or _loose_year(text, best) or _year_in(rest)
    value["year"] = (years.put_right(text) if year else None) or year
    now = None if _NOT_OURS.search(fold(text)) else colors.painted(text)
    value["color"] = (now.value if now else None) or value["color"] or _loose_color(text) or colors.read(rest)
    return [found("vehicle", value, text, best.start, best.end)]


def _side(text: str, mention: Mention, ridden: Sequence[Mention]) -> Optional[bool]:
    third = is_third(text, mention)
    return True if third is None and mention in ridden else third


_MY_ONE = re.compile(
    r"\b(?:el mio|la mia|el nuestro|la nuestra) (?:si )?(?:es|era) (?:(?:el|la|un|una|de|del) )*(.{3,40})"
)


_NOT_OURS = re.compile(r"\b(?:otr[oa]|que (?:me|nos) \w+|barda|casa|pared|porton|fachada|rampa)\b")


def _the_one(text: str) -> List[Found]:
    """The caller's own told apart by its year or colour alone: 'la mía es la del 2023', 'el mío es el rojo'."""
    mine = _MY_ONE.search(fold(text))
    said = text[mine.start(1) : mine.end(1)] if mine else ""
    value = {
        **Mention(0, 0).value(),
        "color": colors.read(said),
        "year": years.read("modelo " + said) if said else None,
    }
    now = None if any(value.values()) or _NOT_OURS.search(fold(text)) else colors.painted(text)
    if now:
        return [found("vehicle", {**value, "color": now.value}, text, now.start, now.end)]
    return [found("vehicle", value, text, mine.start(1), mine.end(1))] if mine and any(value.values()) else []


def _rest(text: str, best: Mention) -> str:
    """What is said of the vehicle right after its name: 'Italika 150 negra con rojo, modelo 2021'."""
    following = min((m.start for m in mentions(text) if m.start >= best.end), default=len(text))
    return re.split(
        r"[.;\n]|\b(?:y|que|otr[oa]|el otro|me|le|se|con el|con la|con un|con una|contra|en)\b",
        text[best.end : following][:50],
    )[0]


def _year_in(rest: str) -> Optional[int]:
    return years.read(rest) if re.search(r"\b(?:19|20)\d\d\b", rest) else None


def _loose_year(text: str, best: Mention) -> Optional[int]:
    match = re.search(
        r"\b(?:modelo|ano|mod\.?)\s*(?:es\s*)?(?:del\s*)?(\d{4}|\d{2}|[a-z]+(?: [a-z]+){0,4})", fold(text)
    )
    return years.read("modelo " + match[1]) if match else None


def _loose_color(text: str) -> Optional[str]:
    match = re.search(r"\b(?:de color|color|es de color) ((?:[a-z]+ ?){1,2})", fold(text))
    return colors.read(match[1]) if match else None


def read(text: str) -> Optional[Dict[str, Any]]:
    """The vehicle in an answer to 'which vehicle?', also a colour or a year alone;
    every key present, None where unknown; None if nothing.
    """
    seen = find(text)
    if seen:
        value = dict(seen[0].value)
    else:
        short = re.sub(r"^\W*(?:(?:es|el|la|pues|un|una|mi)\b\W*)+", "", text, flags=re.I)
        asked = find("mi " + short) if 0 < len(short.split()) <= 4 else []  # 'el City'
        if asked and asked[0].value["model"]:
            return dict(asked[0].value)
        named = [m for m in mentions(text) if m.make or m.model or m.noun]
        value = named[0].value() if named else Mention(0, 0).value()
    value["color"] = value["color"] or colors.read(text)
    value["year"] = value["year"] or years.read(text)
    return value if any(value.values()) else None
