"""What is asserted of every place."""

from bot.nlu.parsers import place


def assert_place(text, expected):
    """Exactly the expected fields are read."""
    found = place.find(text)
    value = found[0].value if found else {}
    assert {key: item for key, item in value.items() if item not in (None, [], "") and key != "text"} == expected


def assert_same_in_capitals(text, expected):
    """In capitals it is the same place."""
    found = place.find(text.upper())
    assert found
    for key in ("kind", "state", "municipality", "number", "kilometer"):
        assert found[0].value[key] == expected.get(key), key
