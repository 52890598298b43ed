// The page: opens or takes up the conversation, and ties what is pressed to what is sent.

import * as api from "./api.js";
import * as log from "./log.js";
import { Outbox } from "./outbox.js";
import { lighter, whereAmI } from "./place.js";
import * as store from "./store.js";

const $ = (id) => document.getElementById(id);
const words = $("words");
const phone = document.body.dataset.operatorPhone;

let conversation;
let outbox;
let stopListening = () => {};
let started = false;

async function start(pause = 1000) {
  try {
    conversation = store.load("conversation");
    const chat = conversation ? await takeUp() : await begin();
    started = true;
    online();
    outbox = new Outbox(conversation, reactions);
    standing(chat);
    outbox.waiting.forEach((message) => log.show({ author: "caller", text: "", ...message }));
    outbox.run();
    const last = chat.messages.findLast((message) => message.id);
    stopListening = api.listen(conversation, last?.id, {
      message: said, state: standing, up: online, down: () => navigator.onLine || offline(),
    });
  } catch (failure) {
    if (!(failure instanceof api.Failure)) throw failure;
    offline(failure.status === 429 ? failure.message : undefined);
    setTimeout(() => start(Math.min(pause * 2, 15_000)), failure.wait * 1000 || pause);
  }
}

async function begin() {
  const chat = await api.open();
  conversation = { id: chat.id, token: chat.token };
  store.save("conversation", conversation);
  store.save("outbox", []);
  log.clear();
  chat.messages.forEach(said);
  return chat;
}

async function takeUp() {
  let chat;
  try {
    chat = await api.read(conversation);
  } catch (failure) {
    if (![401, 403, 404].includes(failure.status)) throw failure;
    return begin();
  }
  log.clear();
  for (const message of chat.messages) {
    const item = log.show(message, { announce: false });
    for (const { id, kind } of message.media ?? []) {
      if (kind === "image") api.media(conversation, id).then((blob) => log.addPicture(item, blob), () => {});
    }
  }
  choices(chat.messages.at(-1));
  return chat;
}

const reactions = {
  sending(message) {
    log.fate(log.show({ author: "caller", text: "", ...message }), "Enviando…");
    $("typing").hidden = false;
    log.toEnd();
  },
  sent(message, answer) {
    log.fate(log.show(message), "");
    $("typing").hidden = true;
    online();
    answer.messages.forEach(said);
    standing(answer);
  },
  waiting(message, failure) {
    $("typing").hidden = true;
    log.fate(log.show(message), "Pendiente: se envía solo en cuanto haya conexión.");
    if (failure.status === 429) banner(failure.message);
    else offline();
  },
  refused(message, failure) {
    $("typing").hidden = true;
    log.fate(log.show(message), "No se envió.");
    banner(failure.message || "Ese mensaje no se pudo enviar. Pruebe con otras palabras.");
  },
  gone() {
    restart();
  },
};

function said(message) {
  log.show(message);
  choices(message);
}

function standing({ report_number: number, handled_by: by, operator, expects }) {
  if (number) {
    $("number").textContent = `${number.slice(0, 2)}-${number.slice(2, 9)}-${number.slice(9)}`;
    $("report").hidden = false;
  }
  if (by !== "operator") $("handler").textContent = "Asistente virtual";
  else if (operator) $("handler").textContent = `Le atiende ${operator}`;
  $("place").classList.toggle("wanted", expects === "location");
}

function choices(message) {
  if (message?.author === "system" && !message.buttons) return;
  const buttons = (message?.author !== "caller" && message?.buttons) || [];
  $("choices").replaceChildren(
    ...buttons.map(({ title, payload }) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = title;
      button.addEventListener("click", () => say({ text: payload }));
      return button;
    }),
  );
  $("choices").hidden = !buttons.length;
  log.toEnd();
}

function say(message, photo) {
  if (!started) return;
  choices();
  const sent = { client_message_id: newId(), ...message };
  if (photo) log.show({ author: "caller", ...sent, media: [{ kind: "image" }] }, { image: photo });
  outbox.add(sent, photo);
}

function restart() {
  stopListening();
  outbox?.stop();
  started = false;
  store.save("conversation", null);
  $("report").hidden = true;
  start();
}

function banner(text) {
  $("banner").hidden = !text;
  delete $("banner").dataset.offline;
  $("banner").replaceChildren(text ?? "");
}

function offline(text = "Sin conexión por ahora. Lo que escriba se envía solo en cuanto regrese.") {
  const call = document.createElement("a");
  call.href = `tel:${phone}`;
  call.textContent = "llame a la cabina";
  banner(`${text} También puede `);
  $("banner").append(call, ".");
  $("banner").dataset.offline = "yes";
}

function online() {
  if ($("banner").dataset.offline) banner();
}

function newId() {
  return crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16)).join("-");
}

function fit() {
  words.style.height = "auto";
  words.style.height = `${words.scrollHeight + 2}px`;
}

$("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = words.value.trim();
  if (!text || !started) return;
  words.value = "";
  fit();
  say({ text });
  words.focus();
});
words.addEventListener("input", fit);
words.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    $("composer").requestSubmit();
  }
});
$("place").addEventListener("click", async () => {
  $("place").disabled = true;
  try {
    say({ location: await whereAmI() });
    banner();
  } catch (error) {
    banner(error.message);
    words.focus();
  }
  $("place").disabled = false;
});
$("camera").addEventListener("click", () => $("file").click());
$("file").addEventListener("change", async () => {
  const [file] = $("file").files;
  $("file").value = "";
  if (file) say({}, await lighter(file));
});
$("copy").addEventListener("click", async () => {
  await navigator.clipboard?.writeText($("number").textContent);
  $("copy").textContent = "Copiado";
  setTimeout(() => ($("copy").textContent = "Copiar"), 2000);
});
$("restart").addEventListener("click", () => $("sure").showModal());
$("sure").addEventListener("close", () => $("sure").returnValue === "yes" && restart());
addEventListener("offline", () => offline());
addEventListener("resize", log.toEnd);
start();
