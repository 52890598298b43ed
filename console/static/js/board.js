// The live board: rows arrive over a stream and take their place by rank.
import { sessionEnded } from "./shell.js";
import { setServerNow, tick } from "./clocks.js";
import { alarm, soundBlocked, unblock } from "./alarm.js";

const table = document.getElementById("board");
const body = table.tBodies[0];
const title = document.title;
const link = document.getElementById("link");
const unmute = document.getElementById("unmute");
let source;
let known = new Set(emergencies().map((row) => row.id));

function emergencies() {
  return [...body.querySelectorAll("tr[data-priority=emergency]")];
}

function plural(count, one, many) {
  return `${count} ${count === 1 ? one : many}`;
}

function count() {
  const urgent = emergencies();
  const due = body.querySelectorAll("tr.g1").length;
  const waiting = body.querySelectorAll('tr[data-waiting="1"]').length;
  show("n-emergency", plural(urgent.length, "emergencia", "emergencias"), urgent.length, "bad");
  show("n-due", `${due} por vencer o vencidos`, due, "warn");
  show("n-waiting", `${plural(waiting, "espera", "esperan")} a una persona`, waiting, "warn");
  document.title = urgent.length ? `(${urgent.length}) ${title}` : title;
  document.getElementById("empty").hidden = body.rows.length > 0;
  const fresh = urgent.filter((row) => !known.has(row.id));
  if (fresh.length) alarm();
  known = new Set(urgent.map((row) => row.id));
}

function show(id, text, number, kind) {
  const tag = document.getElementById(id);
  if (tag.textContent !== text) tag.textContent = text;
  tag.classList.toggle(kind, number > 0);
}

function place(row) {
  const after = [...body.rows].find((other) => other !== row && other.dataset.rank > row.dataset.rank);
  body.insertBefore(row, after ?? null);
}

function apply(items) {
  for (const item of items) {
    const old = document.getElementById(`c-${item.id}`);
    const focused = old?.contains(document.activeElement);
    if (!item.html) {
      old?.remove();
      continue;
    }
    const holder = document.createElement("tbody");
    holder.innerHTML = item.html;
    const row = holder.rows[0];
    if (old) old.replaceWith(row);
    place(row);
    row.classList.add("fresh");
    if (focused) row.querySelector("a").focus();
  }
  tick();
  count();
}

async function reload() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" }, credentials: "same-origin" });
  if (answer.redirected) return sessionEnded();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("board");
  setServerNow(fresh.dataset.now);
  body.replaceChildren(...fresh.tBodies[0].rows);
  tick();
  count();
}

function connect() {
  source = new EventSource(table.dataset.events);
  let opened = false;
  source.addEventListener("open", () => {
    if (!link.hidden && opened) reload();
    opened = true;
    link.hidden = true;
  });
  source.addEventListener("rows", (event) => apply(JSON.parse(event.data)));
  source.addEventListener("reload", reload);
  source.addEventListener("session-ended", () => {
    source.close();
    sessionEnded();
  });
  source.addEventListener("error", () => {
    link.hidden = false;
    if (source.readyState === EventSource.CLOSED) {
      reload().catch(() => {}).finally(() => setTimeout(connect, 3000));
    }
  });
}

unmute.addEventListener("click", () => unblock().then(() => (unmute.hidden = !soundBlocked())));
addEventListener("pagehide", () => source?.close());
unmute.hidden = !soundBlocked();
count();
connect();
