// Warns five minutes before the session ends, and offers to stay (WCAG 2.2.1). Other windows may have prolonged it, so the
// server is asked before anybody is disturbed.
const dialog = document.getElementById("sitzung");
const words = document.getElementById("sitzung-text");
const whole = Number(dialog?.dataset.seconds);
const warnAt = Math.min(300, whole / 3);
let timer = 0;
let state = "";
let closed = "";

function plan(seconds) {
  clearTimeout(timer);
  // Longer waits overflow a timer, and a notebook may sleep in between.
  timer = setTimeout(look, Math.min(Math.max(seconds - warnAt, 20), 3600) * 1000);
}

async function ask(method) {
  const body = method === "POST" ? new URLSearchParams({ __RequestVerificationToken: dialog.querySelector("[name=__RequestVerificationToken]").value }) : undefined;
  const answer = await fetch("/sitzung", { method, body, headers: { Accept: "application/json" } });
  if (answer.redirected || answer.status === 401 || answer.status === 400) return 0;
  // A server that is busy says nothing about the session.
  if (!answer.ok) throw new Error(answer.statusText);
  return (await answer.json()).seconds;
}

async function look() {
  try {
    show(await ask("GET"));
  } catch {
    plan(warnAt + 20);
  }
}

function show(seconds) {
  if (seconds > warnAt) {
    closed = "";
    if (dialog.open) dialog.close();
    plan(seconds);
    return;
  }
  const minutes = Math.ceil(seconds / 60);
  state = seconds <= 0 ? "ended" : "warned";
  const text = seconds <= 0
    ? "Ihre Sitzung ist beendet. Was Sie getippt haben, steht noch hier. Wenn Sie es absenden, melden Sie sich neu an, und Ihr Text bleibt erhalten. Dateien wählen Sie dann neu aus."
    : `Ihre Sitzung endet in ${minutes === 1 ? "einer Minute" : `${minutes} Minuten`}. Möchten Sie angemeldet bleiben?`;
  for (const button of dialog.querySelectorAll("[data-stay]")) button.hidden = seconds <= 0;
  // Said once, not with every look: a screen reader would repeat it.
  if (words.textContent !== text) words.textContent = text;
  // Who has closed it is not disturbed again for the same reason.
  if (!dialog.open && closed !== state && closed !== "ended") dialog.showModal();
  if (seconds > 0) plan(0);
}

if (dialog) {
  dialog.querySelector("[data-stay]").addEventListener("click", async () => {
    try {
      show(await ask("POST"));
    } catch {
      words.textContent = "Die Verbindung fehlt. Bitte versuchen Sie es noch einmal.";
    }
  });
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => { closed = state; });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
  plan(whole);
}
