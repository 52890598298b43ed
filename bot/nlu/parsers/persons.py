"""Who: names with the part they play (reporter, driver, insured), and 'yo mismo'."""

import re
from typing import Any, Dict, List, NamedTuple, Optional, Tuple

from .folding import fold
from .found import Found, found
from .lookups import words
from .names import NOT_NAMES, company, first_word, is_name_word, name_end, title
from .yes_no import is_unknown

_KIN = (
    r"(?:esposo|esposa|hijo|hija|hijito|hermano|hermana|papa|mama|padre|madre|cunado|cunada|suegro"
    r"|suegra|primo|prima|tio|tia|sobrino|sobrina|novio|novia|pareja|marido|mujer|jefe|jefa|patron|"
    r"empleado|trabajador|operador|chofer|chalan|ayudante|vecino|vecina|amigo|amiga|companero"
    r"|companera|abuelo|abuela|nieto|nieta|yerno|nuera|compadre|comadre|senora|senor|socio|cuate"
    r"|conductor)"
)
_SKIP = (
    r"(?:\s*[,:]?\s*(?:(?:es|era|fue|se llama|llamad[oa]|de nombre|el|la|senor|senora|sr|sra|srta|don"
    r"|dona|lic|licenciad[oa]|ing|ingenier[oa]|dr|dra|doctor|doctora|prof|profesora?|arq|c|joven|yo|mi"
    r"|su|nuestro|eh|este|pues|creo que|"
    r"a nombre de|nombre|completo|" + _KIN + r")\b\.?\s*[,:]?\s*))*"
)
_DRIVER = re.compile(
    r"\b(?:(?:el|la|mi|nuestro|un|su)?\s*(?:chofer|conductor|conductora|operador|manejador"
    r"|trailero)(?: que (?:iba|venia|traia)[a-z ]{0,15})?(?: del? (?:mi|la|el|carro|unidad|camion"
    r"|vehiculo|auto)[a-z ]{0,12})?\s*(?:es|era|fue|se llama|:)|"
    r"(?:iba|venia|estaba|andaba|quien|lo|la)\s*(?:iba |venia )?(?:manejando|conduciendo"
    r"|al volante)(?: (?:el carro|la unidad|la camioneta|el coche|el camion|el auto|la moto"
    r"|el vehiculo))?|(?:manejaba|conducia|maneja|conduce|traia|trae)(?: (?:el carro|la unidad"
    r"|la camioneta|el coche|el camion|el auto|la moto|el vehiculo|mi carro|mi camioneta))?|"
    r"(?:lo|la|el carro|la unidad) (?:traia|manejaba|conducia|llevaba|trae)|al volante (?:iba|venia"
    r"|estaba))" + r"(?=[\s:,])"
)
_BEFORE_DRIVER = re.compile(
    r"\s*,?\s*(?:y )?(?:es |era |fue )?(?:el |la |quien |que |el que |la que )?(?:iba|venia|estaba"
    r"|andaba|es|era|lo|la)?\s*(?:manejando|conduciendo|manejaba|conducia|al volante|el chofer"
    r"|el conductor|la conductora|lo traia|la traia|traia (?:el|la|mi))\b"
)
_REPORTER = re.compile(
    r"\b(?:soy|me llamo|mi nombre (?:completo )?(?:es)?|(?:le |les )?habla|de parte de|reporta"
    r"|quien reporta (?:es)?|quien habla (?:es)?|a sus ordenes|mi nombre|nombre:|nombre)(?=[\s:,])"
)
_INSURED = re.compile(
    r"\b(?:(?:el|la)?\s*(?:asegurad[oa]|titular|contratante|duen[oa]|propietari[oa])(?: de (?:la"
    r"|mi) poliza| del (?:seguro|carro|auto|vehiculo|coche)| de la (?:unidad|camioneta|moto"
    r"|poliza))?\s*(?:es|era|se llama|:)?|(?:la )?(?:poliza|seguro|carro|factura|unidad"
    r"|camioneta)?[a-z ]{0,18}\b(?:a|al) nombre de(?: la empresa| mi empresa)?|"
    r"(?:la )?poliza (?:es|esta) de|esta a nombre d|nombre del asegurado(?: es)?|viene a nombre de"
    r"|sale a nombre de)(?=[\s:,])"
)
_SELF = re.compile(
    r"\b(?:yo(?: mism[oa]| mer[oa]| solit[oa]| sol[oa])?(?: (?:lo |la )?(?:iba|venia|estaba|era|soy"
    r"|traia|manejaba|conducia|andaba))?(?: (?:manejando|conduciendo|al volante|el (?:conductor"
    r"|chofer)|la conductora))?|soy yo|su servidor[a]?|un servidor|una servidora|servidor[a]?|(?:el"
    r"|la) mism[oa](?: (?:que|persona|asegurad[oa]|titular|habla|reporta))?|mi persona|conmigo"
    r"|soy (?:el|la) (?:conductora?|chofer|operador|asegurad[oa]|titular|duen[oa]|mism[oa])|"
    r"(?:iba|venia|estaba) (?:yo )?(?:manejando|conduciendo)(?: yo)?|manejaba yo|conducia yo"
    r"|lo traia yo|la traia yo|lo manejaba yo|(?:iba|venia) yo)\b"
)
_SELF_DRIVER = re.compile(
    r"\byo (?:mism[oa] )?(?:lo |la )?(?:(?:iba|venia|estaba|andaba) (?:manejando|conduciendo"
    r"|al volante)|manejaba|conducia|traia (?:el|la|mi)|era (?:el|la) (?:chofer|conductora?)|soy (?:el"
    r"|la) (?:chofer|conductora?))|\b(?:iba|venia|estaba|andaba) (?:yo )?(?:manejando"
    r"|conduciendo)(?: yo\b|(?=\s*(?:,|\.|$|y |por|en|cuando|mi (?:carro|coche|auto|camioneta))))"
    r"|\b(?:manejaba|conducia) yo\b|\b(?:lo|la) (?:traia|manejaba|conducia|llevaba) yo\b|\bsoy (?:el"
    r"|la) (?:conductora?|chofer|operador)\b|\biba yo manejando\b|\byo (?:venia|iba) (?:manejando"
    r"|en mi|solo|sola|circulando)\b|\byo (?:era|fui) (?:el|la) que (?:manejaba|conducia|iba)\b"
)
_OPERATOR = re.compile(
    r"\b(?:(?:el|mi|nuestro|un|su)\s+)?(?:chofer|operador|operadores|conductor|choferes|trailero)\b,?\s+"
    r"(?:de (?:la |el |mi |nuestra |nuestro |una )?(?:unidad|empresa|carro|camion"
    r"|tractocamion|trailer|flotilla)\s*,?\s*)?"
    r"(?:(?:el|la|se llama|llamado|de nombre|senor|senora|sr|joven)\.?\s+)*(?=[a-z])"
)
_THIRD_DRIVER = re.compile(
    r"\b(?:otro|otra|tercero|contrario|taxi|camion|camioneta|moto|del jetta|que me pego|que me choco"
    r"|contraparte|responsable)\b[a-z ]{0,25}$"
)


