// Countdowns and ages that tick, by the server's clock rather than this computer's.

let offset = 0;

export function setServerNow(iso) {
  const there = Date.parse(iso);
  if (there) offset = there - Date.now();
}

function span(seconds) {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1) return `${seconds} s`;
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} h ${String(minutes % 60).padStart(2, "0")}`;
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

function countdown(seconds) {
  const left = Math.abs(seconds);
  const text = left < 3600 ? `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}` : span(left);
  return seconds < 0 ? `−${text}` : text;
}

export function tick() {
  const now = Date.now() + offset;
  for (const time of document.querySelectorAll("time[data-countdown]")) {
    const seconds = Math.round((Date.parse(time.dateTime) - now) / 1000);
    time.textContent = countdown(seconds);
    time.title = seconds < 0 ? `Venció hace ${span(-seconds)}` : `Faltan ${span(seconds)}`;
    time.classList.toggle("late", seconds < 0);
    time.classList.toggle("soon", seconds >= 0 && seconds < 900);
  }
  for (const time of document.querySelectorAll("time[data-ago]")) {
    time.textContent = `hace ${span(Math.max(0, Math.round((now - Date.parse(time.dateTime)) / 1000)))}`;
  }
}

setServerNow(document.querySelector("[data-now]")?.dataset.now ?? "");
setInterval(tick, 1000);
tick();
