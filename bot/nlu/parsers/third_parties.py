"""Whether somebody else was part of it, who, and whether they left."""

import re
from typing import Any, Dict, List, Optional, Tuple

from . import left, others
from .blows import BLOWS
from .folding import fold
from .found import Found, found
from .incident import decide
from .lookups import load_lines
from .nobody_else import ALONE, NONE
from .person_words import NEAR
from .sms import spell_out
from .substitutes import without_substitutes
from .vehicle import is_third
from .vehicle_mentions import mentions
from .yes_no import is_unknown, read_yes_no

# Somebody came upon us, whatever the rest of the sentence tells.
_ON_US = re.compile(
    r"\b(?:fue|fui|fuimos|resulto|quedo) (?:golpead|impactad|chocad|embestid|alcanzad|colisionad)[oa]s? por\b"
    r"|\bse (?:vino|fue|echo|dejo venir|dejo ir)(?: \w+){0,3} (?:contra|encima de|sobre) (?:mi|nosotros|nuestr[oa])\b"
)
_FIXED = "|".join(load_lines("fixed_objects.txt"))
_DONE_TO_US = re.compile(
    r"(?:fue|fui|fuimos|resulto|quedo) \w+[oa]s? por|(?:la|lo|le) \w+o (?:un|una|otr[oa])\b|se (?:vino|fue"
    r"|dejo)\b|(?:m|me|nos) (?!(?:fue|paso|quedo|subio|salio|gano|fallo|patino|derrapo|trono"
    r"|cayo)\b)\w{2,}(?:o|aron|ieron)\b"
)
_DENIED = re.compile(r"\b(?:no (?:hay|hubo|existe|habia)|sin|ni|ningun[oa]?)(?: \w+){0,3}?\s*$")
_RIDE = (
    r"(?:carr\w+|coch\w+|autos?|autobus|camion\w*|troc\w+|taxi\w*|moto\w*|trailer\w*|combi|micro\w*|urban|van|pipa|uber"
    r"|didi|bici\w*|pesera|pesero|ruta|pick ?up|volteo|torton|vehiculo|unidad|senora?|chav[oa]|muchach[oa]"
    r"|joven|tip[oa]"
    r"|[wg]uey|[vb]ato|cafre|repartidora?|borrach[oa]|loc[oa])"
)
_BESIDE_US = r"(?:de|del|d) (?:adelante|enfrente|delante|atras|junto|al lado|a lado|otro lado)\b"
_OTHER = re.compile(
    r"\b(?:(?:tambien|ademas|otro que) (?:venia|iba|habia|hubo|participo|choco|estaba) (?:un|una|otr[oa]) \w+"
    r"|(?:le|les|nos) (?:peg|choc|golpe|impact|aboll|rasp|di|rozar|embist|alcanz)(?:o|eron|aron|ieron) (?:(?:a|al|en"
    r"|por|contra|de) )?(?:la |el |su |mi |un )?"
    r"(?:carro|coche|auto|camioneta|taxi|camion|moto|unidad|vehiculo|nave|troca|puerta|defensa|fascia|lado|atras"
    r"|detras)"
    r"|le(?:s)? cay(?:o|eron) (?:encima )?a (?:un|una|otro|otra) \w+"
    r"|(?:fue |fui |fuimos |resulto )?(?:impactad|chocad|golpead|embestid|alcanzad)[oa]s? (?:por|desde|de (?=un|otr))"
    r" (?!(?:el|la|un|una) (?:volante|cinturon|bolsa|tablero|vidrio|parabrisas|asiento|puerta|techo)\b)\w+"
    rf"|(?:al|con el|contra el|contra la|a la|con la|del|(?:el|la|los|las) (?:carro|coche|auto|camioneta"
    rf"|vehiculo|senora?)s?) (?:que (?:iba|venia|estaba) )?{_BESIDE_US}"
    rf"|(?:el|la|l[oa]s) (?:que (?:iba|venia|estaba) )?{_BESIDE_US}(?= (?:\w+ ){{0,3}}?(?:que )?(?:(?:me|nos|ya"
    r"|no|se|le|tampoco) )*(?!(?:golpe|lastim|peg)\w*o?aron\b)(?:fren|amarr|paro|para\b|detuv|peg|choc|golpe|impact"
    r"|avent|embist|alcanz|dio\b|di\b|hizo|venia|iba\b|huyo|aceler|trae|traia|dice|reclam|se fue|cambi|quiso|distra"
    r"|guard|respet|toc[oa]\b)\w*)"
    rf"|(?:fren|amarr|par|detuv|atraves|emparej)(?:o|a) (?:de golpe |en seco |de repente |muy )?(?:el"
    rf"|la) {_BESIDE_US}|(?:el|al|un|este|ese) (?:taxista|trailero|camionero|microbusero|motociclista"
    r"|repartidor|ciclista|peaton|cafre|chofer del \w+|borracho|conductor (?:del|de la|ebrio|borracho"
    r"|contrario))|un(?:a)? (?:\w+ )?(?:senor|senora|tipo|borracho|chavo|chava|wey|guey|loco|loca|cafre"
    r"|muchach[oa]|particular|joven|conductora?|sujeto|viejo|vieja) (?:\w+ ){0,4}?(?:me|nos|se) (?:peg"
    r"|choc|golp|dio|impact|cerr|avent|estamp|estrell|meti|atraves|pas|vin|embarr)\w*|(?:me"
    r"|nos) (?:llegaron|alcanzaron|embarraron|embarro|topo|toparon|topearon|prensaron"
    r"|rozo|raspo|apachurro|aplasto|sacaron(?= (?:de(?:l| la)? (?:camino|carril\w*|carretera|autopista|via|pista)"
    r"|fuera|a la (?:cuneta|orilla)))|rebaso y)|atropell(?:e|amos|o) a|arroll(?:e|amos|o) a|(?:le|lo"
    r"|la) (?:pegue|di|pegamos|tumbe|golpee|avente|atropelle|choque) (?:a|con) (?:un|una|el|la) (?:senor"
    r"|senora|persona|muchach|nin|peaton|ciclista|motociclista|joven|chav|viej|anci)\w+|choque (?:multiple"
    r"|de frente|en cadena)|(?:los|las) (?:dos|tres|cuatro) (?:carros|coches|autos|vehiculos|camionetas)"
    r"|(?:dos|tres|cuatro|cinco|seis|siete|ocho|varios|muchos|[2-9]) (?:carros|coches|autos|vehiculos|unidades"
    r"|camionetas)|(?:choc|peg"
    r"|golpe|impact|ray|aboll)(?:aron|o) (?:a )?mi (?:carro|coche|auto|camioneta"
    r"|moto|unidad|vehiculo|nave|troca)|(?:el|la|los|las|del|al|un|una"
    r"|de) otr[oa]s? (?:carros?|coches?|autos?|vehiculos?"
    r"|camionetas?|motos?|conductor(?:a|es)?|senor|senora|persona|personas|chofer|unidad|camion"
    r"|trailer|taxi|lado|involucrad[oa]|wey|guey|tipo)|otro (?:carro|coche|auto|vehiculo|conductor)"
    r"|(?:el|la) otr[oa](?= (?:si|ya|tambien|no|se|me|nos|iba|venia|trae|es|sigue|esta|salio|choco|pego)\b)"
    r"|terceros?\b|tercer[oa] afectad[oa]|la contraparte|el contrario|(?:m|me|nos) (?:choc(?:o|aron)"
    r"|peg(?:o|aron)|golpe(?:o|aron)|impact(?:o|aron)|embist(?:io|ieron)|di(?:o"
    rf"|eron) (?:una? (?:\w+ )??(?:{BLOWS}|{_RIDE}\b)|por|en (?!la madre|efectivo)|de (?:lado|frente|lleno"
    rf"|costado|refilon|atras|nuevo|reversa)|con|al|a mi|atras|alcance"
    rf"|dur\w+|fuerte|feo|recio|bien|leve|y (?:se|ni|huy|sal)|\W*$|\W*[,.;])|rasp(?:o|aron)|cerr(?:o"
    rf"|aron)(?![^.;]{{0,60}}\bllaves?\b)|avent(?:o|aron)(?! (?:una?s?|pintura|huevos|piedras?|agua|basura|cosas"
    rf"|algo|botellas)\b)|alcanz(?:o|aron)|estamparon|rozaron|llegaron por|rayo la)"
    r"|(?:choque|choco|chocamos|pegue|pegamos|impacte|me impacte|me estampe|me estrelle"
    rf"|alcance) (?:con|a|contra) (?:el|la|un|una|otro|otra) (?!{_FIXED})\w+"
    r"|(?:le|les) (?:pegue|di|pegamos|choque|raspe|golpee|llegue|dimos) (?:a|por atras|por detras|a la"
    rf"|al)\s*(?:la |el |un |una |otro |otra )?(?!{_FIXED}|(?:la|el|un|una|otro|otra)\b)\w+"
    r"|(?:m|me|nos) abri(?:o|eron) la (?:puerta|portezuela)\b(?= (?:de(?:l)? (?:un|una|otr|taxi|uber|didi|carro"
    r"|coche|camion))"
    r"|[^.;]{0,40}\b(?:me (?:la|lo) llev|le (?:di|pegu)|choqu|me (?:estamp|estrell|peg)|contra)\w*)"
    r"|(?:(?:me|nos) acab(?:a|an|aron)|le acab\w+|(?:me|nos|le) (?:vinieron|vino)) (?:de |a )(?:peg|choc|golpe|d"
    r"|impact|embest|roz|rasp|avent"
    r"|alcanz)(?:ar|ir)"
    r"|acab\w+ de (?:peg|choc|golpe|d|impact|embest|roz|rasp|avent|alcanz)(?:ar|ir)(?:m|me|nos)"
    # somebody else did it to one's own: 'la acaban de chocar', 'chocaron a mi hermana', 'a mi papá lo embistieron'
    r"|(?:la|lo|las|los) (?:acab(?:an|aron) de (?:choc|peg|golpe|impact|embest|roz|rasp|avent|alcanz)(?:ar|ir)"
    r"|(?:choc|impact|rasp|roz|prens|estamp)aron|embistieron)"
    r"|(?:acab(?:an|aron) de (?:choc|peg|impact|embest|alcanz)(?:ar|ir)(?:le|la|lo)?|(?:choc|impact)aron"
    rf"|embistieron) a (?:mi|nuestr[oa]) {NEAR}"
    rf"|(?:la|lo|le) acab(?:a|o) de (?:choc|peg|golpe|impact|embest|alcanz)(?:ar|ir) (?:\w+ )?(?:un|una"
    rf"|otr[oa]) {_RIDE}"
    r"|(?:someone|somebody|they|he|she|guy|man|woman|lady|driver|an? (?:car|truck|taxi|bus|motorcycle|van|suv)"
    r"|another (?:car|truck|driver|vehicle)) (?:just )?(?:hit|crashed|rear.ended|bumped|struck)"
    r"|i (?:just )?(?:hit|crashed into|bumped) (?:an?|another|the) (?:car|truck|taxi|bus|van|person|man|woman)"
    r"|(?:guy|driver|car|truck|taxi|bus|van|man|woman|lady|person|kid|biker) (?:behind|in front|next to|on|from"
    r"|in|that|who"
    r"|just|ran|didn.?t|did not|came|pulled|cut|turned)\b[^.;]{0,50}?\b(?:hit|struck|rammed|sideswiped"
    r"|cut) (?:me|us|my)"
    r"|hit.?and.?run"
    r"|rear.ended|(?:got|was|been) hit|another (?:car|driver|vehicle|truck)"
    r"|carambola|(?:se (?:me )?)?(?:estampo|estrello|impacto|choco|pego) (?:en|con"
    r"|contra) (?:mi|nuestro)|no dejo (?:datos|recado|nota)|alguien (?:golpeo|choco"
    r"|le pego)"
    r"|se (?:me )?(?:paso|volo|salto|brinco) (?:el|un) (?:alto|rojo|semaforo))\b"
)


