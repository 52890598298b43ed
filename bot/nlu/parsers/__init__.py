"""Finders for what callers say, in Mexican Spanish: pure functions over a text, no I/O, no Rasa.

Every `find(text)` gives a list of `found.Found(entity, value, start, end, text)`: facts wherever they stand in a message.
Every `read…(text)` takes an answer to a question just asked, where a bare "1042587", "dos" or "laura méndez" is enough;
it gives None (or []) when the text holds no answer. Nothing here raises on any text.

| module          | find → entity: value                                     | read, for an answer                                     |
|-----------------|-----------------------------------------------------------|---------------------------------------------------------|
| every           | `find_all(text, now=None)`: all of them, overlaps settled |                                                         |
| numbers         |                                                           | `read_number(text) -> [digits, …]` best reading first   |
| policy_number   | policy_number: digits                                     | use `numbers.read_number`                               |
| inciso          | inciso: int                                               | `read -> int`                                           |
| report_number   | report_number: ten digits, Luhn right; report_number_wrong| `read -> ReportNumber(digits, valid)`                   |
| folio           | folio: str                                                |                                                         |
| phone           | phone: E.164, or "same" (the number in use)               | `read -> Phone(e164, same, digits, problem)`            |
| plates          | plates: upper case, no separators                         | `read -> str` (permits and foreign plates as said)      |
| vin             | vin: {vin, valid}                                         | `read -> {vin, valid}`                                  |
| vehicle         | vehicle (own): {make, model, year, color, kind}           | `read -> the same` (a colour or year alone counts)      |
| third_parties   | third_parties: {any, fled, text}                          | `read -> the same`                                      |
| place           | place: location fields + landmark, country                | `read -> the same` (`text` always; unknown fields None) |
| times           | time: {text, at, from, to, future} (ISO)                  | `parse_time(text, now) -> TimeSaid(at, earliest, latest, text, future)`, `.best` |
| persons         | person: {name, role, self, relation}                      | `read_name -> NameSaid(name, me, relation)`             |
| injuries        | injuries: {any, count, deaths, text}                      | `read -> the same`                                      |
| incident        | incident: {type}; service: {service}                      | `read -> type`, `read_service -> service`, `is_question`|
| situation       | drivable, authorities, denuncia, violence, parked,        | `read(entity, text) -> bool`                            |
|                 | detained, licence, trailer: bool                          |                                                         |
| details         | occupants, age: int; money: decimal string; glass_part,   | `read_occupants`, `age`, `money`, `glass_part`,         |
|                 | stolen_parts: text; cargo: {any, goods, dangerous, …}     | `stolen_parts`, `cargo`, `tow_destination`, `whereabouts` |
| yes_no          |                                                           | `read_yes_no -> True/False/None`, `is_unknown -> bool`  |
| years, colors   |                                                           | `read -> int`, `read -> str`                            |
"""
