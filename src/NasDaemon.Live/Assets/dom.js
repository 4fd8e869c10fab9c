// Makes and keeps elements. Text is only ever set as text.

export const byId = (id) => document.getElementById(id);

export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'data') {
      Object.assign(made.dataset, value);
    } else {
      made[name] = value;
    }
  }
  made.append(...children);
  return made;
}

export function setText(target, text) {
  if (target.textContent !== text) {
    target.textContent = text;
  }
}

// Brings the children of a list in line with its items. A child stays the same element as long as its item is there, so that what has
// the focus keeps it.
export function sync(list, items, keyOf, make, update) {
  const old = new Map([...list.children].map((child) => [child.dataset.key, child]));
  let place = list.firstElementChild;
  for (const item of items) {
    const key = String(keyOf(item));
    let child = old.get(key);
    old.delete(key);
    if (!child) {
      child = make(item);
      child.dataset.key = key;
    }
    if (child === place) {
      place = place.nextElementSibling;
    } else {
      list.insertBefore(child, place);
    }
    update(child, item);
  }
  for (const gone of old.values()) {
    gone.remove();
  }
}

// Pairs of a name and a figure.
export function figures(list, pairs) {
  const shown = pairs.filter(([, value]) => value !== null && value !== undefined && value !== '');
  sync(list, shown, ([name]) => name,
    ([name]) => element('div', {}, element('dt', { textContent: name }), element('dd')),
    (child, [, value]) => setText(child.lastElementChild, String(value)));
}
