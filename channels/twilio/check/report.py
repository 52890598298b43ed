"""Running every check and printing what it found."""

from collections.abc import Callable, Iterator

import httpx

from channels.twilio.check import account, local
from channels.twilio.check.finding import Finding, ok, wrong
from channels.twilio.signature import public_url
from common.settings import Settings, settings

MARKS = {"ok": "ok     ", "warning": "advice ", "wrong": "WRONG  "}


def _reachable(now: Settings) -> Iterator[Finding]:
    url = public_url("/healthz")
    try:
        status = httpx.get(url, timeout=10, follow_redirects=False).status_code
    except httpx.HTTPError as error:
        yield wrong(f"{url} does not answer ({type(error).__name__})", "Start Cabina and open the way to it.")
        return
    if status == httpx.codes.OK:
        yield ok(f"{url} answers")
    else:
        yield wrong(f"{url} answers {status}", "Is CABINA_PUBLIC_URL the address of Cabina itself?")


def run(say: Callable[[str], object] = print) -> int:
    """Check settings, then the public address and the account; say each finding. Returns 0, or 1 if any is wrong."""
    now = settings()
    found = list(local.findings(now))
    if now.twilio_account_sid and now.twilio_auth_token:
        found += [*_reachable(now), *account.findings(now)]
    for finding in found:
        say(f"{MARKS[finding.level]}{finding.subject}" + (f"\n       {finding.remedy}" if finding.remedy else ""))
    wrongs = sum(finding.level == "wrong" for finding in found)
    say(f"\n{wrongs} to put right." if wrongs else "\nTwilio is ready.")
    return 1 if wrongs else 0
