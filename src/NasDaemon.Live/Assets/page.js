// The page: takes what the daemon tells and shows it, at most once a frame.

import { keep, post, rights, takeFromAddress } from './access.js';
import { showDetail } from './detail.js';
import { byId, setText } from './dom.js';
import { prepareForm } from './form.js';
import { addOlderTrials, isRunning, newestTrials, takeChange, takeDetail, takeWorld, world } from './model.js';
import { showSigns } from './signs.js';
import { follow } from './stream.js';
import { showTasks } from './tasks.js';

const STATES = { live: 'Live', lost: 'Not connected; trying again', waiting: 'Connecting…', locked: 'Locked' };

let selected = null;
let chosenByUser = false;
let mayChange = false;
let isFollowing = false;
let isDue = false;

function show() {
  if (isDue) {
    return;
  }
  isDue = true;
  requestAnimationFrame(() => {
    isDue = false;
    choose();
    showTasks(selected, select);
    showDetail(world.details.get(selected), mayChange);
    showSigns(world.signs, world.details);
  });
}

// Without a choice of the user's own: what runs, then what ran last.
function choose() {
  if (chosenByUser && world.tasks.has(selected)) {
    return;
  }
  const all = [...world.tasks.values()];
  const last = all.filter((task) => task.ended).sort((one, other) => one.ended.localeCompare(other.ended)).at(-1);
  const next = (all.find(isRunning) ?? last)?.id ?? null;
  if (next !== selected) {
    selected = next;
    load(next);
  }
}

async function select(id) {
  [selected, chosenByUser] = [id, true];
  stopAsking();
  await load(id);
  show();
}

// What runs is told anyway; the rest is asked for.
async function load(id) {
  const task = world.tasks.get(id);
  if (task && !isRunning(task)) {
    const answer = await fetch(`/tasks/${encodeURIComponent(id)}`);
    if (answer.ok) {
      takeDetail(await answer.json());
      show();
    }
  }
}

function connection(state) {
  setText(byId('connection'), STATES[state]);
  byId('connection').dataset.state = state;
}

const handlers = {
  world: (told) => {
    takeWorld(told);
    if (selected) {
      load(selected);
    }
    show();
  },
  change: (change) => {
    takeChange(change).forEach(load);
    show();
  },
  signs: (signs) => {
    world.signs = signs;
    show();
  },
};

async function unlock() {
  const found = await rights();
  mayChange = found.may_change;
  byId('lock').hidden = mayChange;
  byId('new-form').inert = !mayChange;
  if (!found.may_read) {
    connection('locked');
  } else if (!isFollowing) {
    isFollowing = true;
    follow(handlers, connection);
  }
  show();
  return found;
}

function stopAsking() {
  byId('cancel').dataset.asked = '';
  setText(byId('cancel'), 'Cancel the task');
}

byId('lock-form').addEventListener('submit', async (event) => {
  event.preventDefault();
  keep(byId('token').value.trim());
  const found = await unlock();
  byId('token').value = '';
  setText(byId('lock-problem'), found.may_change ? '' : 'This is not the token.');
  if (found.may_change) {
    check();
  }
});

byId('cancel').addEventListener('click', async () => {
  const button = byId('cancel');
  if (button.dataset.asked !== selected) {
    button.dataset.asked = selected;
    setText(button, 'Cancel it for good?');
    return;
  }
  stopAsking();
  const answer = await post(`/tasks/${encodeURIComponent(selected)}/cancel`);
  if (answer.status !== 202) {
    setText(byId('detail-message'), `${answer.body.message} ${answer.body.remedy}`);
    byId('detail-message').hidden = false;
  }
});

byId('older-tasks').addEventListener('click', async () => {
  const answer = await fetch(`/tasks?skip=${byId('older-tasks').dataset.skip}`);
  for (const task of await answer.json()) {
    world.tasks.set(task.id, task);
  }
  show();
});

byId('older-trials').addEventListener('click', async () => {
  const detail = world.details.get(selected);
  const oldest = newestTrials(detail).at(-1)?.number ?? 0;
  const answer = await fetch(`/tasks/${encodeURIComponent(selected)}/trials?before=${oldest}`);
  addOlderTrials(detail, await answer.json());
  show();
});

new ResizeObserver(show).observe(byId('right'));
const check = prepareForm(unlock);
takeFromAddress();
const found = await unlock();
if (found.may_change) {
  check();
}
