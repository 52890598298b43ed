"""Report numbers: ten digits YYNNNNNNNC, shown as 26-0000123-0, the last a Luhn check digit."""

import re
from typing import List, NamedTuple, Optional

from .found import Found, found
from .labelled import numbers_after
from .luhn import luhn_ok
from .numbers import runs

_LABEL = re.compile(
    r"\b(?:reporte|reportes|siniestro|num(?:ero)? de (?:reporte|siniestro|caso)|caso|folio de reporte"
    r"|report)\b"
)
_YEARS = range(24, 40)


class ReportNumber(NamedTuple):
    """What was said as a report number: `digits`, and whether its length, year and check digit are right."""

    digits: str
    valid: bool


def find(text: str) -> List[Found]:
    """`report_number`:
    ten digits whose check digit is right; `report_number_wrong`: ten digits said as one that are not.
    """
    out: List[Found] = []
    for _, run in numbers_after(text, _LABEL):
        for digits in run.readings():
            if len(digits) == 10 and _plausible(digits):
                out.append(found("report_number", digits, text, run.start, run.end))
                break
        else:
            if len(run.digits) in (9, 10, 11) and int(run.digits[:2]) in _YEARS:
                out.append(found("report_number_wrong", run.digits, text, run.start, run.end))
    taken = [(f.start, f.end) for f in out]
    for run in runs(text):
        if not any(start < run.end and run.start < end for start, end in taken):
            for digits in run.readings():
                if len(digits) == 10 and digits[2] == "0" and _plausible(digits):
                    out.append(found("report_number", digits, text, run.start, run.end))
                    break
    return out


def _plausible(digits: str) -> bool:
    return int(digits[:2]) in _YEARS and luhn_ok(digits)


def read(text: str) -> Optional[ReportNumber]:
    """The answer to 'which report number?': the reading whose check digit is right, else what was said, else None."""
    longest = ""
    for run in runs(text):
        for digits in run.readings():
            if len(digits) == 10 and _plausible(digits):
                return ReportNumber(digits, True)
        longest = max(longest, run.digits, key=len)
    return ReportNumber(longest, False) if len(longest) >= 6 else None