class NameSaid(NamedTuple):
    """An answer to 'who?': the `name`, or the speaker in person (`me`), or a `relation` ('esposo') without a name."""

    name: Optional[str]
    me: bool
    relation: Optional[str]


def find(text: str) -> List[Found]:
    """`person`:
    {"name", "role": reporter|driver|insured|other, "self": the speaker, "relation": of the speaker}; name None for
    'yo iba manejando'.
    """
    folded = fold(text)
    out: List[Found] = []
    for role, pattern in (("driver", _DRIVER), ("insured", _INSURED), ("reporter", _REPORTER)):
        for label in pattern.finditer(folded):
            if role == "driver" and (
                _THIRD_DRIVER.search(folded[: label.start()]) or re.match(r"\s*(?:un|una)\s", folded[label.end() :])
            ):
                continue
            if role == "reporter" and re.search(r"\b(?:no |el que |quien )$", folded[: label.start()]):
                continue
            firm = company(text[label.end() :]) if role != "driver" else None
            if (
                firm
                and firm[0] <= 25
                and role == "insured"
                and not set(folded[label.end() : label.end() + firm[0]].split())
                - {"la", "empresa", "de", "es", "el", "mi", "una", "razon", "social", "compania"}
            ):
                start, end = label.end() + firm[0], label.end() + firm[1]
                _add(out, found("person", _value(title(text[start:end]), role), text, start, end))
                continue
            named = _name_after(
                text, label.end(), sure=(role == "reporter" and label.group() != "nombre") or role == "insured"
            )
            if named:
                start, end, relation = named
                _add(out, found("person", _value(title(text[start:end]), role, relation=relation), text, start, end))
    _operators(text, folded, out)
    _kin(text, folded, out)
    _named_drivers(text, folded, out)
    if not any(f.value["role"] == "driver" for f in out):
        me = _SELF_DRIVER.search(folded)
        if me and not re.search(
            rf"\b(?:no|{_KIN}|el|ella|quien|que)\s+(?:era (?:el|la) que |es (?:el|la) que )?$", folded[: me.start()]
        ):
            out.append(found("person", _value(None, "driver", me=True), text, me.start(), me.end()))
        else:
            kin = re.search(
                rf"\b(?:mi|el|la|un|nuestro)\s+({_KIN})\s+(?:es quien |es el que |es la que |era quien |era el que "
                r"|era la que )?(?:lo |la )?(?:iba|venia|estaba|andaba)?\s*(?:manejando|conduciendo|manejaba"
                r"|conducia|al volante|(?:lo |la )?traia\b)|"
                r"\b(?:manejaba|conducia|iba manejando|venia manejando|lo traia|la traia|el (?:conductor"
                rf"|chofer) (?:es|era))\s+mi\s+({_KIN})\b",
                folded,
            )
            if kin:
                out.append(
                    found("person", _value(None, "driver", relation=kin[1] or kin[2]), text, kin.start(), kin.end())
                )
    return sorted(out, key=lambda f: f.start)


