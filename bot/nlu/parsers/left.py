"""Whether the other side of an accident left or stayed, as people say it."""

import re
from typing import Optional, Tuple

from .folding import fold
from .sms import spell_out
from .yes_no import is_unknown, read_yes_no

FLED = re.compile(
    r"\b(?:se acab(?:a|an) de (?:ir|pelar|fugar|largar|escapar|arrancar)|(?:ya )?se (?:pel|escap|fug|larg)(?:o"
    r"|aron)|(?:se )?(?:dio|dieron|daba|di[oó]) (?:a )?la fuga|a la fuga"
    r"|(?:se|ya se|que se"
    r"|luego se) (?:fue|fueron|escapo|escaparon|arranco|arrancaron|largo|pinto|borro|abrio(?! (?:la|el|una?|mi|su)\b)"
    r"|hizo humo|echo a correr"
    r"|echo a la fuga|retiro|siguio|hizo ojo de hormiga|fugo|fugaron|dio a fugar|huyo)(?! (?:al|a la"
    r"|en|de lado|contra|la luz|encima|sobre|por el|hacia|por la|para atras|derecho))|huy(?:o|eron)"
    r"|(?:iba|iban|venia) (?:ya )?(?:peland|huyend|arrancand)o(?:se)?|(?:pero|y"
    r"|ya) (?:ya )?(?:arranco|acelero|le piso|agarro camino|corrio)"
    r"|no se (?:paro|detuvo|quedo|pararon|detuvieron|quedaron)|ni se (?:paro|detuvo|pararon)"
    r"|no dejo (?:datos|recado|nota)|salio (?:corriendo|huyendo|volado|disparado|hech[oa] la mocha)"
    r"|no se quiso (?:parar|detener|quedar)|se largaron"
    r"|ni (?:las luces|el polvo)(?: (?:le|les) vi| vi)?|le metio (?:pata|acelerador|fierro|la pata)|"
    r"(?:choco|pego|golpeo) y (?:huyo|se fue|corrio|se pelo|corrieron)|fugado|ya no esta(?:n|ba)?"
    r"|desaparecio|se siguio (?:de largo|derecho)|siguio (?:su camino|de largo|derecho|como si nada|de frente)|"
    r"(?:y|pero|ya|que) (?:ya )?no (?:regreso|volvio|regresaron|volvieron)(?! a (?:prender|encender|arrancar|llamar"
    r"|marcar))|no supe quien|no (?:vi|supimos"
    r"|se sabe) quien|cuando (?:sali|regrese|llegue|volvi) (?:ya )?(?:estaba|estaban) (?:golpead"
    r"|chocad|rayad|pegad)\w*"
    r"|hit.?and.?run|(?:he|she|they|guy|driver|car|truck|taxi|van|man|woman|lady|who|and) (?:just |then "
    r"|already )?(?:took"
    r"|drove|sped|ran) (?:off|away)|fled(?: the scene)?|(?:didn.?t|never|did not) (?:even )?stop(?= (?:and"
    r"|after|he|to)\b)"
    r")\b"
)
# Gone, where somebody else is spoken of: 'el vato le dio gas y ni su polvo'.
GONE = re.compile(
    r"\b(?:(?:le )?(?:dio|dieron|metio|metieron|piso|pisaron)(?: \w+)? (?:gas|chancla|pata|fierro|acelerador)"
    r"|ni (?:el|su|sus|un|las) (?:polvo|luces|rastro|humo|sombra)|ni rastro|se (?:esfum|perdi|desafan|pel|hizo humo"
    r"|desaparec)(?:o|io|aron|ieron)\b|agarr(?:o|aron) (?:monte|camino|carrera)|pies en polvorosa|pelo gallo"
    r"|tierra de por"
    r" medio|sali(?:o|eron) (?:en friega|quemando llanta|hech[oa]s? la|disparad\w+|volando|como (?:rayo|alma))\w*"
    r"|(?:se )?(?:arranc|corri|rayo|quit)(?:o|io|aron|ieron) (?:luego|de inmediato|y ya no)|no (?:espero|dio la cara))"
)
STAYED = re.compile(
    r"\b(?:(?:aqui|ahi|aca|alla) (?:mero |mismo )?(?:sigue|esta|siguen|estan|anda|andan|(?:lo|la|los|las) ten(?:go"
    r"|emos)"
    r"|se quedo)"
    r"|(?:esta|estan|siguen?|se quedo|anda)(?: \w+){1,4} (?:aqui|ahi|conmigo|en el lugar)|sigue (?:aqui|ahi"
    r"|en el lugar)|siguen (?:aqui|ahi)|esta (?:aqui|conmigo|presente|en el lugar"
    r"|esperando)|se (?:quedo|paro|detuvo|quedaron)(?! (?:sin|el carro|parado el))"
    r"|no se (?:va|van)(?: a (?:ir|mover|quitar))?|no se (?:ha ido|fue"
    r"|fueron|dio a la fuga|pelo|ha movido|escapo)|si se (?:paro|quedo|detuvo)|estamos (?:los dos"
    r"|ambos|aqui los dos)|(?:el|la) otr[oa] (?:conductor|conductora|persona|carro|senor|senora"
    r"|chofer) (?:esta|sigue|se quedo|ya|dice|quiere|trae))\b"
)
# Beside whoever else is spoken of: they deal with the caller, so they are there.
_DEALS = re.compile(
    r"\b(?:se (?:ha )?port(?:o|aron|ado|ando) \w+|(?:se baj|se orill|se estacion|se esper)(?:o|aron)\b"
    r"(?! y (?:corri|se fue))"
    r"|(?:me|nos) (?:esta|estan) (?:esperando|pidiendo|ofreciendo|reclamando|gritando)"
    r"|(?:estamos|andamos|seguimos|aqui andamos|nos quedamos) (?:los dos|ambos|aqui|esperando|juntos|platicando)"
    r"|(?:me|nos) (?:dio|dieron|paso|pasaron|enseno|ensenaron) (?:su|sus) (?:datos|seguro|licencia|nombre|numero"
    r"|telefono|poliza|tarjeta)|intercambiamos|(?:nos dimos|ya tengo sus?) (?:los )?(?:datos|seguro)"
    r"|su (?:seguro|ajustador|aseguradora) ya (?:viene|llego|esta)|(?:esta|estan) (?:llamando|hablando|marcando)(?:le)?"
    r"(?: \w+)? (?:a|con) su (?:seguro|aseguradora|ajustador)|se (?:hace|hizo|esta haciendo|quiere hacer) responsable"
    r"|acept(?:a|o|an) (?:que|la|su|toda)|(?:esta|estan|anda|andan|sigue|siguen) (?:\w+ ){0,2}(?:conmigo|con nosotros))"
)
_BARE = re.compile(
    r"\W*(?:(?:si+|simon|aja|claro|exacto|pues|pos|que|no+|nel|ya|todavia|aun|creo|senorita|joven|gracias|oiga"
    r"|la verdad)"
    r"\b\W*)+"
)
_STILL = re.compile(
    r"\W*(?:(?:si|pues|todavia|aun|aqui|aki|ahi|ai|aca|alla)\W+)*(?:sigue|siguen|esta|estan|ta|tan|anda|andan"
    r"|andamos)\b"
)
# 'Se abrió la caja', 'se me abrió la batea': a thing came open.
_CAME_OPEN = re.compile(
    r"\b(?:caja|puertas?|compuertas?|redilas?|batea|cofre|cajuela|tapa|tolva|gondola|lona|bolsas? de aire|airbags?)"
    r"[^.;,]{0,20}$"
)
_ANYTHING = re.compile(r"\S.*\S", re.S)
_NEVER = re.compile(r"\b(?:no|nunca|ni) (?:se )?$")
Span = Tuple[int, int]


