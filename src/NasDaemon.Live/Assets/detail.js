// One task: figures, pictures, trials.

import { draw } from './chart.js';
import { byId, element, figures, setText, sync } from './dom.js';
import { count, duration, percent, short } from './format.js';
import { isRunning, newestTrials } from './model.js';

export function showDetail(detail, mayChange) {
  byId('detail').hidden = !detail;
  if (!detail) {
    return;
  }
  const { task, progress } = detail;
  setText(byId('detail-title'), task.id);
  setText(byId('detail-state'), task.state);
  byId('detail-state').dataset.state = task.state;
  byId('cancel').hidden = !mayChange || Boolean(task.ended);
  const message = task.message ?? progress?.message ?? '';
  setText(byId('detail-message'), message);
  byId('detail-message').hidden = message === '';
  showProgress(detail);
  showFiles(task.id, detail.files);
  showRuns(progress?.experiment);
  showAllTrials(detail);
  showCurves(detail);
  showTrials(detail);
}

function showProgress({ task, progress, trialCount }) {
  const counts = progress?.counts;
  const runs = progress?.experiment;
  const [done, all] = runs ? [runs.done, runs.total] : [counts ? counts.finished + counts.failed : 0, counts?.budget ?? 0];
  const bar = byId('bar');
  bar.hidden = !isRunning(task) || all === 0;
  bar.max = Math.max(1, all);
  bar.value = Math.min(done, all);
  const best = progress?.best;
  figures(byId('figures'), [
    ['runs', runs ? `${runs.done} of ${runs.total}${runs.failed > 0 ? `, ${runs.failed} failed` : ''}` : null],
    ['trainings', counts && !runs ? `${done} of ${counts.budget}` : trialCount > 0 ? count(trialCount) : null],
    ['best so far', best ? `${percent(best.validation_accuracy)} (trial ${best.trial}, ${short(best.parameters)} parameters, ${short(best.flops)} FLOPs)` : null],
    ['proposed', counts && !runs ? count(counts.proposed) : null],
    ['refused', counts && !runs ? count(counts.refused) : null],
    ['duplicates', counts && !runs ? count(counts.duplicates) : null],
    ['failed', counts?.failed > 0 ? count(counts.failed) : null],
    ['time', duration(progress?.seconds ?? task.seconds)],
    ['left, about', isRunning(task) && progress?.remaining_seconds !== undefined ? duration(progress.remaining_seconds) : null],
  ]);
}

function showFiles(id, files) {
  sync(byId('files'), files, (name) => `${id}/${name}`,
    (name) => element('a', {
      href: `/outbox/${encodeURIComponent(id)}/${name.split('/').map(encodeURIComponent).join('/')}`,
      target: '_blank',
      rel: 'noopener',
      textContent: name === 'report.html' ? 'Open the report' : name,
    }),
    () => {});
}

function showRuns(experiment) {
  byId('runs-part').hidden = !experiment;
  sync(byId('runs'), experiment?.running ?? [], (run) => run.run,
    () => element('li'),
    (item, run) => setText(item, `${run.run}: ${count(run.trained)} of ${count(run.budget)} networks`));
}

function showAllTrials(detail) {
  const points = [...detail.points].sort(([one], [other]) => one - other);
  byId('progress-part').hidden = points.length === 0;
  let best = -Infinity;
  const steps = [];
  for (const [number, accuracy] of points) {
    best = Math.max(best, accuracy);
    steps.push([number, best]);
  }
  draw(byId('progress-chart'), [{ points, form: 'dots', style: 'dot' }, { points: steps, form: 'step', style: 'best' }], {
    xLabel: 'trial',
    yLabel: 'accuracy',
    summary: `Validation accuracy of ${points.length} trials; the best so far is ${percent(best)}.`,
  });
}

function showCurves(detail) {
  const series = [];
  for (const [number, curve] of detail.curves) {
    const trial = detail.trials.get(number);
    const points = curve.filter((point) => point.accuracy !== undefined).map((point) => [point.epoch, point.accuracy]);
    if (points.length > 0 && trial?.kind !== 'final') {
      series.push({ points, form: 'line', style: trial?.state === 'running' ? 'curve running' : 'curve' });
    }
  }
  // A curve of one point shows nothing that the other picture does not.
  byId('curves-part').hidden = !series.some((one) => one.points.length > 1);
  series.sort((one, other) => one.style.length - other.style.length);
  draw(byId('curves-chart'), series, { xLabel: 'epoch', yLabel: 'accuracy', summary: `Learning curves of ${series.length} trials.` });
}

function showTrials(detail) {
  const trials = newestTrials(detail);
  byId('trials-part').hidden = trials.length === 0;
  setText(byId('trial-count'), `(${count(detail.trialCount)})`);
  byId('older-trials').hidden = detail.hasAll || trials.length === 0;
  sync(byId('trials'), detail.isPaged ? trials : trials.slice(0, 50), (trial) => `${detail.task.id}/${trial.number}`, makeRow, updateRow);
}

function makeRow() {
  const cell = (name) => element('td', { className: name });
  const state = element('td', {}, element('span', { className: 'state' }));
  return element('tr', {}, cell('number'), state, cell('number'), cell('number'), cell('number'), cell('number'), cell('number'), cell(''));
}

function updateRow(row, trial) {
  const [number, state, accuracy, epochs, seconds, parameters, flops, failure] = row.children;
  setText(number, String(trial.number));
  setText(state.firstElementChild, trial.kind === 'final' ? `final, ${trial.state}` : trial.state);
  state.firstElementChild.dataset.state = trial.state;
  setText(accuracy, percent(trial.accuracy));
  setText(epochs, trial.epochs > 0 ? String(trial.epochs) : '');
  setText(seconds, trial.seconds === undefined ? '' : trial.seconds.toFixed(1));
  setText(parameters, count(trial.parameters));
  setText(flops, short(trial.flops));
  setText(failure, trial.failure ? `${trial.failure_class}: ${trial.failure}` : '');
}