def _value(name: Optional[str], role: str, me: bool = False, relation: Optional[str] = None) -> Dict[str, Any]:
    return {"name": name, "role": role, "self": me, "relation": relation}


def _add(out: List[Found], new: Found) -> None:
    """Keep one reading of each stretch: the first role found for it (driver, insured, reporter)."""
    if not any(f.start < new.end and new.start < f.end for f in out):
        out.append(new)


def _name_after(text: str, offset: int, sure: bool) -> Optional[Tuple[int, int, Optional[str]]]:
    """(start, end, relation) of the name after a label, past 'es', 'el señor', 'mi hijo'."""
    folded, said = fold(text), words(text)
    skip = re.match(_SKIP, folded[offset:])
    at = offset + (skip.end() if skip else 0)
    relation = re.search(_KIN + r"\b", folded[offset:at]) if skip else None
    first = first_word(text, at)
    if first == len(said) or said[first].start - at > 2:
        return None
    after = name_end(text, said, first)
    if (
        after == first
        and sure
        and said[first].text not in NOT_NAMES
        and said[first].text.isalpha()
        and len(said[first].text) > 2
        and text[said[first].start].isupper()
        and text != text.upper()
    ):
        after = first + 1
    if after == first:
        return None
    return said[first].start, said[after - 1].end, relation.group() if relation else None


def _kin(text: str, folded: str, out: List[Found]) -> None:
    """'mi hijo Pablo Robles (iba manejando)'; the part is the driver's when driving is spoken of, else other."""
    said = words(text)
    for match in re.finditer(
        rf"\b(?:mi|nuestro|nuestra|el|la)\s+({_KIN}),?\s+(?:de nombre |se llama |que se llama )?", folded
    ):
        first = first_word(text, match.end())
        after = name_end(text, said, first) if first < len(said) and said[first].start - match.end() <= 1 else first
        if after > first and match[1] not in ("conductor", "chofer", "senor", "senora"):
            start, end = said[first].start, said[after - 1].end
            driving = _BEFORE_DRIVER.match(folded, end) or re.search(
                r"(?:manejaba|conducia|manejando|conduciendo|traia|al volante)\s*$", folded[: match.start()]
            )
            _add(
                out,
                found(
                    "person",
                    _value(title(text[start:end]), "driver" if driving else "other", relation=match[1]),
                    text,
                    start,
                    end,
                ),
            )


def _operators(text: str, folded: str, out: List[Found]) -> None:
    """'el chofer de nuestra unidad, el señor Saúl Rangel, volcó'."""
    said = words(text)
    for match in _OPERATOR.finditer(folded):
        first = first_word(text, match.end())
        after = name_end(text, said, first) if first < len(said) and said[first].start == match.end() else first
        if after > first and not _THIRD_DRIVER.search(folded[: match.start()]):
            start, end = said[first].start, said[after - 1].end
            _add(out, found("person", _value(title(text[start:end]), "driver"), text, start, end))


