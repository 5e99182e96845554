// Comfort for staff pages; every page works without it.

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

if (document.querySelector("[data-count]")) setInterval(refreshCounts, 30_000);
