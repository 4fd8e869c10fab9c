// A new task: checked while it is typed, by the reader that will read it.

import { post } from './access.js';
import { byId, element, setText } from './dom.js';

const PATIENCE = 300;
const EXAMPLE = `name: my-search
dataset:
  name: mnist
  validation: 0.0833
search:
  space: chain
  strategy: evolution
constraints:
  max_parameters: 100000
training:
  epochs: 1
budget:
  trials: 20
  time: 30m
final:
  finalists: 1
  epochs: 3
seed: 1
`;

export function prepareForm(onRefused) {
  const yaml = byId('yaml');
  yaml.value = EXAMPLE;
  let timer;
  let asked = 0;
  const check = async () => {
    const turn = ++asked;
    const answer = await post('/tasks/check', yaml.value);
    if (turn !== asked) {
      return;
    }
    if (answer.status === 200) {
      showVerdict(answer.body);
    } else {
      refuse(answer, onRefused);
    }
  };
  yaml.addEventListener('input', () => {
    byId('submit').disabled = true;
    setText(byId('submitted'), '');
    clearTimeout(timer);
    timer = setTimeout(check, PATIENCE);
  });
  byId('new-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    byId('submit').disabled = true;
    const answer = await post('/tasks', yaml.value);
    if (answer.status === 202) {
      setText(byId('submitted'), `Dropped into the inbox as ${answer.body.accepted}.`);
    } else if (answer.status === 422) {
      showVerdict(answer.body);
    } else {
      refuse(answer, onRefused);
    }
  });
  return check;
}

function refuse(answer, onRefused) {
  tell(`${answer.body.message} ${answer.body.remedy}`, false);
  byId('problems').replaceChildren();
  if (answer.status === 401) {
    onRefused();
  }
}

function showVerdict(verdict) {
  const isGood = verdict.problems.length === 0;
  tell(isGood ? `Nothing is wrong: ${verdict.kind} ${verdict.name}.` : `${verdict.problems.length === 1 ? 'One thing is' : `${verdict.problems.length} things are`} wrong.`, isGood);
  byId('submit').disabled = !isGood;
  byId('problems').replaceChildren(...verdict.problems.map((problem) => {
    const place = element('button', { type: 'button', textContent: `line ${problem.line}, column ${problem.column}` });
    place.addEventListener('click', () => goTo(problem));
    return element('li', {}, place, element('span', { textContent: `${problem.message} ${problem.remedy}` }));
  }));
}

function tell(text, isGood) {
  setText(byId('verdict'), text);
  byId('verdict').dataset.good = String(isGood);
}

function goTo({ line, column }) {
  const yaml = byId('yaml');
  const before = yaml.value.split('\n').slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
  const place = Math.min(before + column - 1, yaml.value.length);
  yaml.focus();
  yaml.setSelectionRange(place, place);
}
