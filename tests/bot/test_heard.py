"""What people were heard to say teaches the intents, but for what means one thing here and another there."""

from collections import defaultdict
from pathlib import Path

import yaml

from bot.nlu.heard import sentences
from bot.nlu.heard_importer import HeardImporter
from bot.nlu.told.examples import heard
from bot.nlu.told.heard import IF_ASKED, NOTHING

ROOT = Path(__file__).resolve().parents[2]


def taught():
    return HeardImporter(training_data_paths=[str(ROOT / "bot/data/nlu")]).get_nlu_data("es").intent_examples


def test_every_kind_of_sentence_is_an_intent_of_the_domain():
    intents = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["intents"]
    assert {one.intent for one in sentences()} <= set(intents)


def test_what_is_heard_is_taught_beside_what_is_written():
    texts = {example.get("text") for example in taught()}
    assert len(texts & {one.text for one in sentences()}) > 0.9 * len({one.text for one in sentences()})


def test_what_depends_on_the_question_teaches_no_intent():
    kinds = defaultdict(set)
    for one in sentences():
        kinds[one.text.casefold()].add(one.intent)
    heard_only = {text for text, several in kinds.items() if len(several) > 1}
    written = {line.removeprefix("- ").casefold() for line in _written()}
    assert heard_only
    assert not heard_only & {example.get("text").casefold() for example in taught()} - written


def _written():
    for file in (ROOT / "bot/data/nlu").glob("*.yml"):
        for block in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]:
            yield from block["examples"].splitlines()


def test_answers_to_whether_anybody_is_hurt_say_so_only_when_asked():
    for one, example in zip(sentences(), heard(), strict=True):
        if one.told("injuries.any") is False and one.expects == "injuries":
            assert example.people == f"unhurt{IF_ASKED}"
        if one.intent == "greet" and not one.fields:
            assert example == (one.text, NOTHING, NOTHING)
