"""`python -m scripts.soak`: see --help. It stops by itself, with exit code 1 when anything was lost or doubled."""

import argparse
import asyncio
import signal
import sys
import time

from scripts.soak import latency, load, verify
from scripts.soak.processes import Killer
from scripts.soak.setting import Setting, setting

PARTS = ("latency", "calls", "storm")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="soak", description=sys.modules["scripts.soak"].__doc__)
    parser.add_argument("--people", type=int, default=1000)
    parser.add_argument("--messages", type=int, default=5, help="of each person")
    parser.add_argument("--spread", type=float, help="seconds within which a person writes (240, with the stand-in 60)")
    parser.add_argument("--duplicates", type=float, default=0.05, help="share of webhooks delivered twice")
    parser.add_argument("--out-of-order", type=float, default=0.02, help="share of messages that overtake another")
    parser.add_argument("--api-failures", type=float, default=0.03, help="share of requests to Twilio that fail")
    parser.add_argument("--kills", type=int, default=10, help="SIGKILLs of each of web, worker and rasa")
    parser.add_argument(
        "--between", type=float, nargs=2, help="seconds between kills (6 to 12, with the stand-in 2 to 8)"
    )
    parser.add_argument(
        "--drain", type=float, default=700, help="seconds for the backlog to empty after the last message"
    )
    parser.add_argument("--stand-in", action="store_true", help="a small stand-in in place of Rasa")
    parser.add_argument("--seed", type=int, default=20261121)
    parser.add_argument("--only", choices=PARTS, action="append", help="only this part; may be repeated")
    parser.add_argument("--keep", action="store_true", help="keep logs and database")
    options = parser.parse_args()
    options.spread = options.spread or (60.0 if options.stand_in else 240.0)
    options.between = options.between or ((2.0, 8.0) if options.stand_in else (6.0, 12.0))
    return options


def _print(title: str, figures: dict[str, object]) -> None:
    print(f"\n{title}")
    for name, value in figures.items():
        print(f"  {name:<44}{value}")
    sys.stdout.flush()


def _latency(options: argparse.Namespace) -> list[str]:
    with setting(options.stand_in, ["web", "worker"], options.keep) as here:
        here.wait_ready(rasa=False)
        figures = latency.webhooks_without_rasa(here)
    _print("webhooks at 100 a second, Rasa stopped (limit: p99 150 ms)", figures)
    slow = float(str(figures["p99 ms"])) > 150
    return [f"webhook p99 {figures['p99 ms']} ms"] * slow + [f"{figures['failed']} failed"] * bool(figures["failed"])


def _names(options: argparse.Namespace) -> list[str]:
    return ["web", "worker", "rasa"] if options.stand_in else ["web", "worker", "actions", "rasa"]


def _calls(options: argparse.Namespace) -> list[str]:
    with setting(options.stand_in, _names(options), options.keep) as here:
        here.wait_ready()
        figures = latency.calls(here)
    _print("20 calls at once (limit: p95 700 ms)", figures)
    return [f"voice p95 {figures['p95 ms']} ms"] * (float(str(figures["p95 ms"])) > 700)


def _drain(here: Setting, traffic: load.Traffic, seconds: float) -> float:
    began = time.monotonic()
    while verify.backlog(traffic) and time.monotonic() - began < seconds:
        time.sleep(1)
    took = time.monotonic() - began
    until = time.monotonic() + 20
    account = here.twilio.account
    while any(message.status != "delivered" for message in account.messages) and time.monotonic() < until:
        time.sleep(0.5)
    return took


def _storm(options: argparse.Namespace) -> list[str]:
    with setting(options.stand_in, _names(options), options.keep) as here:
        here.wait_ready()
        here.twilio.account.fault_rate = options.api_failures
        plan = load.Plan(
            options.people, options.messages, options.spread, options.duplicates, options.out_of_order, options.seed
        )
        victims = ["web", "worker", "rasa"]
        killer = Killer(here.processes, victims, options.kills, tuple(options.between), options.seed)
        began = time.monotonic()
        killer.start()
        traffic = asyncio.run(load.Crowd(here.url, plan, here.twilio.account).write())
        written = time.monotonic() - began
        killer.join(options.drain)
        killer.stop()
        drained = _drain(here, traffic, options.drain)
        verdict = verify.judge(here, traffic)
        left = verify.backlog(traffic)
        _print(
            "the storm",
            {
                "people × messages": f"{options.people} × {options.messages}",
                "duplicates delivered": traffic.duplicates,
                "delivered out of order": traffic.out_of_order,
                "requests to Twilio / failure rate": f"{here.twilio.account.requests} / {options.api_failures:.0%}",
                "killed": ", ".join(f"{name} {count}" for name, count in sorted(here.processes.kills.items())),
                "webhook deliveries repeated / given up": f"{traffic.retries} / {len(traffic.undelivered)}",
                "webhook p50 / p99 ms": f"{latency.percentile(traffic.seconds, 0.5):.0f} / "
                f"{latency.percentile(traffic.seconds, 0.99):.0f}",
                "seconds to write / from the last kill to empty": f"{written:.0f} / {drained:.0f}",
                "backlog at the end": left,
                **verdict.figures,
            },
        )
        return verdict.faults + [f"{left} messages still waiting"] * bool(left)


def main() -> int:
    """Run the parts; 1 when anything does not hold. SIGTERM stops all that was started."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    options = _options()
    parts = {"latency": _latency, "calls": _calls, "storm": _storm}
    faults = [fault for name in PARTS if name in (options.only or PARTS) for fault in parts[name](options)]
    print("\n" + ("exactly once: everything holds" if not faults else "DOES NOT HOLD: " + "; ".join(faults)))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
