// Messages of the caller on their way: one at a time, in order, kept across reloads, sent again under the same id.

import * as api from "./api.js";
import * as store from "./store.js";

const LONGEST_PAUSE = 20_000;

/** `on` has sending(message), sent(message, answer), waiting(message), refused(message, failure), gone(). */
export class Outbox {
  constructor(conversation, on) {
    this.conversation = conversation;
    this.on = on;
    this.queue = store.load("outbox") ?? [];
    this.photos = new Map();
    this.pause = 1000;
    addEventListener("online", () => this.run());
  }

  /** What waits since before a reload. */
  get waiting() {
    return this.queue;
  }

  /** Put a message in line: {client_message_id, text | location}, or a photo's file, which does not survive a reload. */
  add(message, photo) {
    this.queue.push(message);
    if (photo) this.photos.set(message.client_message_id, photo);
    this.#keep();
    this.run();
  }

  stop() {
    this.stopped = true;
    clearTimeout(this.timer);
    this.queue = [];
    this.#keep();
  }

  async run() {
    clearTimeout(this.timer);
    if (this.busy) return;
    this.busy = true;
    while (this.queue.length && !this.stopped) {
      const message = this.queue[0];
      this.on.sending(message);
      try {
        const answer = await this.#send(message);
        if (this.stopped) break;
        this.pause = 1000;
        this.#shift();
        this.on.sent(message, answer);
      } catch (failure) {
        if (this.stopped) break;
        if (failure.passing) {
          this.on.waiting(message, failure);
          this.timer = setTimeout(() => this.run(), failure.wait * 1000 || this.pause);
          this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
          break;
        }
        this.#shift();
        if ([401, 403, 404].includes(failure.status)) this.on.gone();
        else this.on.refused(message, failure);
      }
    }
    this.busy = false;
  }

  #send(message) {
    const photo = this.photos.get(message.client_message_id);
    if (photo) return api.sendPhoto(this.conversation, photo, message.client_message_id);
    return api.send(this.conversation, message);
  }

  #shift() {
    const message = this.queue.shift();
    this.photos.delete(message.client_message_id);
    this.#keep();
  }

  #keep() {
    store.save("outbox", this.queue.filter((message) => !this.photos.has(message.client_message_id)));
  }
}
