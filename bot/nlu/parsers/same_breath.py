"""An answer that is put right in the same breath: 'sí camina, más bien no', 'nadie, ah sí, mi hijo': what is said last
holds, where it answers the question as what is said first does.
"""

import re
from typing import Callable

from . import injuries, left, name_answers, names, not_me, persons, situation, third_parties
from .digitized import digitize
from .folding import fold
from .hurt_people import named
from .person_words import KIN
from .yes_no import is_unknown, read_yes_no

_WORDS = r"(?:ay|uy|ah|eh|este|oiga|pues|pos|joven|senorita|la verdad|no|o|y|o sea|bueno|es que)"
_WRONG = (
    r"(?:perdon\w*|disculp\w+|(?:que )?digo|(?:que )?diga|miento|mentiras?|mejor dicho|mas bien|corrijo|correccion"
    r"|rectifico|(?:ya )?me (?:equivoque|confundi)|quise decir|no es cierto|no cierto|no es verdad|espere\w*|esperame"
    r"|aguante\w*|retiro lo dicho|ya me acorde|ahora que (?:veo|lo pienso|me acuerdo)|pensandolo bien)"
)
# 'Digo' and the like after anything; a mere 'bueno' or 'ah' only before a yes or a no.
_MARK = re.compile(
    rf"(?:[\s,.;:]+{_WORDS}\b)*[\s,.;:]+{_WRONG}\b(?:[\s,.;:]+(?:{_WRONG}|ay|eh|este|que|es que|pues|senorita|joven"
    r"|la verdad)\b)*[\s,.;:]*"
    r"|(?:[\s,.;:]+(?:o|y|no|ay))*[\s,.;:]+(?:bueno|ah|ay|uy|oh|a ver|la verdad|siempre)\b[\s,.;:]*"
    r"(?=(?:(?:la verdad|que|creo que|pues|siempre|ya)[\s,]+)*(?:no|si|ya|todavia no|aun no)\b)"
)
# 'Le digo que…', 'me pidió perdón' take nothing back.
_NO_MARK = re.compile(r"\b(?:le|les|te|lo|se|como|que|ya|con|pido|pide|pidio|pidiendo|de|un|yo|pero|y si) $")
_ALONE = re.compile(
    r"\W*(?:(?:pues|que|la verdad|creo que|es que|siempre|ya|senorita|joven)\W+)*(?:no|si|simon|nel|nadie|ningun[oa]?"
    r"|tampoco)\b(?=\W*$|\s*[,.;:]|\s+(?:porque|la verdad|es que|senorita|joven|fijese|gracias)\b)"
    r"|\W*(?:pues )?(?:todavia|aun) no\b(?! (?:lo |la )?se\b)"
)
_ONE_MORE_NO = re.compile(r"no\s*[,.;:]\s*|no (?=\d|ya\b|si\b)")
_SO_MANY = re.compile(
    r"\W*(?:(?:si|no|son|somos|hay|eran|fueron|es|fue|como|creo que|nada mas|nomas|solo|pues|ya)\W+)*(?:\d{1,2}"
    r"|un[oa])\b"
    r"(?! (?:de la|anos|minut|hora|carr|coch|auto|cam|golpe|rat|poc))"
)
_SOMEBODY = re.compile(rf"\W*(?:(?:no|si|era|fue|iba|manejaba|es|pues|el|la|un|una|mi|su)\W+)*(?:yo|{KIN})\b")
_YEARS = re.compile(r"\banos\W*$")
_LONGEST = 14  # words of a first answer


def last_word(text: str, question: str) -> int:
    """Offset in `text`, an answer to `question`, of the answer that holds; 0 where nothing is taken back."""
    tells = _TELLS.get(question)
    folded, at = fold(text), 0
    for mark in _MARK.finditer(folded) if tells else ():
        if _NO_MARK.search(folded[: mark.start() + 1]) or len(folded[at : mark.start()].split()) > _LONGEST:
            continue
        end = mark.end()
        again = _ONE_MORE_NO.match(digitize(text[end:]).text)
        if again and tells and tells(text[end:][again.end() :]):
            end += again.end()
        if tells and tells(text[end:]) and _answers(tells, text[at : mark.start()]):
            at = end
    return at


def _answers(tells: "Callable[[str], bool]", first: str) -> bool:
    if _YEARS.search(fold(first)):
        return False  # 'uno de 20 años, digo 22'
    if tells in (_driver, _name):
        said = name_answers.read_name(first)
        return tells(first) or bool(said and said.name)
    return tells(first) or read_yes_no(first) is not None


def _fact(name: str) -> "Callable[[str], bool]":
    def tells(text: str) -> bool:
        return bool(_ALONE.match(fold(text))) or any(one.entity == name for one in situation.find(text))

    return tells


def _hurt(text: str) -> bool:
    folded = digitize(text).text
    many = _SO_MANY.match(folded) or _ALONE.match(folded) or (named(text) and not folded.startswith("no "))
    return bool(many or injuries.find(text)) and not is_unknown(text)


def _other_side(text: str) -> bool:
    said = third_parties.read(text)
    return bool(_ALONE.match(fold(text)) or left.fled(text) or left.stayed(text) or (said and said.get("text")))


def _driver(text: str) -> bool:
    who = _SOMEBODY.match(fold(text)) or not_me.did_not_drive(text, asked=True) or names.bare_name(text)
    return bool(who) or any(one.value["name"] or one.value["self"] for one in persons.find(text))


def _name(text: str) -> bool:
    return bool(names.bare_name(text)) or any(one.value["name"] for one in persons.find(text))


_TELLS: "dict[str, Callable[[str], bool]]" = {
    **{name: _fact(name) for name in situation.known()},
    "injuries": _hurt,
    "third_parties": _other_side,
    "driver_name": _driver,
    "reporter_name": _name,
    "insured_name": _name,
}
