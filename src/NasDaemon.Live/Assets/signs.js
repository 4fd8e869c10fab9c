// How the daemon is: memory, workers, language models.

import { byId, element, figures, setText, sync } from './dom.js';
import { bytes, count, since } from './format.js';

export function showSigns(signs, details) {
  if (!signs) {
    return;
  }
  const busy = signs.workers.filter((worker) => worker.trial !== undefined).length;
  const ofWorkers = signs.workers.reduce((sum, worker) => sum + (worker.memory_bytes ?? 0), 0);
  figures(byId('signs'), [
    ['version', signs.version],
    ['up', since(signs.started)],
    ['memory', bytes(signs.memory_bytes)],
    ['workers', `${busy} of ${signs.slots} busy, ${bytes(ofWorkers)}`],
    ['language model', signs.models.length > 0 ? signs.models.map((model) => `${model.name}${model.memory_bytes ? ` (${bytes(model.memory_bytes)})` : ''}`).join(', ') : null],
    ['tokens a second', signs.models.length > 0 || signs.tokens_generated > 0 ? `${signs.tokens_per_second.toFixed(1)} (${count(signs.tokens_generated)} in all)` : null],
  ]);
  sync(byId('workers'), signs.workers, (worker) => worker.process,
    () => element('li', {}, element('span'), element('small')),
    (item, worker) => {
      setText(item.firstElementChild, doing(worker, details));
      setText(item.lastElementChild, `process ${worker.process}, ${bytes(worker.memory_bytes)}, for ${since(worker.since)}`);
    });
}

function doing(worker, details) {
  if (worker.trial === undefined) {
    return 'waits for a trial';
  }
  const running = details.get(worker.task)?.progress?.running?.find((trial) => trial.trial === worker.trial);
  const epoch = running ? `, epoch ${Math.min(running.epoch + 1, running.epochs)} of ${running.epochs}` : '';
  return `${worker.task}, trial ${worker.trial}${epoch}`;
}
