// A drawing on its whole sheet, in letters it brings along, saved as SVG or PNG.

const SCALE = 3;

export async function save(svg, { title, alt, file }, kind) {
  const sheet = whole(svg, title, alt);
  sheet.prepend(await letters());
  const drawing = new Blob([new XMLSerializer().serializeToString(sheet)], { type: "image/svg+xml" });
  offer(kind === "png" ? await painted(drawing, sheet) : drawing, `${file}.${kind}`);
}

// On the page only the chart is seen; its sheet also has the finding above it and the scenario below it.
function whole(svg, title, alt) {
  const sheet = svg.cloneNode(true), [, , width, height] = svg.dataset.sheet.split(" ");
  for (const each of [sheet, ...sheet.querySelectorAll("[data-words]")]) {
    for (const name of Object.keys(each.dataset)) delete each.dataset[name];
  }
  for (const words of sheet.querySelectorAll("[visibility]")) words.removeAttribute("visibility");
  sheet.removeAttribute("aria-hidden");
  const told = { role: "img", viewBox: `0 0 ${width} ${height}`, width, height };
  for (const [name, value] of Object.entries(told)) sheet.setAttribute(name, value);
  sheet.prepend(element("title", title), element("desc", alt));
  return sheet;
}

function element(name, words) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  made.textContent = words;
  return made;
}

// The page's own letters, so that words are as wide elsewhere as the drawing expects.
let known;

async function letters() {
  known ??= fetched();
  return element("style", await known);
}

async function fetched() {
  for (const { cssRules, href } of document.styleSheets) {
    for (const rule of cssRules) {
      if (!(rule instanceof CSSFontFaceRule) || !/^"?Source Sans"?$/.test(rule.style.fontFamily)) continue;
      if (rule.style.fontStyle === "italic") continue;
      const [, address] = /url\(["']?([^"')]+)/.exec(rule.style.getPropertyValue("src"));
      const font = await (await fetch(new URL(address, href ?? document.baseURI))).blob();
      return `@font-face { font-family: "Source Sans"; font-weight: 200 900; src: url(${await asData(font)}); }`;
    }
  }
  return "";
}

function asData(blob) {
  return new Promise((done, fail) => {
    const reader = Object.assign(new FileReader(), { onload: () => done(reader.result), onerror: fail });
    reader.readAsDataURL(blob);
  });
}

async function painted(drawing, sheet) {
  const address = URL.createObjectURL(drawing), picture = Object.assign(new Image(), { src: address });
  await picture.decode();
  const [width, height] = ["width", "height"].map(side => SCALE * sheet.getAttribute(side));
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  canvas.getContext("2d").drawImage(picture, 0, 0, width, height);
  URL.revokeObjectURL(address);
  return new Promise(done => canvas.toBlob(done));
}

function offer(blob, download) {
  const href = URL.createObjectURL(blob);
  Object.assign(document.createElement("a"), { href, download }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
