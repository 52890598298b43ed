"""Whether the vehicle stood alone when it happened, told in passing: 'amaneció sin llantas', 'yo andaba comprando'."""

import re
from typing import Optional

from .part_words import NO_PARTS
from .person_words import KIN
from .sms import spell_out

_CAR = r"(?:carr[oa]|carrito|coche|auto|camioneta|troca|moto|vehiculo|unidad|nave|mueble)"
_BUSY = (
    r"(?:dormid[oa]s?|dormia|dormiamos|durmiendo|trabajando|trabajaba|trabajabamos|comprando|compraba|de compras"
    r"|comiendo"
    r"|comia|comiamos|cenando|desayunando|en (?:el |la |una |mi |un )?(?:super|tienda|misa|iglesia|cine|trabajo|chamba"
    r"|escuela|plaza|banco|gym|gimnasio|doctor|hospital|oficina|restaurante|fiesta|casa|junta|clases?|mercado|hotel"
    r"|playa|concierto|partido|estadio)|adentro(?! de[l]? (?:carro|coche|auto|vehiculo|camioneta)))"
)
_AWAY = re.compile(
    r"\bamanec\w+\b(?! (?:\w+ ){0,3}?(?:dol|adol|duele|mal\b|ties|torcid|hinch|moret|enferm|peor|moles|marea))"
    rf"|\bmientras (?:yo )?(?:estaba |estabamos |andaba )?{_BUSY}"
    rf"|\b(?:yo|nosotros) (?:estaba|andaba|estabamos|andabamos) {_BUSY}"
    rf"|\b(?:cuando|al|ya que|hasta que) (?:sali\w*|regres\w+|volvi\w*|desper\w+|me (?:levante|asome|desperte))\b"
    rf"[^.;]{{0,40}}\b(?:estaba|esta|vi|encontr\w+|halle|tenia|me di cuenta|habian|note|aparecio|quebrad|rot|rayad"
    rf"|golpead"
    rf"|chocad)"
    rf"|\b(?:me )?(?:lo|la) (?:encontre|encontramos|halle|hallamos)(?: \w+)? (?:rayad|golpead|chocad|abollad|sin|asi"
    rf"|con"
    rf"|quebrad|abiert|todo|toda)\w*"
    rf"|\b(?:lo|la) (?:deje|dejamos|habia dejado|habiamos dejado|tenia|teniamos|estacione)(?: \w+){{0,2}}? (?:anoche"
    rf"|ayer"
    r"|ahi|afuera|fuera|en la calle|en (?:el|la|un|una|mi)|frente|enfrente|estacionad\w+|parad\w+|guardad\w+)"
    rf"|\b{_CAR}(?: \w+)? (?:estaba|se quedo|quedo|se encontraba) sol(?:[oa]|it[oa])\b"
    rf"|\bestaba (?:guardad|paradit|estacionadit)[oa]"
    r"|\bno habia nadie (?:adentro|en el|en la|dentro)|\b(?:sin|no habia) nadie (?:adentro|dentro)"
    rf"|\b(?:en|dentro de|afuera de|fuera de|frente a|enfrente de) (?:mi|la|su|nuestra) (?:cochera|garaje|garage"
    rf"|casa|depa)"
)
# Where whoever reports is now, or who stayed at home, says nothing of where the vehicle stood …
_CALLER_AT_HOME = re.compile(
    r"\b(?:estoy|estamos|ando|me quede|sigo|yo|llegue|llegamos)(?: (?:aqui|ahorita|ya|ahora|yo|todavia|sol[oa]))*"
    r" (?:en|a) (?:mi|la|nuestra) (?:casa|depa)\b"
)
# … unless something came to it there: 'un taxi le pegó a mi coche'.
_TO_IT = re.compile(rf"\ba(?:l| mi| nuestr[oa]) {_CAR}\b")
# One of the speaker's drove it.
_ONE_OF_OURS_CRASHED = re.compile(
    rf"\bmi (?!vecin){KIN}\b[^.;]{{0,90}}?(?<!me )(?<!le )(?<!lo )(?<!la )\b(?:lo |la |me lo )?(?:choco|volco|derrapo"
    r"|se (?:volco|volteo|estrello|accidento)|tuvo (?:un|el) (?:choque|accidente|percance)|fue (?:el|la) que choco)\b"
    r"|\bmi vecin[oa]\b[^.;]{0,90}?(?<!me )(?<!lo )(?<!la )\bchoco(?=\W*(?:[,.;]|$)| (?:aqui|ahi|alla|afuera"
    r"|enfrente|en|solo"
    r"|sola|contra|con)\b)"
)
_UNSEEN = re.compile(
    r"\b(?:ni|no) (?:los|las|lo|nos|me) (?:oi|oimos|vi|vimos|senti|sentimos|di cuenta|dimos cuenta|escuch\w+)"
    r"|\bni cuenta (?:me|nos) d|\bnadie (?:vio|oyo|escucho|se dio cuenta)"
)
# Whoever is in it: what befalls it then befalls it on the way.
_ABOARD = re.compile(
    r"\b(?:iba|ibamos|venia|veniamos|circul\w+|manej\w+|conduc\w+|al volante|pasaba|pasabamos|pasando|transit\w+"
    r"|avanz\w+"
    r"|en (?:el|un) (?:alto|semaforo|trafico|embotellamiento)|en marcha"
    rf"|me (?:baj|sac|amenaz|encanon|apunt|amag)\w+{NO_PARTS}"
    r"|asalt\w+|a bordo|en movimiento|rebas\w+|por la (?:carretera|autopista))\b"
)
# What nobody does to a vehicle with people in it.
_ON_THE_SLY = re.compile(
    r"\b(?:r+a[yl]+(?:on|aron|o|ad[oa]|aduras?|oneado)\b.{0,40}\b(?:llave|clavo|navaja|cuchillo|punzon|desarmador"
    r"|piedra|adrede"
    r"|puertas?|cofre|tod[oa])|grafit\w+|graffit\w+|aerosol|spray|pintarraje\w+|pint(?:aron|o)\b|acido|removedor"
    r"|thinner"
    r"|azucar|cigarr\w+|huev(?:os|azos)|ponch(?:aron|o)\b|navaje\w+|pic(?:aron|o) las? llantas?|arranc(?:aron"
    r"|o) (?:el|los|la"
    r"|las) (?:espejos?|antenas?|limpia\w+|placas?)|tir(?:aron|o) pintura)"
)


def stood_alone(text: str, unseen: bool = True) -> Optional[bool]:
    """True where the words tell that nobody was in it when it happened; None where they do not. With `unseen`, it is
    enough that nobody saw who did it: not in a crash, where 'no lo vi' is said of a car that came.
    """
    plain = spell_out(text).text
    scene = plain if _TO_IT.search(plain) else _CALLER_AT_HOME.sub(" ", plain)
    told = _AWAY.search(scene) or (unseen and _UNSEEN.search(plain))
    return True if told and not (_ABOARD.search(plain) or _ONE_OF_OURS_CRASHED.search(plain)) else None


def must_have_stood(kind: str, told: str, violence: Optional[bool]) -> bool:
    """Whether what happened, as told, happens only to a vehicle that stands alone: parts taken without violence, paint
    scratched with a key.
    """
    plain = spell_out(told).text
    if _ABOARD.search(plain):
        return False
    return (kind == "partial_theft" and violence is False) or (kind == "vandalism" and bool(_ON_THE_SLY.search(plain)))
