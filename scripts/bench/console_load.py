"""Fills a database with a year of conversations for the measurements of the console: `console_load MESSAGES`."""

import sys

from sqlalchemy import text

from cabina.migrate import migrate
from common.database import engine, transaction
from console.measures.store import EVERY_NIGHT, refresh
from console.search.words import catch_up
from tests.e2e.console.seed import seed

WORDS = """
choque llanta robaron parabrisas grua ajustador poliza placas versa jetta aveo gris rojo blanco avenida calle colonia
guadalajara monterrey zapopan puebla seguro herido ambulancia camion moto taxi semaforo alto reversa estacionado lluvia
inundado incendio bateria gasolina llaves carretera kilometro caseta juan maria pedro lopez martinez hernandez
""".split()  # noqa: SIM905

CONVERSATIONS = """
INSERT INTO conversations (id, channel, address, handled_by, state, priority, needs_person, handover_reason, expects,
                           created_at, last_message_at, last_inbound_at)
SELECT gen_random_uuid(), (ARRAY['whatsapp', 'sms', 'voice', 'web'])[1 + n % 4],
       '+5233' || lpad((n % 9999999)::text, 8, '1'), 'assistant',
       CASE WHEN n % 7 = 0 THEN 'abandoned' WHEN n > :conversations - 250 THEN 'open' ELSE 'closed' END,
       'normal', false, CASE WHEN n % 9 = 0 THEN 'requested' END, CASE WHEN n % 7 = 0 THEN 'policy_number' END, t, t, t
FROM generate_series(1, :conversations) n,
     LATERAL (SELECT now() - (:conversations - n) * interval '5 minutes' AS t) times
"""

MESSAGES = """
INSERT INTO messages (conversation_id, direction, author, channel, text, created_at, processed_at, attempts, outcome,
                      understood, intent, intent_confidence)
SELECT c.id, CASE WHEN m % 2 = 1 THEN 'inbound' ELSE 'outbound' END,
       CASE WHEN m % 2 = 1 THEN 'caller' ELSE 'assistant' END, c.channel,
       (SELECT string_agg((CAST(:words AS text[]))[1 + floor(random() * :count)::int], ' ')
        FROM generate_series(1, 6 + (c.k + m) % 6)),
       c.created_at, c.created_at, 0,
       CASE WHEN m % 2 = 1 THEN jsonb_build_object('expects',
            (ARRAY['location', 'policy_number', 'vehicle'])[1 + m % 3], 'handled_by', 'assistant') END,
       CASE WHEN m % 2 = 1 THEN '{}'::jsonb END, CASE WHEN m % 2 = 1 THEN 'inform' END,
       CASE WHEN m % 2 = 1 THEN random() END
FROM (SELECT id, channel, created_at, row_number() OVER (ORDER BY created_at) k FROM conversations
      WHERE address LIKE '+52331%') c, generate_series(1, 10) m
ORDER BY c.created_at, m
"""

CLAIMS = """
INSERT INTO claims (conversation_id, loss, report_number, status, priority, channel, facts, coverage, operator, version,
                    created_at, updated_at, reported_at, incident_type, phone, adjuster_due_at, adjuster_arrived_at,
                    closed_at)
SELECT id, 1, '25' || lpad(k::text, 8, '0'), 'closed', 'normal', channel,
       jsonb_build_object(
           'incident_type', 'collision', 'location', jsonb_build_object('municipality', 'Guadalajara'),
           'reporter', jsonb_build_object('phone', address, 'name',
               (ARRAY['Juan', 'María', 'Pedro', 'Lucía', 'Óscar'])[1 + k % 5] || ' ' ||
               (ARRAY['López', 'Martínez', 'Hernández', 'Peña'])[1 + k % 4]),
           'vehicle', jsonb_build_object('make', 'Nissan', 'plates', NULL, 'vin', NULL),
           'policy', jsonb_build_object('number', NULL, 'inciso', NULL)),
       '{}', 'Cabina', 1, created_at, created_at, created_at + interval '4 minutes', 'collision', address,
       created_at + interval '49 minutes', created_at + interval '40 minutes', created_at + interval '2 hours'
FROM (SELECT *, row_number() OVER (ORDER BY created_at) k FROM conversations WHERE state = 'closed') c
WHERE NOT EXISTS (SELECT 1 FROM claims x WHERE x.conversation_id = c.id)
"""


def load(messages: int) -> None:
    """Seed the console, add `messages` messages in conversations of ten, most of them reported and closed, and count
    and learn them as the worker would have done as they came."""
    migrate()
    seed()
    values = {"conversations": messages // 10, "words": WORDS, "count": len(WORDS)}
    with engine().begin() as connection:
        for statement in (CONVERSATIONS, MESSAGES, CLAIMS):
            connection.execute(text(statement), values)
    with engine().connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))
    with transaction() as session:
        refresh(session, EVERY_NIGHT)
    reading = 1
    while reading:
        with transaction() as session:
            reading = catch_up(session)


if __name__ == "__main__":
    load(int(sys.argv[1]))
