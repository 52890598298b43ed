"""What was heard as the answer to a question, and how sure that is. Plain arithmetic: the actions use it without the
learned model.

The thresholds were chosen on tests/conversations/development, never on tests/bot/answers.
"""

from typing import Dict, Optional

UNKNOWN, ELSE = "unknown", "else"  # not to know; to say something else

LEAST = 0.05  # likely enough to be worth telling
LIKELY = 0.45  # for an answer where the rules read none
SURE = 0.75  # for another answer than the rules read
CERTAIN = 0.9  # to register a report
CLEARLY = 1.5  # times as likely as its contrary
UNLIKELY = 0.1  # for the answer that they read

Chances = Dict[str, float]  # kind of answer → how likely


def likely(heard: Dict[str, Chances]) -> Dict[str, Chances]:
    """What of it may be an answer, short enough to be kept with every message."""
    told = {
        question: {kind: round(chance, 2) for kind, chance in chances.items() if kind != ELSE and chance >= LEAST}
        for question, chances in heard.items()
    }
    return {question: chances for question, chances in told.items() if chances}


def answer(chances: Chances, least: float) -> Optional[str]:
    """The likeliest kind of answer where it is likely enough, and clearly likelier than its contrary."""
    best = max(chances, key=lambda kind: chances[kind], default=None)
    if best is None or chances[best] < least:
        return None
    contrary = chances.get({"yes": "no", "no": "yes"}.get(best, ""), 0.0)
    return best if chances[best] >= CLEARLY * contrary else None


def unlikely(chances: Chances, kind: str) -> bool:
    """Whether this kind of answer is as good as excluded."""
    return chances.get(kind, 0.0) <= UNLIKELY