_ONLY_A_THING = re.compile(
    r"\W*(?:(?:no|si|pues|nomas|solo|solamente|puro|pura|nada mas|unicamente|fue|era|es|contra|con|choque|pegue|le|di"
    r"|me|estampe|estrelle|fui|en|a|al|el|la|un|una|los|las|lo|yo|y|mi|carro|coche)\b[ ,]*)*"
    rf"(?:{_FIXED}|{others.ANIMALS})s?(?: (?:de|del) (?:la |el )?\w+| ciclonica)?"
    rf"(?: (?:y|con|e) (?:(?:un|una|el|la|los|las|al?) )*(?:{_FIXED}|{others.ANIMALS})s?(?: (?:de|del) (?:la )?\w+"
    rf"| ciclonica)?)*\W*"
)


# 'El camión se me fue a la cuneta', 'ese carro ya lo vendí': the teller's own.
_MINE_ONCE = re.compile(
    r"\W*(?:\w+ )?(?:ya )?l[oa] (?:vendi|di de baja|cambie)\b|\W*(?:ya )?se (?:me|nos) (?:fue|salio|volteo"
    r"|volco|apago|descompuso|quedo|calento|poncho|jalo|coleo"
    r"|patino|derrapo"
    r"|acabo|trabo)\b(?! (?:encima|contra|sobre|a (?:golpes|reclamar)))"
)


