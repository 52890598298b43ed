"""Evidence: told by its content, kept outside of what is served, streamed back, never twice."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from PIL import Image

from common.settings import settings

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"
OGG = b"OggS\x00\x02" + b"\x00" * 60 + b"OpusHead" + b"\x00" * 60


def image(kind: str = "JPEG", size: tuple[int, int] = (1200, 800)) -> bytes:
    buffer = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "secreto"
    Image.new("RGB", size, "red").save(buffer, kind, exif=exif)
    return buffer.getvalue()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(settings(), "data_dir", tmp_path)
    yield tmp_path / "evidence"


@pytest.fixture
def url(book: None, api: TestClient, folder: Path) -> str:
    return f"/api/v1/claims/{api.post('/api/v1/claims', json={}).json()['report_number']}/evidence"


def send(api: TestClient, url: str, content: bytes, name: str = "foto.jpg", status: int = 201) -> dict:
    answer = api.post(url, files={"file": (name, content, "text/html")})
    assert answer.status_code == status, answer.text
    return answer.json()


def test_a_photo_comes_back_with_a_thumbnail_without_its_metadata(api: TestClient, url: str, folder: Path) -> None:
    content = image()
    kept = send(api, url, content, "../../etc/passwd.html")
    assert (kept["kind"], kept["media_type"], kept["name"], kept["size"]) == (
        "image",
        "image/jpeg",
        "passwd.html",
        len(content),
    )
    back = api.get(f"{url}/{kept['id']}")
    assert (back.content, back.headers["content-type"], back.headers["x-content-type-options"]) == (
        content,
        "image/jpeg",
        "nosniff",
    )
    assert back.headers["content-disposition"].startswith("attachment")
    small = api.get(f"{url}/{kept['id']}/thumbnail").content
    assert Image.open(io.BytesIO(small)).size == (320, 213)
    assert b"secreto" not in small
    claim = api.get(url.removesuffix("/evidence")).json()
    assert [item["id"] for item in claim["evidence"]] == [kept["id"]]
    assert {path.name for path in folder.rglob("*") if path.is_file()} == {kept["id"], f"{kept['id']}.jpg"}


@pytest.mark.parametrize(
    ("content", "kind"), [(PDF, "document"), (OGG, "audio"), (image("PNG"), "image"), (image("WEBP"), "image")]
)
def test_kinds(api: TestClient, url: str, content: bytes, kind: str) -> None:
    kept = send(api, url, content)
    assert kept["kind"] == kind
    assert api.get(f"{url}/{kept['id']}").content == content
    assert api.get(f"{url}/{kept['id']}/thumbnail").status_code == (200 if kind == "image" else 404)


@pytest.mark.parametrize(
    "content", [b"", b"<script>alert(1)</script>", b"MZ" + b"\x00" * 200, b"PK\x03\x04" + b"\x00" * 100, image()[:300]]
)
def test_what_is_none_of_these_is_refused_and_leaves_nothing(
    api: TestClient, url: str, folder: Path, content: bytes
) -> None:
    assert send(api, url, content, status=422)["errors"][0]["field"] == "file"
    assert [path for path in folder.rglob("*") if path.is_file()] == []


def test_too_large(api: TestClient, url: str) -> None:
    send(api, url, PDF + b"\x00" * (15 * 2**20), status=422)
    send(api, url, PDF + b"\x00" * (17 * 2**20), status=413)


def test_the_same_bytes_are_one_file(api: TestClient, url: str) -> None:
    assert send(api, url, PDF)["id"] == send(api, url, PDF, "otra.pdf")["id"]


def test_only_with_its_own_claim(api: TestClient, url: str) -> None:
    kept = send(api, url, PDF)
    other = api.post("/api/v1/claims", json={}).json()["report_number"]
    assert api.get(f"/api/v1/claims/{other}/evidence/{kept['id']}").status_code == 404
    assert api.get(f"{url}/{kept['id']}", headers={"Authorization": "no"}).status_code == 401
    assert api.post(url, json={}).status_code == 422