def _named_drivers(text: str, folded: str, out: List[Found]) -> None:
    """'Jorge Ibarra iba manejando'."""
    said = words(text)
    for driving in re.finditer(
        r"\b(?:es quien |es el que |era quien |era el que |era )?(?:el que )?(?:iba manejando"
        r"|venia manejando|iba conduciendo|manejaba|conducia|es el chofer|es el conductor|era el conductor"
        r"|era el chofer|es la conductora|lo manejaba|la manejaba|lo traia|la traia)\b",
        folded,
    ):
        last = max((i for i, w in enumerate(said) if w.end <= driving.start()), default=-1)
        first = last
        while (
            first >= 0
            and last - first < 5
            and (
                (is_name_word(said[first].text) and said[first].text not in NOT_NAMES)
                or said[first].text in ("de", "la", "del")
            )
        ):
            first -= 1
        first += 1
        if (
            first <= last
            and is_name_word(said[first].text)
            and re.fullmatch(r"\s*", folded[said[last].end : driving.start()])
        ):
            kept = [f for f in out if f.start < said[last].end and said[first].start < f.end]
            for other in kept:
                if other.value["role"] == "other":
                    out.remove(other)
            _add(
                out,
                found(
                    "person",
                    _value(title(text[said[first].start : said[last].end]), "driver"),
                    text,
                    said[first].start,
                    said[last].end,
                ),
            )


_LEAD = re.compile(
    r"^\W*(?:(?:su servidora?|un servidor|si|no|pues|este|eh|mmm|ah|bueno|mire|claro|es"
    r"|era|fue|soy|se llama|me llamo|llamad[oa]"
    r"|mi nombre(?: completo)? es|su nombre es|el nombre es|nombre|a nombre de|esta a nombre de|esta"
    r"|el|la|al|lo|de|sr|sra|senor|senora|srta|senorita|don|dona|lic|ing|dr|dra|doctor|doctora|"
    r"con|habla|le habla|aqui|asegurad[oa]|titular|conductor|conductora|chofer|operador|manejaba"
    r"|conducia|iba|venia|estaba|traia|manejando|conduciendo|que|quien|yo|mism[oa]|mi|nuestro"
    r"|por favor|buenas|tardes|buenos|dias|hola|creo|seria|poliza|completo|somos|empresa|compania|"
    + _KIN
    + r")\b[\s,.:]*)*"
)
_TAIL = re.compile(
    r"[\s,.;]+(?:para servirle|a sus ordenes|por favor|gracias|porfa|y (?:mi|el|la|su) (?:tel|cel"
    r"|numero|poliza).*|mi (?:tel|cel|numero|poliza).*|es (?:mi|el|la) .*|iba manejando|manejaba"
    r"|el es.*|con .*|tel.*|cel.*|ok|si|nada mas|seria todo|y ya|es todo)\W*$"
)


def read_name(text: str) -> Optional[NameSaid]:
    """The answer to 'what name?' or 'who was driving?':
    a name (accents kept or restored), 'yo', 'mi esposo'; None when it holds none.
    """
    folded = fold(text)
    if is_unknown(text) and not any(is_name_word(w.text) for w in words(text)):
        return None
    relation = re.search(rf"\b(?:mi|el|la|nuestro|un)\s+({_KIN})\b", folded)
    kin = (
        relation[1]
        if relation
        and not re.search(r"asegurad|el (?:senor|conductor|chofer)|la (?:senora|conductora)", relation.group())
        else None
    )
    firm = company(text)
    me = bool(_SELF.search(folded))
    if firm:
        return NameSaid(title(text[firm[0] : firm[1]]), False, None)
    named = [f for f in find(text) if f.value["name"]]
    if named:
        return NameSaid(
            named[0].value["name"],
            bool(re.search(r"\byo\b|\bsoy\b", folded)) and not kin,
            named[0].value["relation"] or kin,
        )
    lead = _LEAD.match(folded)
    start = lead.end() if lead else 0
    tail = _TAIL.search(folded, start)
    end = tail.start() if tail else len(text)
    rest = text[start:end].strip(" ,.;:!¡¿?\"'")
    begin = text.find(rest, start) if rest else start
    said = words(text)
    first = first_word(text, begin)
    if rest and first < len(said) and said[first].start < end:
        bare = len(rest.split()) <= 6 and not any(
            w in NOT_NAMES and w not in ("de", "la", "del", "los", "las", "y", "el") for w in fold(rest).split()
        )
        after = name_end(text, said, first, open_ended=bare and not re.search(r"\d", rest))
        if after > first and (bare or is_name_word(said[first].text)):
            return NameSaid(title(text[said[first].start : said[after - 1].end]), me and not kin, kin)
    if me and not (kin and not re.match(r"\W*(?:si|no)?\W*(?:soy )?yo\b", folded)):
        return NameSaid(None, True, None)
    if kin:
        return NameSaid(None, False, kin)
    return None
