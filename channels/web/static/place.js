// The caller's place and photos, from the phone itself.

const REASONS = {
  1: "No tengo permiso para ver su ubicación.",
  2: "Su teléfono no pudo encontrar su ubicación.",
  3: "Su teléfono tardó mucho en encontrar su ubicación.",
};
const INSTEAD = "Escríbala, por favor: calle y número, o carretera y kilómetro.";
const LARGE = 1.5 * 2 ** 20;
const LONGEST_SIDE = 2048;

/** {latitude, longitude}; throws an Error whose message is for the person. */
export function whereAmI() {
  return new Promise((found, failed) => {
    if (!navigator.geolocation) {
      failed(new Error(`Este navegador no comparte la ubicación. ${INSTEAD}`));
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => found({ latitude: coords.latitude, longitude: coords.longitude }),
      (error) => failed(new Error(`${REASONS[error.code] ?? REASONS[2]} ${INSTEAD}`)),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  });
}

/** The photo, made smaller when it is large, so that it leaves over a poor connection. */
export async function lighter(file) {
  if (file.size <= LARGE) return file;
  try {
    const image = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height));
    const canvas = Object.assign(document.createElement("canvas"), {
      width: Math.round(image.width * scale), height: Math.round(image.height * scale),
    });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
    return blob ?? file;
  } catch {
    return file;
  }
}
