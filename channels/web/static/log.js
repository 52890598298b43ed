// The conversation as a list of bubbles. Text is only ever set as text, never as HTML.

const NAMES = { assistant: "Asistente", operator: "Persona de la cabina", system: "Aviso", caller: "Usted" };
const LINKS = /(\b911\b|https?:\/\/[^\s]+)/;
const CLOCK = new Intl.DateTimeFormat("es-MX", { hour: "2-digit", minute: "2-digit", hour12: false });

const list = document.getElementById("log");
const scroller = document.querySelector("main");
const shown = new Map();

/** Show a message once; `key` is its id, or the client_message_id of one on its way. Returns its element. */
export function show(message, { image, announce = true } = {}) {
  const key = message.client_message_id ?? message.id;
  if (shown.has(key)) return shown.get(key);
  const item = document.createElement("li");
  item.className = message.author;
  const name = element("span", message.author === "operator" ? "name" : "sr", `${NAMES[message.author] ?? ""}: `);
  item.append(name, ...content(message), image ? picture(image) : "");
  item.append(element("time", "", CLOCK.format(new Date(message.sent_at ?? Date.now()))));
  if (!announce) list.setAttribute("aria-live", "off");
  list.append(item);
  if (!announce) setTimeout(() => list.setAttribute("aria-live", "polite"), 500);
  shown.set(key, item);
  toEnd();
  return item;
}

/** Say what became of a message of the caller: on its way, waiting, sent, or failed with a way to try again. */
export function fate(item, words, again) {
  item.querySelector(".fate")?.remove();
  item.querySelector(".again")?.remove();
  item.classList.toggle("waiting", Boolean(words));
  if (words) item.append(element("span", "fate", words));
  if (again) {
    const button = element("button", "again", "Reintentar");
    button.type = "button";
    button.addEventListener("click", again, { once: true });
    item.append(button);
  }
  toEnd();
}

/** A picture that arrives after its bubble. */
export function addPicture(item, blob) {
  item.insertBefore(picture(blob), item.querySelector("time"));
  toEnd();
}

export function clear() {
  list.replaceChildren();
  shown.clear();
}

export function toEnd() {
  scroller.scrollTop = scroller.scrollHeight;
}

function content(message) {
  if (message.location) return [`Ubicación compartida${message.text ? `\n${message.text}` : ""}`];
  if (message.media?.length) return [message.media[0].kind === "image" ? "Foto" : "Archivo"];
  return message.text.split(LINKS).map((part) => (LINKS.test(part) ? link(part) : part));
}

function link(part) {
  const anchor = element("a", "", part);
  anchor.href = part === "911" ? "tel:911" : part;
  if (part !== "911") Object.assign(anchor, { target: "_blank", rel: "noopener noreferrer" });
  return anchor;
}

function picture(blob) {
  const image = document.createElement("img");
  image.src = URL.createObjectURL(blob);
  image.alt = "La foto que usted envió";
  image.addEventListener("load", toEnd, { once: true });
  return image;
}

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
