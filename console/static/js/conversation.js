// A conversation that stays true while others act on it, and a composer that never loses what was typed.
import { notice, send, sessionEnded } from "./shell.js";
import { setServerNow, tick } from "./clocks.js";

const page = document.getElementById("case");
const base = page.dataset.base;
const list = document.getElementById("transcript");
const composer = document.getElementById("composer");
const reply = document.getElementById("reply");
const newer = document.getElementById("newer");
const link = document.getElementById("link");
const kept = `reply:${page.dataset.id}`;

function atEnd() {
  return list.scrollHeight - list.scrollTop - list.clientHeight < 60;
}

function toEnd() {
  list.scrollTop = list.scrollHeight;
  newer.hidden = true;
}

function element(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html.trim();
  return holder.content.firstElementChild;
}

// Replaces a message that changed and adds one that is new; an open detail stays open.
function show(messages) {
  const follow = atEnd();
  let added = false;
  for (const { id, html } of messages) {
    const fresh = element(html);
    const old = document.getElementById(`m-${id}`);
    if (!old) {
      list.append(fresh);
      added = true;
    } else if (old.dataset.html !== html) {
      if (old.querySelector("details[open]")) fresh.querySelector("details")?.setAttribute("open", "");
      old.replaceWith(fresh);
    }
    document.getElementById(`m-${id}`).dataset.html = html;
  }
  if (follow) toEnd();
  else if (added) newer.hidden = false;
}

function swap(id, html) {
  const box = document.getElementById(id);
  if (box.dataset.html === html) return;
  const open = [...box.querySelectorAll("details")].map((detail) => detail.open);
  const busy = box.contains(document.activeElement) && document.activeElement.matches("input, select, textarea");
  if (busy) return;
  box.innerHTML = html;
  box.dataset.html = html;
  box.querySelectorAll("details").forEach((detail, index) => (detail.open = open[index] ?? detail.open));
}

let looking = false;
let again = false;
export async function look() {
  if (looking) return void (again = true);
  looking = true;
  try {
    const answer = await send(`${base}/parts`);
    if (!answer.ok) return;
    const parts = await answer.json();
    setServerNow(parts.now);
    show(parts.messages);
    swap("standing", parts.standing);
    swap("claim", parts.claim);
    swap("notes", parts.notes);
    if (composer) {
      const held = !composer.hidden;
      composer.hidden = !parts.mine && !reply.value;
      composer.querySelector("button").disabled = !parts.mine;
      if (held && !parts.mine && reply.value) notice("Ya no atiende esta conversación; su texto no se ha enviado.", "warn");
    }
    tick();
  } catch {
    // the notice about the session, or the next event, says what happened
  } finally {
    looking = false;
    if (again) {
      again = false;
      setTimeout(look, 150);
    }
  }
}

function connect() {
  const source = new EventSource(`${base}/events`);
  let first = true;
  source.addEventListener("open", () => {
    link.hidden = true;
    if (!first) look();
    first = false;
  });
  source.addEventListener("change", look);
  source.addEventListener("session-ended", () => {
    source.close();
    sessionEnded();
  });
  source.addEventListener("error", () => {
    link.hidden = false;
    if (source.readyState === EventSource.CLOSED) {
      look();
      setTimeout(connect, 3000);
    }
  });
  addEventListener("pagehide", () => source.close(), { once: true });
}

async function post(form) {
  const button = form.querySelector("button");
  button.disabled = true;
  try {
    const answer = await send(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    const body = await answer.json().catch(() => ({}));
    if (answer.ok) return body;
    notice(body.detail ?? "No se pudo guardar. Su texto sigue aquí; inténtelo de nuevo.", "bad");
  } catch (error) {
    if (error.message !== "session ended") notice("Sin conexión. Su texto sigue aquí; inténtelo de nuevo.", "bad");
  } finally {
    button.disabled = false;
  }
  return null;
}

if (composer) {
  reply.value ||= sessionStorage.getItem(kept) ?? "";
  if (reply.value) composer.hidden = false;
  const length = document.getElementById("length");
  const measure = () => {
    sessionStorage.setItem(kept, reply.value);
    length.textContent = reply.value.length > 160 ? `${reply.value.length} letras` : "";
  };
  reply.addEventListener("input", measure);
  reply.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      composer.requestSubmit();
    }
  });
  composer.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!reply.value.trim()) return;
    if (await post(composer)) {
      reply.value = "";
      measure();
      await look();
      toEnd();
    }
  });
  document.getElementById("canned").addEventListener("change", (event) => {
    if (!event.target.value) return;
    reply.value = reply.value ? `${reply.value}\n${event.target.value}` : event.target.value;
    event.target.value = "";
    measure();
    reply.focus();
    const gap = reply.value.indexOf("[");
    if (gap >= 0) reply.setSelectionRange(gap, reply.value.indexOf("]", gap) + 1);
  });
}

const noteForm = document.getElementById("note-form");
noteForm?.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (await post(noteForm)) {
    noteForm.reset();
    look();
  }
});

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-edit]")) return;
  const editor = document.getElementById("editor");
  if (!editor) return location.reload();
  editor.hidden = !editor.hidden;
  if (!editor.hidden) editor.querySelector("select, input:not([type=hidden])").focus();
});
document.getElementById("editor")?.addEventListener("keydown", (event) => {
  if (event.key === "Escape") event.currentTarget.hidden = true;
});
newer.addEventListener("click", toEnd);
toEnd();
connect();
