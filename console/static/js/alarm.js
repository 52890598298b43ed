// A sound made here, for emergencies: two rising tones. Browsers allow it after the first click or key.

let context = null;

function ready() {
  context ??= new AudioContext();
  return context.state === "running";
}

export function soundBlocked() {
  return document.body.dataset.sound === "on" && !ready();
}

export async function unblock() {
  ready();
  await context.resume();
}

export function alarm() {
  if (document.body.dataset.sound !== "on" || !ready()) return;
  [660, 880, 660, 880].forEach((frequency, index) => {
    const start = context.currentTime + index * 0.18;
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0.0001, start);
    volume.gain.exponentialRampToValueAtTime(0.2, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.16);
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + 0.17);
  });
}
