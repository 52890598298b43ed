"""Whether whoever speaks says not to have driven: 'yo no manejaba', 'no era yo quien conducía', 'yo ni manejo'."""

import re

from .folding import fold
from .person_words import NEAR

_AT_THE_WHEEL = r"(?:manejando|conduciendo|al volante|(?:el|la) (?:chofer|conductora?|operadora?))"
_DROVE = rf"(?:manej(?:aba|e)|conduc(?:ia|i)|(?:iba|venia|andaba|estaba|era|fui) (?:yo )?{_AT_THE_WHEEL})"
_ONE_WHO = r"(?:quien|(?:el|la) que) (?:lo |la )?"
_DID = rf"(?:{_DROVE}|traia|maneja|iba|venia|choco)"
_CAR = r"(?:carr|coch|auto|cam|troc|vehic|unid|mot|mueb|nave)"
_NOT_ME = re.compile(
    rf"\b(?:yo|pero) (?:no|ni|nunca) (?:siquiera )?(?:era {_ONE_WHO}|fui {_ONE_WHO})?{_DROVE}\b"
    rf"|\b(?:no|ni siquiera) (?:lo |la )?{_DROVE} yo\b|\bno (?:lo|la) traia yo\b"
    rf"|\bno traia yo (?:el|la|mi) {_CAR}|\bno (?:iba|venia|estaba|andaba) yo {_AT_THE_WHEEL}"
    rf"|\bno (?:era|fui|soy|fue) yo,? {_ONE_WHO}{_DID}\b|\byo no (?:era|fui|soy) {_ONE_WHO}{_DID}\b"
    rf"|\byo no (?:iba|venia|estaba|andaba) (?:en (?:el|la|mi|su) (?:{_CAR}|accid|choq)|a bordo|ahi\b|alli\b|present)"
    r"|\byo (?:no|ni) (?:se )?manej(?:o|ar)\b|\byo no (?:lo|la) (?:traia|llevaba|manejaba|conducia)\b"
    rf"|\b{_ONE_WHO}{_DID}\b[\w ]{{0,14}} no (?:era|fui|soy|fue) yo\b"
)
# 'Soy su hija, Paola', asked who drove: who speaks, and whose she is; not 'soy su hija, yo lo traía'.
_THEIR_KIN = (
    rf"\bsoy su (?!servidor){NEAR}\b(?!.*\b(?:yo|manej\w*|conduc\w+|iba|venia|traia|llevaba|choque|al volante)\b)"
)
# In answer to 'who drove?'; 'yo no sé', 'yo no más' say something else.
_NOT_I = re.compile(
    rf"{_THEIR_KIN}|"
    r"\bno (?:era|fui|soy|fue) yo\b|\byo no (?:era|fui|iba|venia|estaba|andaba|traia)\b(?! (?:sol[oa]|rapid"
    r"|recio|con)\b)"
    r"|^\W*(?:(?:no|pues|pos|ah|ay|uy|oiga|este|joven|senorita|eh|bueno)\W+)*(?:yo|a mi) no\b"
    r"(?! (?:se|mas|supe|recuerdo|me|iba|venia|estaba|traia)\b)|\bno yo no\b(?! (?:se|mas)\b)|, ?no yo\W*$"
)


def did_not_drive(text: str, asked: bool = False) -> bool:
    """Whether the words say so; where it is `asked` who drove, fewer of them do."""
    folded = fold(text)
    return bool(_NOT_ME.search(folded) or (asked and _NOT_I.search(folded)))
