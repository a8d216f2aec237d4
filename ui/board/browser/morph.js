// Makes what stands on the page equal to fresh HTML, keeping every node it can: focus and animations live on.

export function morph(root, html, keeps = () => false) {
  const fresh = document.createElement("template");
  fresh.innerHTML = html;
  children(root, fresh.content, keeps);
}

function children(old, fresh, keeps) {
  const wanted = [...fresh.childNodes];
  wanted.forEach((node, index) => {
    const there = old.childNodes[index];
    if (!there) old.append(node);
    else if (!alike(there, node)) there.replaceWith(node);
    else if (!keeps(there)) same(there, node, keeps);
  });
  while (old.childNodes.length > wanted.length) old.lastChild.remove();
}

function alike(one, other) {
  return one.nodeName === other.nodeName && one.id === other.id && one.dataset?.lever === other.dataset?.lever;
}

function same(old, fresh, keeps) {
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.data !== fresh.data) old.data = fresh.data;
    return;
  }
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && name !== "open") old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  if (old.nodeName === "INPUT" && old.value !== fresh.value) old.value = fresh.value;
  children(old, fresh, keeps);
}