def _implied(text: str) -> Optional[Tuple[int, int]]:
    """Offsets of the words that imply somebody else:
    a person run over, something done to the caller ('me embarraron').
    """
    plain = spell_out(text)
    on_us = _ON_US.search(plain.text)
    if on_us:
        return plain.said(on_us.start(), on_us.end())
    seen = decide(text)
    if not seen:
        return None
    cue = plain.text[seen.start : seen.end]
    if seen.kind == "run_over" or (seen.kind == "collision" and _DONE_TO_US.match(cue)):
        return plain.said(seen.start, seen.end)
    return None


def _nobody(folded: str, match: "re.Match[str]") -> bool:
    """Whether the words deny what they name: 'no hay otro carro', 'no le pegué a nadie'."""
    nobody = re.match(r"(?:\s*\w+){0,2}?\s*\b(?:nadie|ningun\w*)\b", folded[match.end() :]) or re.search(
        r"\b(?:nadie|ningun\w*)$", match.group()
    )
    return bool(_DENIED.search(folded[: match.start()]) or nobody)


_BY_ME = re.compile(r"(?:le|les) (?:pegue|pege|di|pegamos|choque|raspe|golpee|llegue|dimos)\b")


def find(text: str) -> List[Found]:
    """`third_parties`: {"any", "fled", "text"}; `text` names the other vehicle where it was said."""
    text = without_substitutes(text)
    folded, plain = fold(text), spell_out(text)
    acting = others.vehicles(text)
    cars = [
        m
        for m in mentions(text)
        if (m in acting or (m.noun != "grua" and is_third(text, m) and not _MINE_ONCE.match(folded, m.end)))
        and not _DENIED.search(folded[: m.start])
    ]
    fled, none = left.fled(text), NONE.search(folded)
    said = next((plain.said(*m.span()) for m in _OTHER.finditer(plain.text) if not _nobody(plain.text, m)), None)
    if said and none and _BY_ME.match(folded, said[0]) and none.group().startswith(("nadie", "no ")):
        said = None  # 'le pegué al portón, nadie más salió afectado'
    other = said or others.person(text)
    stayed = left.stayed(text, others=bool(cars or other))
    if not fled and (cars or other) and not stayed:
        fled = left.gone(text)
    fled = None if fled and _HELP_LEFT.search(folded[: fled.start()]) else fled
    if fled and left.denied(folded, fled):
        fled, stayed = None, stayed or fled.span()
    if (
        fled
        and re.match(r"(?:ya )?se fue|ya no esta|desaparecio|ya se fue", spell_out(fled.group()).text)
        and not (cars or other or re.search(r"conductor|chofer|el tipo|el senor|el wey|culpable|responsable", folded))
    ):
        fled = None
    marks = [span for span in (fled and fled.span(), other) if span]
    marks += [none.span()] if none and not (cars or other) else []
    implied = None if cars or marks else _implied(text)
    if not (cars or marks or implied):
        return []
    any_other = bool(cars or other or fled or implied)
    spans = [implied] if implied else []
    spans += marks + [(m.start, m.end) for m in cars]
    if stayed and any_other:
        spans.append(stayed)
    start, end = (
        (min(m.start for m in cars), max(m.end for m in cars))
        if cars
        else (min(s for s, _ in spans), max(e for _, e in spans))
    )
    before = re.search(r"\b(?:un|una|otro|otra|el|la|dos|tres)\s+$", folded[:start])
    start = before.start() if cars and before else start
    if end - start > 80:
        end = next((m.end for m in cars if m.end - start <= 80), start + 80)
    value = {
        "any": any_other,
        "fled": True if fled else False if stayed and any_other else None,
        "text": text[start:end].strip(" ,."),
    }
    return [found("third_parties", value, text, start, end)]


