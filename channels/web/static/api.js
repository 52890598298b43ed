// The conversation's HTTP API: requests that say how they failed, and the event stream.

const BASE = "/api/v1/conversations";
const PATIENCE = 25_000;

/** An answer that is an error: `status` 0 when no answer came at all; `wait` seconds for 429. */
export class Failure extends Error {
  constructor(status, detail, wait = 0) {
    super(detail);
    this.status = status;
    this.wait = wait;
  }
  /** True when the same request may succeed later. */
  get passing() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

async function call(method, path, { token, json, form, raw } = {}) {
  const headers = token ? { Authorization: `Bearer ${token}` } : {};
  if (json) headers["Content-Type"] = "application/json";
  let response;
  try {
    response = await fetch(BASE + path, {
      method, headers, body: json ? JSON.stringify(json) : form, signal: AbortSignal.timeout(PATIENCE), cache: "no-store",
    });
    if (response.ok) return raw ? await response.blob() : await response.json();
  } catch {
    throw new Failure(0, "");
  }
  const problem = await response.json().catch(() => ({}));
  throw new Failure(response.status, problem.detail ?? "", Number(response.headers.get("Retry-After")) || 0);
}

export const open = () => call("POST", "", { json: {} });
export const read = ({ id, token }) => call("GET", `/${id}`, { token });
export const send = ({ id, token }, message) => call("POST", `/${id}/messages`, { token, json: message });
export const media = ({ id, token }, mediaId) => call("GET", `/${id}/media/${mediaId}`, { token, raw: true });

export function sendPhoto({ id, token }, file, clientMessageId) {
  const form = new FormData();
  form.append("file", file, file.name || "foto.jpg");
  form.append("client_message_id", clientMessageId);
  return call("POST", `/${id}/photos`, { token, form });
}

/**
 * Listen until stopped; reconnects by itself and begins after the last message seen.
 * `on` has message(data), state(data), up() and down(). Returns a function that stops it.
 */
export function listen({ id, token }, after, on) {
  const stop = new AbortController();
  (async () => {
    let pause = 1000;
    while (!stop.signal.aborted) {
      try {
        const headers = { Authorization: `Bearer ${token}`, ...(after && { "Last-Event-ID": after }) };
        const response = await fetch(`${BASE}/${id}/events`, { headers, signal: stop.signal, cache: "no-store" });
        if (!response.ok) throw new Failure(response.status, "");
        on.up();
        pause = 1000;
        for await (const event of events(response.body)) {
          if (event.id) after = event.id;
          on[event.event]?.(JSON.parse(event.data));
        }
      } catch {
        // The connection ended; the loop opens another.
      }
      if (stop.signal.aborted) return;
      on.down();
      await new Promise((done) => setTimeout(done, pause));
      pause = Math.min(pause * 2, 15_000);
    }
  })();
  return () => stop.abort();
}

async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      const fields = Object.fromEntries(
        block.split("\n").filter((line) => !line.startsWith(":")).map((line) => line.split(/: (.*)/s)),
      );
      if (fields.data) yield fields;
    }
  }
}