def fled(text: str) -> "Optional[re.Match[str]]":
    """Where the text says that somebody fled, in full or in the short forms of a chat: 'c peló'."""
    folded = fold(text)
    seen = _flight(folded)
    if seen:
        return seen
    plain = spell_out(text)
    seen = _flight(plain.text)
    if seen:
        return _ANYTHING.fullmatch(folded, *plain.said(*seen.span()))
    spelled = re.sub(r"\b[cs] (?=\w+(?:o|aron|ieron|ue|ueron)\b)", "se ", plain.text)
    return _ANYTHING.search(folded) if _flight(spelled) else None


def _flight(words: str) -> "Optional[re.Match[str]]":
    """The first words of a flight that do not tell how a thing came open, or who ran into the road."""
    return next((m for m in FLED.finditer(words) if not (_came_open(words, m) or _no_flight(words, m))), None)


# 'Salió corriendo tras la pelota' before he was hit; a car that the water took.
_RAN_OUT = re.compile(
    r" (?:tras|detras|atras|de (?:la|entre|un|atras)|por (?:la|una|su)|a (?:la|media)|y (?:le|lo|la) (?:di"
    r"|pegue|avente))\b"
)
_RUN_OVER = re.compile(
    r"\b(?:atropell\w+|le (?:di|pegue|pegamos)|me lleve|avente|arroll\w+|se (?:me )?atraves\w+|esquiv\w+|perr\w+"
    r"|nin[oa])\b"
)
_LEFT_ALONE = re.compile(
    r" (?:con (?:la|el) (?:corriente|agua|arroyo|rio)|la luz|la senal|de lado|al (?:barranco|agua|canal|rio)"
    r"|para dar)"
)


