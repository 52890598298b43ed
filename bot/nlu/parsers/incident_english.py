"""The few English words of visitors and of those who live on both sides of the border.

Read after `sms.spell_out`, where 'k' is 'c' or 'qu': 'truck' is 'trucc', 'broken' is 'broquen'.
"""

import re
from typing import List

from .incident_cues import Rule

_CAR = r"(?:car|truc+|van|suv|vehicle|motorcycle|bi(?:k|qu)e|pic+up|trailer)"


def _english(kind: str, weight: int, pattern: str) -> Rule:
    return kind, weight, re.compile(rf"\b(?:{pattern})\b")


ENGLISH: List[Rule] = [
    _english(
        "run_over",
        94,
        r"(?:ran over|run over|(?<!by )i hit) (?:an?|the|some) (?:\w+ )?"
        r"(?:pedestrian|man|woman|(?:k|qu)ids?|child|person"
        r"|cyclist|boy|girl|lady)",
    ),
    _english("rollover", 90, r"rol+ed over|flip+ed(?: over)?|upside down"),
    _english("fire", 88, r"(?:on|caught) fire|burning|burned down"),
    _english(
        "total_theft",
        84,
        rf"(?:stole|stolen|robbed)(?: \w+){{0,3}} {_CAR}|{_CAR}(?: \w+){{0,3}} (?:stolen|robbed)|carjac\w+",
    ),
    _english("partial_theft", 86, r"(?:stole|tooc)(?: \w+){0,2} (?:tires|wheels|battery|mirrors?|stereo|headlights)"),
    _english(
        "glass",
        70,
        r"(?:broc?qu?e|broquen|cracqu?ed|smashed|shattered)(?: \w+){0,3} (?:windshield|windows?|glass)"
        r"|(?:windshield|windows?)(?: \w+){0,3} (?:broquen?|cracqu?ed|smashed|shattered)",
    ),
    _english(
        "roadside_assistance",
        50,
        r"flat tire|tow truc+|tow|battery (?:is |was )?dead|dead battery|out of gas|loc+(?:qu)?ed (?:out|my)"
        r"|won.?t start|broc?qu?e down",
    ),
    _english(
        "collision",
        54,
        r"crash(?:ed)?|car ac+idents?|(?:had|in) an ac+ident|(?:got|was|been) hit|rear.ended|fender bender"
        rf"|wrec+(?:qu)?(?:ed)?|hit (?:me|us|an?|another|my|the) ?{_CAR}?|hit me|collided|side.?swiped",
    ),
]
