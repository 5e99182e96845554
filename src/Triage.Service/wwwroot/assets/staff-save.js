// Saves the text of an answer while it is typed, three seconds after the last key, and when the page is left.
const form = document.querySelector("form[data-autosave]");
const place = document.querySelector("[data-saved]");
let timer = 0;
let changed = false;
let stopped = false;

function content() {
  const data = new FormData(form);
  data.delete("Files");
  return data;
}

async function save() {
  if (!changed || stopped) return;
  changed = false;
  try {
    const answer = await fetch(form.action, { method: "POST", body: content(), headers: { Accept: "application/json" } });
    if (answer.status === 409) {
      stopped = true;
      place.textContent = "Nicht gespeichert: Jemand hat inzwischen eine andere Fassung gespeichert. Ihr Text bleibt hier stehen. Mit „Speichern“ sehen Sie beide.";
    } else if (answer.ok && !answer.redirected) {
      const { version, saved } = await answer.json();
      form.elements.ReplyVersion.value = version;
      place.textContent = saved;
    } else {
      changed = true;
      place.textContent = "Noch nicht gespeichert. Bitte kopieren Sie Ihren Text, bevor Sie die Seite verlassen.";
    }
  } catch {
    changed = true;
    place.textContent = "Noch nicht gespeichert: Die Verbindung fehlt.";
  }
}

if (form) {
  form.addEventListener("input", (event) => {
    if (event.target.type === "file") return;
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(save, 3000);
  });
  // A pending save must not change the version behind the form that is being sent.
  form.addEventListener("submit", () => { clearTimeout(timer); stopped = true; });
  addEventListener("pagehide", () => {
    if (changed && !stopped) navigator.sendBeacon(form.action, content());
  });
}
