// The list of tasks.

import { byId, element, setText, sync } from './dom.js';
import { count, duration, moment } from './format.js';
import { isRunning, world } from './model.js';

export function showTasks(selected, select) {
  const all = [...world.tasks.values()];
  const ended = all.filter((task) => task.ended).sort((one, other) => other.ended.localeCompare(one.ended));
  const running = all.filter(isRunning);
  const waiting = all.filter((task) => task.state === 'waiting').sort((one, other) => one.file.localeCompare(other.file));
  show(byId('running'), running, selected, select);
  show(byId('waiting'), waiting, selected, select);
  show(byId('ended'), ended, selected, select);
  setText(byId('running-count'), running.length > 0 ? `(${running.length})` : '');
  setText(byId('waiting-count'), waiting.length > 0 ? `(${waiting.length})` : '');
  setText(byId('ended-count'), world.endedCount > 0 ? `(${count(world.endedCount)})` : '');
  byId('older-tasks').hidden = ended.length >= world.endedCount;
  byId('older-tasks').dataset.skip = ended.length;
}

function show(list, tasks, selected, select) {
  sync(list, tasks, (task) => task.id,
    (task) => {
      const button = element('button', { type: 'button' }, element('span', { className: 'name' }), element('small'));
      button.addEventListener('click', () => select(task.id));
      return element('li', {}, button);
    },
    (item, task) => {
      const button = item.firstElementChild;
      button.setAttribute('aria-pressed', String(task.id === selected));
      setText(button.firstElementChild, task.id);
      setText(button.lastElementChild, line(task));
    });
}

function line(task) {
  if (!task.ended) {
    return task.state === 'waiting' ? `since ${moment(task.created)}` : task.state;
  }
  return `${task.state} ${moment(task.ended)}${task.seconds > 0 ? `, ${duration(task.seconds)}` : ''}`;
}
