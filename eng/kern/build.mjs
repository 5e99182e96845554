// Called by eng/vendor-kern.sh in a folder with the npm packages: kern.css (only the icons that pages use) and two fonts.
import { readFileSync, writeFileSync } from "node:fs";
import * as sass from "sass";
import subsetFont from "subset-font";

const [scss, assets] = process.argv.slice(2);
const version = JSON.parse(readFileSync("node_modules/@kern-ux/native/package.json", "utf8")).version;

const icons = [
  "account-circle", "add", "arrow-back", "arrow-down", "arrow-forward", "arrow-up", "autorenew", "calendar-today",
  "check", "checklist", "close", "danger", "default", "delete", "download", "draft", "edit", "help", "info", "large",
  "logout", "mail", "open-in-new", "search", "small", "success", "visibility", "visibility-off", "warning", "x-large",
];
const css = sass
  .compile(scss, { style: "compressed", loadPaths: ["node_modules"], logger: sass.Logger.silent })
  .css.replace(/@media\(forced-colors: active\)\{\.kern-icon--([a-z-]+)\{[^{}]*\}\}/g, unlessUnused)
  .replace(/\.kern-icon--([a-z-]+)\{[^{}]*\}/g, unlessUnused);
writeFileSync(`${assets}/kern.css`, `/* KERN ${version}, EUPL-1.2, see KERN-LICENSE.md and README.md */\n${css}\n`);

// Basic Latin, Latin-1 and Latin Extended-A (Turkish, Polish, Czech …), and the signs German typography needs.
const letters = [...range(0x20, 0x7e), ...range(0xa0, 0x17f)].map((c) => String.fromCodePoint(c)).join("") + "ẞ–—‘’‚“”„†•…‰‹›€™→←↑↓−≤≥";
for (const [from, to] of [["Regular", "regular"], ["SemiBold", "semibold"]]) {
  const font = readFileSync(`node_modules/@kern-ux/native/dist/fonts/fira-sans/FiraSans-${from}.woff2`);
  const subset = await subsetFont(font, letters, { targetFormat: "woff2", noLayoutClosure: true });
  writeFileSync(`${assets}/fonts/${to}.woff2`, subset);
}

function unlessUnused(rule, icon) {
  return icons.includes(icon) ? rule : "";
}

function range(first, last) {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
