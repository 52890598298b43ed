"""Who is on board, how frail they are or how they move about, in answer to who is hurt: 'traigo a mi bebé'."""

import re

# Who is on board, how frail they are or how they move about: nobody said that they are hurt.
_ABOARD = re.compile(
    r"\b(?<!se )(?<!lo )(?<!la )(?:traigo|traemos|traia|traiamos|llevo|llevamos|llevaba"
    r"|llevabamos) (?:conmigo )?(?:al?|aqui|atras|conmigo) "
    r"|\b(?:viene|vienen|venia|venian|va|van|iba|iban|viaja\w*|anda|andan|esta|estan|estaba|estaban) (?:\w+ ){0,2}?"
    r"(?:conmigo|con (?:nosotros|ell[oa]s)|a bordo|atras|embarazadas?|en (?:su |una )?(?:silla|sillita|porta ?bebe))\b"
    r"|\b(?:vengo|venimos|iba|ibamos|voy|vamos|ando|andamos|estoy|estamos) con (?:mis?|la|el|los|las|un[oa]?s?|dos) "
    r"|\b(?:viene|vienen|venia|venian|va|van|iba|iban) (?:mis?|un[oa]?s?|la|el|los|las) (?:\w+ ){1,4}(?:conmigo"
    r"|atras|aqui)\b"
    r"|\b(?:usa|usan|trae|traen|con|en) (?:su |una? )?(?:silla de ruedas|andadera|muletas|baston|marcapasos)\b"
    r"|\besta embarazada\b|\b(?:tiene|de) (?:\w+ ){1,2}meses de embarazo\b"
)
_A_YES = re.compile(r"\W*si+\b")


def told_aboard(folded: str) -> bool:
    """Whether it is told of somebody, without a yes, that they are on board."""
    return bool(_ABOARD.search(folded)) and not _A_YES.match(folded)
