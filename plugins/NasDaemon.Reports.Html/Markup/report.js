'use strict';
// Sorts and filters the tables, and opens what a link leads to. Without it everything is there all the same.
for (const table of document.querySelectorAll('table.sortable')) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const key = (row, column) => {
    const cell = row.cells[column];
    if (cell.classList.contains('figure')) {
      return 'value' in cell.dataset ? Number(cell.dataset.value) : null;
    }
    return cell.textContent.trim();
  };
  // What has no figure stands last, whichever way it is sorted.
  const compare = (one, other, direction) => {
    if (one === null || other === null) {
      return (one === null) - (other === null);
    }
    return typeof one === 'number' ? (one - other) * direction : one.localeCompare(other, 'en', { numeric: true }) * direction;
  };
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener('click', () => {
      // Of figures the largest is what one looks for first.
      const first = head.classList.contains('figure') && column > 0 ? 'descending' : 'ascending';
      const next = head.ariaSort === first ? (first === 'ascending' ? 'descending' : 'ascending') : first;
      heads.forEach(other => other.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', next);
      const direction = next === 'ascending' ? 1 : -1;
      const rows = [...body.rows].map(row => [key(row, column), row]);
      rows.sort((one, other) => compare(one[0], other[0], direction));
      body.append(...rows.map(pair => pair[1]));
    });
  });

  const controls = document.getElementById(table.id + '-controls');
  if (controls) {
    const text = controls.querySelector('input');
    const choice = controls.querySelector('select');
    const count = controls.querySelector('output');
    const apply = () => {
      const words = text.value.toLowerCase().split(/\s+/).filter(word => word);
      let shown = 0;
      for (const row of body.rows) {
        const line = row.textContent.toLowerCase();
        row.hidden = !(words.every(word => line.includes(word)) && (!choice.value || row.cells[1].textContent === choice.value));
        shown += row.hidden ? 0 : 1;
      }
      count.textContent = `${shown.toLocaleString('en')} of ${body.rows.length.toLocaleString('en')} rows`;
    };
    text.addEventListener('input', apply);
    choice.addEventListener('change', apply);
    controls.hidden = false;
    apply();
  }
}

const open = () => {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let fold = target && target.closest('details'); fold; fold = fold.parentElement.closest('details')) {
    fold.open = true;
  }
  if (target) {
    target.scrollIntoView();
  }
};
addEventListener('hashchange', open);
open();
