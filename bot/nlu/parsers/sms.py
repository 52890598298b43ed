"""Short and phonetic spellings of chat and SMS written out: 'm kitaron el karro x la tarde'."""

import re
from functools import lru_cache
from typing import List

from .digitized import Digitized
from .folding import fold
from .lookups import load_yaml

_SHORT = {fold(short): full for short, full in load_yaml("short_forms.yml").items()}
_WORD = re.compile(r"[a-z]+")
# 'No c si hay heridos', 'no m las c', 'no c mueve'.
_NO_C = re.compile(r"\bno (?:(?:m|me|l[oa]s?) )*(c)\b(?![./])")
_NO_IDEA = {"nc": "no se", "ns": "no se"}
_KEEP = re.compile(
    r"k(?:ia|icks|wid|enworth|awasaki|tm|urazai|odiak|ilo|m|ms|g)|kilomet|kinder|kiosk"
    r"|karla|karen|katia|kenia|kevin"
)


@lru_cache(maxsize=128)
def spell_out(text: str, c_for_se: bool = True) -> Digitized:
    """The folded text with short forms in full, 'k' as 'qu' or 'c' and 'no c' as 'no se', and the way back to offsets
    in the text as said.
    """
    folded, at = fold(text), 0
    out: List[str] = []
    origin: List[int] = []
    ends: List[int] = []
    written = {m.start(1): "se" for m in _NO_C.finditer(folded)} if c_for_se and "no" in folded else {}
    for match in _WORD.finditer(folded):
        full = written.get(match.start()) or (_NO_IDEA.get(match.group()) if c_for_se else None) or _full(match.group())
        if full == match.group():
            continue
        out.append(folded[at : match.start()] + full)
        here = [min(match.start() + i, match.end() - 1) for i in range(len(full))]
        origin += [*range(at, match.start()), *here]
        ends += [*range(at + 1, match.start() + 1), *(offset + 1 for offset in here[:-1]), match.end()]
        at = match.end()
    out.append(folded[at:])
    origin.extend(range(at, len(folded) + 1))
    ends.extend(range(at + 1, len(folded) + 1))
    return Digitized("".join(out), tuple(origin), tuple(ends))


# What hurts a little hurts: 'un dolorcito', 'cortaditas'.
_SMALL = re.compile(
    r"(dolor|moreton|raspon|chichon)c?it[oa](s?)|(golp|chipot|sangr)(?:ec)?it[oa](s?)"
    r"|(herid|lastimad|golpead|raspad|cortad|quemad|adolorid|maread|rasgun|inflamad|hinchad|morad|torcid"
    r"|lesionad)it([oa]s?)"
)


# 'Y' for 'll', but in words that begin with it: 'yegó', 'se lo yevaron', 'está yoviendo'.
_LL = re.compile(r"y(?=av(?:e|es|ero)$|anta|am(?:a|e|o)|eg(?:a|o|ue)|ev[aeo]|ov[ie]|uv|en[aoe]|or[aoe])")


@lru_cache(maxsize=4096)
def _full(word: str) -> str:
    small = _SMALL.fullmatch(word)
    if small:
        return (small[1] + ("es" if small[2] else "") if small[1] else f"{small[3]}e{small[4]}" if small[3]
                else small[5] + small[6])  # fmt: skip
    if word in _SHORT:
        return _SHORT[word]
    if word[0] == "y" and _LL.match(word):
        return "l" + _as_c("l" + word[1:])
    return _as_c(word)


def _as_c(word: str) -> str:
    if "k" in word and not _KEEP.match(word):
        return re.sub(r"k(?=[ei])", "qu", word).replace("k", "c")
    return word
