// A page whose parts are fetched again when something changed, unless somebody is using them right now.
import { sessionEnded } from "./shell.js";
import { setServerNow, tick } from "./clocks.js";

const root = document.querySelector("[data-live]");
const link = document.getElementById("link");
let waiting = false;

function busy(part) {
  const focused = document.activeElement;
  return part.contains(focused) && focused.matches("select, input, textarea");
}

async function refresh() {
  waiting = false;
  const answer = await fetch(location.href, { headers: { Accept: "text/html" }, credentials: "same-origin" });
  if (answer.redirected) return sessionEnded();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  setServerNow(page.querySelector("[data-now]")?.dataset.now ?? "");
  for (const id of root.dataset.swap.split(" ")) {
    const part = document.getElementById(id);
    const fresh = page.getElementById(id);
    if (part && fresh && !busy(part) && part.innerHTML !== fresh.innerHTML) part.innerHTML = fresh.innerHTML;
  }
  tick();
}

function later() {
  if (waiting) return;
  waiting = true;
  setTimeout(() => refresh().catch(() => {}), 600);
}

function connect() {
  const source = new EventSource(root.dataset.live);
  let first = true;
  source.addEventListener("open", () => {
    link.hidden = true;
    if (!first) later();
    first = false;
  });
  source.addEventListener("change", later);
  source.addEventListener("session-ended", () => {
    source.close();
    sessionEnded();
  });
  source.addEventListener("error", () => {
    link.hidden = false;
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, 3000);
  });
  addEventListener("pagehide", () => source.close(), { once: true });
}

connect();