# 'Pasó una patrulla y se siguió': no party to it.
_HELP_LEFT = re.compile(r"\b(?:patrullas?|policias?|transito|oficial|ambulancia|grua|motopatrulla)\b[^.,;]{0,20}$")
# Asked who else was part of it, whoever is named was: 'la dueña del puesto', 'es el vecino', 'un señor en su bici'.
_SOMEBODY = re.compile(
    r"\b(?:un|una|el|la|los|las|unos|unas|otr[oa]s?|al|del|a|mi|nuestr[oa]|1|2|3|dos|tres) (?:\w+ )?(?:senor(?:a|es"
    r"|as)?|dueno|duena"
    r"|duenos|vecin[oa]s?|person(?:a|as)|peaton(?:es)?|ciclistas?|motociclistas?|muchach[oa]s?|joven(?:es)?|chav[oa]s?"
    r"|tipos?|nin[oa]s?"
    r"|chofer(?:es)?|conductora?(?:es)?|taxistas?|traileros?|camioneros?|microbuseros?|repartidor(?:a|es)?|mensajero"
    r"|ancian[oa]"
    r"|viejit[oa]|bato|vato|wey|guey|sujetos?|individuos?|doctora?|maestr[oa]|policia|compadre|cunad[oa]|conocid[oa]"
    r"|emplead[oa]|particular|comerciante|vendedor[a]?|familia|casa|negocio|puesto|local|tienda"
    r"|bici(?:cleta)?s?|patin|scooter"
    r"|cuatrimoto|motocarro|mototaxi|bicitaxi|carreta|uber|didi|cabify|rappi)\b"
)
# 'No, no hay otro carro, fue un peatón': whoever was hit is somebody else.
_A_PERSON_INSTEAD = re.compile(
    r"^\W*no\b.*?(?<!\bno )\b(?:fue|fueron|era|eran|es|son) (?:(?:a|con|contra) )?(?:un|una|unos|unas|al"
    r"|a la) (?:\w+ )?(?:senor(?:a|es|as)?"
    r"|person(?:a|as)|peaton(?:es|a)?|muchach[oa]s?|joven(?:es)?|chav[oa]s?|chamac[oa]s?|nin[oa]s?|ancian[oa]"
    r"|viejit[oa]|transeunte)\b"
    r"(?! (?:del|de la|que) (?:seguro|puesto|tienda|casa|me (?:esta )?(?:ayud|dij|vio)|vio|esta (?:viendo"
    r"|ayudando)|ayud))"
)
_WITH_US = re.compile(
    r"\b(?:conmigo|copiloto|pasajer[oa]s?|acompanante|iba con|venia con|a bordo|mi (?:espos|hij|mam|pap|novi))"
)
_COMES_TO_HELP = re.compile(
    r"\b(?:lleg\w+|vien\w+|vinier\w+|est(?:a|an) aqui|llam\w+|hable|habl\w+|avis\w+)\b.{0,30}"
    r"\b(?:polici\w*|ambulancia\w*"
    r"|patrullas?|transito\w*|guardia|bomberos|cruz roja|paramedicos?|proteccion civil|federales?|911)\b"
)


