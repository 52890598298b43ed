"""That nobody else was part of it: 'no hay terceros', 'nadie más tuvo que ver', 'no me llevé a nadie'."""

import re

from .lookups import load_lines

_FIXED = "|".join(load_lines("fixed_objects.txt"))
NONE = re.compile(
    r"\b(?:(?:no hay|no hubo|no habia|no existe|no venia|no iba|sin|ningun|ninguna|no involucr\w+|no participo"
    r"|no intervino)(?: \w+){0,2}? ?(?:terceros?|otr[oa]s? (?:carros?|coches?|vehiculos?|autos?"
    r"|personas?|unidad|involucrad\w+)|otro|tercer[oa]s? (?:afectad\w+|involucrad\w+)|nadie mas"
    r"|contrario)|no (?:le |les |lo |la |me |nos )?(?:peg|choc|choqu|di|golpe|lastim|roc|raspe)\w* (?:a|con"
    r"|contra) (?:nadie"
    r"|ningun\w*(?: \w+)?|otr[oa] \w+)|(?:fui|choque)(?: yo)? (?:sol[oa]|solit[oa])"
    r"|(?:me|se) (?:sali|salio|fui|fue|estrelle|estrello|volque|volco|derrape) (?:yo )?sol(?:[oa]|it[oa])"
    r"|(?:solo|nomas|nada mas|unicamente|solamente) (?:mi (?:carro|coche|auto|unidad|camioneta|moto)|el poste|el mio"
    r"|el arbol|la barda|el muro|la banqueta|el camellon|contra (?:el|la|un|una))|"
    r"(?:el carro|la unidad) sol[oa]|sin terceros|solo mi (?:carro|unidad|vehiculo|auto|coche)"
    r"|no,? (?:nada mas|solo|nomas|unicamente|fue|contra) (?:(?:contra )?(?:el|la|un"
    rf"|una) (?:{_FIXED})|yo|mi (?:carro|coche|unidad))"
    # 'nadie más tuvo que ver', 'no me llevé a nadie'
    r"|nadie mas (?:\w+ )??(?:estuvo|estaba|resulto|salio|se vio|quedo|fue|anduvo|hubo|va|iba|esta)"
    r"(?: \w+)?? (?:metid|involucrad|implicad|afectad|perjudicad|de por medio|embarrad|en el (?:choque|accidente|asunto"
    r"|problema))\w*"
    r"|nadie mas (?:particip\w+|interv\w+|tuvo (?:nada )?(?:que ver|culpa)|se (?:metio|atraveso|involucro|cruzo"
    r"|vio (?:afectad|involucrad)\w+))"
    r"|no (?:(?:le|les|lo|la|me|nos) )?(?:(?:alcance|llegue|alcanzamos) a )?(?:involucr|afect|dan[eoia]|llev"
    r"|atropell|impact"
    r"|embest|perjudic|tumb|peg|golpe|lastim|roc)\w* (?:a |con )?(?:nadie\b|ningun[oa]? (?:otr[oa] )?(?:carro|coche"
    r"|auto"
    r"|vehiculo|persona|tercero)))\b"
)
# Asked who else was part of it, who was alone says that nobody was; told in passing, it counts the people on board.
ALONE = re.compile(
    r"\b(?:nadie mas|(?:iba|estaba|venia|andaba|viajaba)(?: yo)? (?:sol[oa]|solit[oa])|yo (?:sol[oa]|solit[oa])"
    r"(?! (?:quer|quier|neces|teng|habl|llam|pregunt|dig|se\b|vi\b))|(?:solo|nomas|nada mas|unicamente|solamente) yo)\b"
)
