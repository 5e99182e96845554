// Single keys for people who want them (data-shortcuts on <html>; switched off under "Mein Konto").
// They do nothing in a field, and none of them sends or approves anything.
const help = [
  ["1 bis 4", "Anfrage, Zuständigkeit, Fundstellen, Antwort"],
  ["j / k", "nächster und voriger Vorgang"],
  ["r", "Antwort bearbeiten"],
  ["x", "Notiz schreiben"],
  ["?", "diese Hilfe"],
  ["Strg + Enter", "Freigabe prüfen"],
];

function showHelp() {
  const open = document.querySelector("dialog.keys");
  if (open) return open.close();
  const dialog = document.createElement("dialog");
  dialog.className = "keys";
  dialog.setAttribute("aria-labelledby", "keys-title");
  const title = document.createElement("h2");
  title.id = "keys-title";
  title.textContent = "Tastenkürzel";
  const list = document.createElement("dl");
  for (const [key, what] of help) {
    const term = document.createElement("dt");
    term.append(Object.assign(document.createElement("kbd"), { textContent: key }));
    list.append(term, Object.assign(document.createElement("dd"), { textContent: what }));
  }
  const close = Object.assign(document.createElement("button"), { type: "button", className: "kern-btn kern-btn--secondary" });
  close.append(Object.assign(document.createElement("span"), { className: "kern-label", textContent: "Schließen" }));
  close.addEventListener("click", () => dialog.close());
  const before = document.activeElement;
  dialog.addEventListener("close", () => { dialog.remove(); before?.focus(); });
  dialog.append(title, list, close);
  document.body.append(dialog);
  dialog.showModal();
}

const actions = {
  j: () => document.querySelector("a[rel=next]")?.click(),
  k: () => document.querySelector("a[rel=prev]")?.click(),
  r: () => document.getElementById("Text")?.focus(),
  x: () => {
    const summary = document.querySelector("[data-note]");
    if (!summary) return;
    summary.parentElement.open = true;
    document.getElementById("Notiz")?.focus();
  },
  "?": showHelp,
};

function inField(target) {
  return target.closest("input, textarea, select, [contenteditable], dialog") !== null;
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.altKey || event.metaKey) return;
  if (event.ctrlKey) {
    const review = document.querySelector("[data-review]");
    if (event.key === "Enter" && review) {
      event.preventDefault();
      review.form.requestSubmit(review);
    }
    return;
  }
  if (document.documentElement.dataset.shortcuts !== "on" || inField(event.target)) return;
  const section = /^[1-4]$/.test(event.key) ? document.querySelector(`[data-key="${event.key}"]`) : null;
  const action = section ? () => { section.focus(); section.scrollIntoView({ block: "start" }); } : actions[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});
