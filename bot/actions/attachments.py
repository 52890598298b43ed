"""What a message brings besides words: kept with the report and said so. Nobody here listens to a voice note: a person
of the cabina is asked to, and the caller is asked to write."""

from typing import List

from bot.actions.turn import Turn


def acknowledge(turn: Turn) -> None:
    """Lead with what became of the files of this message."""
    kinds = _kinds(turn)
    if not voice_note(turn) and kinds and "evidence" in turn.understood:
        turn.lead("utter_photo_kept" if set(kinds) == {"image"} else "utter_file_kept")


def voice_note(turn: Turn) -> bool:
    """Whether there is a voice note: then a person is alerted, and the message leads with that."""
    if "audio" not in _kinds(turn):
        return False
    turn.hand_over("voice_message")
    turn.lead(turn.vary("utter_voice_note", "utter_voice_note_again"))
    return True


def _kinds(turn: Turn) -> List[str]:
    return [str(item.get("kind")) for item in turn.metadata.get("media") or []]