def read(text: str) -> Optional[Dict[str, Any]]:
    """The answer to 'was another vehicle or person involved?', as `find`, with yes and no;
    None when neither or not known.
    """
    folded = fold(text)
    if _ONLY_A_THING.fullmatch(folded):
        return {"any": False, "fled": None, "text": text.strip()}
    none = NONE.search(folded) or ALONE.search(folded)
    seen = find(text)
    answer = read_yes_no(text)
    if not seen and _COMES_TO_HELP.search(folded) and not re.match(r"\W*(?:si+|no+)\b", folded):
        return None
    fled, stayed = left.fled(text), left.stayed(text)
    fled = left.gone(text) if not fled and not stayed else fled
    gone = True if fled and not left.denied(folded, fled) else False if stayed else None
    cars = [m for m in mentions(text) if m.noun or m.make or m.model]
    if is_unknown(text) and not seen and gone is None:
        return None
    instead = _A_PERSON_INSTEAD.search(folded)
    if instead and not _WITH_US.search(folded):
        return {"any": True, "fled": gone, "text": text[instead.start() :].strip()}
    if (
        (none and not cars)
        or (answer is False and none)
        or (
            re.match(r"\W*(?:no+|nel|nadie|ningun\w*|nada|para nada|negativo)\b", folded)
            and not (gone is not None or (cars and not none and not re.search(r"\b(?:hay|otro|otra)\b", folded)))
        )
    ):
        return {"any": False, "fled": None, "text": text.strip()}
    if seen and (seen[0].value["any"] or answer is not True):
        value = dict(seen[0].value)
        value["fled"] = value["fled"] if value["fled"] is not None else gone if value["any"] else None
        return value
    if cars or gone is not None:
        return {"any": True, "fled": gone, "text": text.strip()}
    if answer is not False and _SOMEBODY.search(folded) and not _WITH_US.search(folded) and not is_unknown(text):
        return {"any": True, "fled": gone, "text": text.strip()}
    if answer is None:
        return None
    return {"any": answer, "fled": gone if answer else None, "text": text.strip()}


def denies(text: str) -> bool:
    """Whether an answer says that nobody else was part of it."""
    return (read(text) or {}).get("any") is False


_THING = re.compile(rf"\b(?:{_FIXED}|{others.ANIMALS})s?\b|\b(?:sol[oa]|solit[oa]|yo mism[oa])\b")


def takes_back(text: str) -> bool:
    """Whether an answer says what was hit instead of somebody else: "no, nada más el poste"; "no hay otro vehículo"
    says no more than that nobody is there.
    """
    return denies(text) and bool(_THING.search(fold(text)))


def names_others(text: str) -> bool:
    """Whether the words name somebody else's vehicle or a person."""
    return bool(mentions(text) or _SOMEBODY.search(fold(text)))
