// What outlives a reload. Where the browser keeps nothing, the page works until it is closed.

const PREFIX = "cabina.";
const memory = new Map();

export function load(name) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name));
  } catch {
    return memory.get(name) ?? null;
  }
}

export function save(name, value) {
  memory.set(name, value);
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // Private mode or a full disk.
  }
}
