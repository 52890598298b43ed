"""The peers of the book: what FastAPI and PostgreSQL take for the same by themselves, on the same machine."""

from pathlib import Path

import psycopg
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from psycopg import sql

from scripts.bench.measure import Sample, repeated, timed

ANSWER = {"decision": "review"}


def app() -> FastAPI:
    """An application that reads a JSON body and answers a constant: the least a check over HTTP can take."""
    bare = FastAPI()

    @bare.post("/api/v1/coverage-checks")
    async def answer(request: Request) -> JSONResponse:
        await request.json()
        return JSONResponse(ANSWER)

    return bare


def copy(dsn: str, file: Path) -> float:
    """Seconds of PostgreSQL's own COPY of the file into a table of text, unchecked and without an index."""
    with psycopg.connect(dsn, autocommit=True) as connection, file.open("rb") as content:
        columns = content.readline().decode().strip().split(",")
        fields = sql.SQL(", ").join(sql.SQL("{} text").format(sql.Identifier(name)) for name in columns)
        connection.execute(sql.SQL("CREATE TABLE plain_copy ({})").format(fields))

        def load() -> None:
            with connection.cursor().copy("COPY plain_copy FROM STDIN (FORMAT csv)") as target:
                while piece := content.read(1 << 20):
                    target.write(piece)

        _, seconds = timed(load)
        connection.execute("DROP TABLE plain_copy")
        return seconds


def holder_like(dsn: str, names: list[str]) -> Sample:
    """Policies of a holder by ILIKE, which forgives case alone."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        asked = iter(names)
        query = "SELECT * FROM policies p JOIN holders h ON h.id = p.holder_id WHERE h.name ILIKE %s LIMIT 20"
        return repeated(lambda: connection.execute(query, (f"%{next(asked)}%",)).fetchall(), len(names))


def plates_equal(dsn: str, plates: list[str]) -> Sample:
    """Units of plates written as in the book, without an index that forgives hyphens."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        asked = iter(plates)
        query = "SELECT * FROM units WHERE plates = %s"
        return repeated(lambda: connection.execute(query, (next(asked),)).fetchall(), len(plates))
