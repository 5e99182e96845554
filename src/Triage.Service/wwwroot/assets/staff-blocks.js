// Offers the town's text blocks while "::" and letters are typed in an answer. The page's own list holds them, placeholders filled.
const field = document.querySelector("form[data-autosave] #Text");
const select = document.getElementById("Baustein");
const list = document.createElement("ul");
const said = document.createElement("p");
let matches = [];
let active = 0;

function typed() {
  const found = /::([\p{L}\p{N} -]{0,30})$/u.exec(field.value.slice(0, field.selectionStart));
  return found && { start: found.index, word: found[1].toLowerCase() };
}

function close() {
  matches = [];
  list.hidden = true;
  said.textContent = "";
  for (const name of ["aria-controls", "aria-activedescendant"]) field.removeAttribute(name);
}

function mark(index) {
  active = (index + matches.length) % matches.length;
  [...list.children].forEach((item, i) => item.setAttribute("aria-selected", i === active));
  field.setAttribute("aria-activedescendant", list.children[active].id);
  list.children[active].scrollIntoView({ block: "nearest" });
}

function insert(block) {
  const { start } = typed();
  field.setSelectionRange(start, field.selectionStart);
  close();
  // Unlike setRangeText, this can be undone.
  if (!document.execCommand("insertText", false, block.dataset.text)) field.setRangeText(block.dataset.text, field.selectionStart, field.selectionEnd, "end");
}

function item(block, index) {
  const line = Object.assign(document.createElement("li"), { id: `baustein-${index}` });
  line.setAttribute("role", "option");
  line.append(Object.assign(document.createElement("strong"), { textContent: block.label }), ` ${block.dataset.text.slice(0, 60)} …`);
  line.addEventListener("mousedown", (event) => event.preventDefault());
  line.addEventListener("click", () => insert(block));
  return line;
}

function offer() {
  const now = typed();
  matches = now ? [...select.options].filter((o) => o.value && `${o.label} ${o.dataset.text.slice(0, 60)}`.toLowerCase().includes(now.word)) : [];
  if (matches.length === 0) return close();
  list.replaceChildren(...matches.map(item));
  list.hidden = false;
  field.setAttribute("aria-controls", list.id);
  said.textContent = matches.length === 1 ? "1 Textbaustein" : `${matches.length} Textbausteine`;
  mark(0);
}

const keys = {
  ArrowDown: () => mark(active + 1),
  ArrowUp: () => mark(active - 1),
  Enter: () => insert(matches[active]),
  Escape: close,
};

if (field && select) {
  Object.assign(list, { id: "bausteine", className: "blocks", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Textbausteine");
  said.className = "kern-sr-only";
  said.setAttribute("role", "status");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-haspopup", "listbox");
  field.after(list, said);
  document.getElementById("Text-hinweis").append(" Mit :: und den ersten Buchstaben fügen Sie einen Textbaustein ein.");
  field.addEventListener("input", offer);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing || event.ctrlKey || event.altKey || event.metaKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
}
