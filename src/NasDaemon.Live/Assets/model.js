// What the page knows: kept small however many trials there are.

const MOST_POINTS = 3000;
const MOST_TRIALS = 400;

export const world = { tasks: new Map(), endedCount: 0, details: new Map(), signs: null };

export const isRunning = (task) => task.state === 'searching' || task.state === 'finishing';

export function takeWorld(told) {
  world.tasks = new Map(told.tasks.map((task) => [task.id, task]));
  world.endedCount = told.ended_count;
  world.details = new Map(told.details.map((detail) => [detail.task.id, fromTold(detail)]));
}

export function takeDetail(told) {
  world.details.set(told.task.id, fromTold(told));
}

export function takeChange(change) {
  const ended = [];
  for (const task of change.tasks) {
    const before = world.tasks.get(task.id);
    if (task.ended && before && !before.ended) {
      ended.push(task.id);
    }
    world.tasks.set(task.id, task);
    detailOf(task.id).task = task;
  }
  world.endedCount = change.ended_count;
  for (const progress of change.progress) {
    detailOf(progress.task).progress = progress;
  }
  for (const part of change.trials) {
    takeTrials(detailOf(part.task), part);
  }
  return ended;
}

export function addOlderTrials(detail, trials) {
  for (const trial of trials) {
    detail.trials.set(trial.number, trial);
  }
  detail.isPaged = true;
  detail.hasAll = trials.length === 0 || trials.at(-1).number <= 1;
}

// Trials by number, the newest first.
export const newestTrials = (detail) => [...detail.trials.values()].sort((one, other) => other.number - one.number);

function detailOf(id) {
  if (!world.details.has(id)) {
    world.details.set(id, fromTold({ task: world.tasks.get(id) ?? { id, state: 'searching' }, trial_count: 0, trials: [], points: [], epochs: [], files: [] }));
  }
  return world.details.get(id);
}

function fromTold(told) {
  const detail = {
    task: told.task,
    progress: told.progress ?? null,
    trialCount: told.trial_count,
    trials: new Map(told.trials.map((trial) => [trial.number, trial])),
    points: new Map(told.points.map((point) => [point.number, point.accuracy])),
    curves: new Map(),
    files: told.files,
    isPaged: false,
    hasAll: told.trials.length >= told.trial_count,
  };
  told.epochs.forEach((point) => takeEpoch(detail, point));
  return detail;
}

function takeTrials(detail, part) {
  detail.trialCount = part.trial_count;
  for (const trial of part.trials) {
    detail.trials.set(trial.number, trial);
    if (trial.is_result) {
      detail.points.set(trial.number, trial.accuracy);
    }
  }
  part.epochs.forEach((point) => takeEpoch(detail, point));
  thin(detail);
}

function takeEpoch(detail, point) {
  if (!detail.curves.has(point.trial)) {
    detail.curves.set(point.trial, []);
  }
  const curve = detail.curves.get(point.trial).filter((known) => known.epoch !== point.epoch);
  curve.push(point);
  detail.curves.set(point.trial, curve.sort((one, other) => one.epoch - other.epoch));
}

function thin(detail) {
  if (detail.points.size > MOST_POINTS) {
    let best = -Infinity;
    let index = 0;
    for (const [number, accuracy] of [...detail.points].sort(([one], [other]) => one - other)) {
      if (accuracy <= best && index++ % 2 === 1) {
        detail.points.delete(number);
      }
      best = Math.max(best, accuracy);
    }
  }
  if (!detail.isPaged && detail.trials.size > MOST_TRIALS) {
    for (const trial of newestTrials(detail).slice(MOST_TRIALS / 2)) {
      detail.trials.delete(trial.number);
    }
    detail.hasAll = false;
  }
  for (const number of [...detail.curves.keys()].sort((one, other) => other - one).slice(40)) {
    detail.curves.delete(number);
  }
}
