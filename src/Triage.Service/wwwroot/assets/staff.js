// Comfort for staff pages; every page works without it.
import "./staff-blocks.js";
import "./staff-keys.js";
import "./staff-save.js";
import "./staff-session.js";

// Counts of the lists, every 30 seconds while the page is in sight.
async function refreshCounts() {
  if (document.hidden) return;
  try {
    const answer = await fetch("/posteingang/zahlen", { headers: { Accept: "application/json" } });
    if (!answer.ok || answer.redirected) return;
    const counts = await answer.json();
    for (const place of document.querySelectorAll("[data-count]")) {
      const count = counts[place.dataset.count];
      if (count !== undefined) place.textContent = count;
    }
  } catch {
    // The next round tries again.
  }
}

// Tells colleagues who looks at this case, and shows who else does.
async function beat(place) {
  if (document.hidden) return;
  const token = document.querySelector("input[name=__RequestVerificationToken]").value;
  try {
    const answer = await fetch(place.dataset.presence, { method: "POST", body: new URLSearchParams({ __RequestVerificationToken: token }) });
    if (!answer.ok || answer.redirected) return;
    const { viewers } = await answer.json();
    const text = viewers.length ? `${viewers.join(", ")} sieht diesen Vorgang gerade an.` : "";
    if (place.textContent.trim() !== text) place.textContent = text;
  } catch {
    // The next round tries again.
  }
}

// How far the draft is, until it is there or will not come. The page is not reloaded: somebody may be writing in it.
async function follow(place) {
  if (document.hidden) return;
  try {
    const answer = await fetch(place.dataset.coming, { headers: { Accept: "application/json" } });
    if (!answer.ok || answer.redirected) return;
    const { coming, words } = await answer.json();
    if (place.textContent !== words) place.textContent = words;
    if (!coming) clearInterval(following);
  } catch {
    // The next round tries again.
  }
}

// Says what a button does that takes long, until the next page comes.
document.addEventListener("submit", (event) => {
  const words = event.submitter?.dataset.busy;
  const place = words && event.target.querySelector("[data-busy-words]");
  if (place) place.textContent = words;
});

if (document.querySelector("[data-count]")) setInterval(refreshCounts, 30_000);
const presence = document.querySelector("[data-presence]");
if (presence) setInterval(() => beat(presence), 20_000);
const coming = document.querySelector("[data-coming]");
const following = coming && setInterval(() => follow(coming), 5_000);
