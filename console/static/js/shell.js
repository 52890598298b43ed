// What every page has: requests that carry the session's token, notices, keyboard shortcuts, the table's cursor.

const token = document.querySelector('meta[name="csrf"]')?.content ?? "";

export async function send(url, options = {}) {
  const response = await fetch(url, {
    credentials: "same-origin",
    redirect: "manual",
    ...options,
    headers: { "X-Requested-With": "fetch", "X-CSRF-Token": token, ...(options.headers ?? {}) },
  });
  if (response.status === 401 || response.type === "opaqueredirect") {
    sessionEnded();
    throw new Error("session ended");
  }
  return response;
}

export function notice(text, kind = "") {
  const box = document.getElementById("notices");
  const line = document.createElement("p");
  line.className = `notice ${kind}`;
  line.textContent = text;
  box.replaceChildren(line);
  return line;
}

export function sessionEnded() {
  const line = notice("Su sesión terminó. Lo que escribió se conserva en esta ventana. ", "bad");
  const link = document.createElement("a");
  link.href = `/console/login?next=${encodeURIComponent(location.pathname + location.search)}`;
  link.textContent = "Entre de nuevo";
  line.append(link);
  document.dispatchEvent(new CustomEvent("session-ended"));
}

// Rows that can be walked with j and k: any element with data-row that holds a link.
function move(step) {
  const rows = [...document.querySelectorAll("[data-row]")].filter((row) => row.offsetParent);
  if (!rows.length) return;
  const now = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[Math.min(Math.max(now + step, 0), rows.length - 1)];
  next.querySelector("a, button")?.focus();
  next.scrollIntoView({ block: "nearest" });
}

function typing(target) {
  return target.closest("input, select, textarea, [contenteditable], dialog");
}

let goPressed = 0;
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (document.body.dataset.keys === "off") return;
  if (goPressed && Date.now() - goPressed < 1500) {
    goPressed = 0;
    const link = document.querySelector(`nav [data-go="${CSS.escape(event.key)}"]`);
    if (link) {
      event.preventDefault();
      link.click();
    }
    return;
  }
  const handler = {
    g: () => (goPressed = Date.now()),
    j: () => move(1),
    k: () => move(-1),
    "?": () => document.getElementById("keys")?.showModal(),
    "/": () => {
      const field = document.querySelector("input[type=search]");
      if (field) field.focus();
      else location.href = "/console/search";
    },
  }[event.key];
  if (handler) {
    event.preventDefault();
    handler();
    return;
  }
  const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (target && !target.disabled) {
    event.preventDefault();
    if (target.matches("textarea, input")) target.focus();
    else target.click();
  }
});

// Selects that submit their form at once; without scripts the form's button does it.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-auto]");
  if (form) form.requestSubmit();
});

// A form that asks before it does something hard to undo.
document.addEventListener("submit", (event) => {
  const question = event.target.dataset.confirm;
  if (question && !window.confirm(question)) event.preventDefault();
});

// On a narrow screen the sections are a strip: the present one must be in sight.
document.querySelector('nav [aria-current="page"]')?.scrollIntoView({ block: "nearest", inline: "center" });