def _no_flight(words: str, seen: "re.Match[str]") -> bool:
    if _LEFT_ALONE.match(words, seen.end()):
        return True
    if not seen.group().startswith("salio"):
        return False
    return bool(_RAN_OUT.match(words, seen.end()) or _RUN_OVER.search(words[: seen.start()]))


def _came_open(words: str, seen: "re.Match[str]") -> bool:
    aside = re.match(r" (?:para|a) (?:dar|la|rebas|su|el)", words[seen.end() :])  # 'se abrió para dar vuelta'
    return seen.group().endswith("abrio") and bool(aside or _CAME_OPEN.search(words[: seen.start()]))


# 'El de la moto salió volando': he was thrown off.
_FLEW = re.compile(r"\bsali(?:o|eron) (?:volando|disparad\w+)(?!,? (?:en|con) (?:el|la|su) (?:carr|coch|cam|mot|aut))")
_THROWN = re.compile(
    r"\b(?:moto\w*|bici\w*|motociclista|ciclista|peaton|repartidora?|patin\w*|atropell\w+|triciclo|estrello (?:conmigo"
    r"|contra)|caballo|por (?:el|los) (?:aires?|parabrisas|vidrio|cofre))\b"
)


def gone(text: str) -> "Optional[re.Match[str]]":
    """Where somebody is said to be gone, in words that need somebody else spoken of: 'le dio gas y ni su polvo'."""
    plain = spell_out(text).text
    thrown = _THROWN.search(plain)
    return _ANYTHING.search(fold(text)) if GONE.search(_FLEW.sub(" ", plain) if thrown else plain) else None


def stayed(text: str, others: bool = False) -> Optional[Span]:
    """Where the text says that somebody stayed; `others` where the other side is spoken of already."""
    plain = spell_out(text)
    seen = STAYED.search(plain.text) or (_DEALS.search(plain.text) if others else None)
    return plain.said(seen.start(), seen.end()) if seen else None


def denied(folded: str, seen: "re.Match[str]") -> bool:
    """Whether a flight is denied: 'no se fue'."""
    return bool(_NEVER.search(folded[: seen.start()]))


def read(text: str) -> Optional[bool]:
    """The answer to 'is the other still there, or did they leave?': True where they left, None where it is not said."""
    folded = fold(text)
    left = fled(text) or gone(text)
    if left:
        return not denied(folded, left)
    if stayed(text, others=True):
        return False
    if is_unknown(text):
        return None
    if _STILL.match(folded):
        return False
    bare = read_yes_no(text) if _BARE.fullmatch(folded) else None
    return None if bare is None else not bare
