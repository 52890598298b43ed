"""Finders for what callers say, in Mexican Spanish: pure functions over a text, no I/O, no Rasa.

Every `find(text)` gives a list of `found.Found(entity, value, start, end, text)`: facts wherever a message has them.
Every `read…(text)` takes an answer to a question just asked, where a bare "1042587", "dos" or "laura méndez" is enough;
it gives None (or []) when the text holds no answer. Nothing here raises on any text.

every          `find_all(text, now=None)`: all that follows, overlaps settled
numbers        `read_number(text) -> [digits, …]`, best reading first
policy_number  find: policy_number, digits (answers: `numbers.read_number`)
inciso         find, `read`: inciso, int
report_number  find: report_number (ten digits, Luhn right), report_number_wrong; `read -> ReportNumber(digits, valid)`
folio          find: folio, str
phone          find: phone, E.164 or "same" (the number in use); `read -> Phone(e164, same, digits, problem)`
plates         find, `read`: plates, upper case without separators; `read` also permits and foreign plates, as said
vin            find, `read`: vin, {vin, valid}
vehicle        find, `read`: vehicle (the caller's own), {make, model, year, color, kind}; `read` also a colour alone
third_parties  find, `read`: third_parties, {any, fled, text}
place          find, `read`: place, the claim's location fields and landmark, country; `read` always has `text`
times          find: time, {text, at, from, to, future} (ISO);
               `parse_time(text, now) -> TimeSaid(at, earliest, latest, text, future)` with `.best`
persons        find: person, {name, role, self, relation}
companies      `company`, `read -> (start, end)`: whoever is no person but has a policy
name_choice    which of several names stands, and names in an order of their own: `named`, `ordered`, `standing`
restated       `stand`, `amend`, `mended`: numbers said again, in whole or in part
possession     `theirs`: whose plates or policy
name_answers   `read_name -> NameSaid(name, me, relation)`
injuries       find, `read`: injuries, {any, count, deaths, text}
incident       find: incident, {type} and service, {service}; `read -> type`, `read_service`, `is_question`
damage         `told -> str`: the sentences that name what of the vehicle is damaged; `all_flat`, `skin_deep`
situation      find, `read(entity, text) -> bool`: drivable, authorities, denuncia, violence, parked, detained, licence,
               trailer
details        find: occupants, age: int; money: decimal string; glass_part, stolen_parts: text; cargo: {any, goods,
               type, dangerous, spilled, text}; `age`, `money`, `glass_part`, `stolen_parts`, `cargo`,
               `tow_destination`, `whereabouts`
occupants      `occupants`, `read -> int`: the driver included
trailers       `read`: {any, count, hitched}; None when the text names no trailer
yes_no         `read_yes_no -> True/False/None`, `is_unknown -> bool`
years, colors  `read -> int`, `read -> str`
"""
