// Small pictures as SVG: axes with round numbers, lines and dots.

const SPACE = 'http://www.w3.org/2000/svg';
const MARGIN = { top: 10, right: 12, bottom: 34, left: 52 };

function node(tag, attributes, text) {
  const made = document.createElementNS(SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}

// Round numbers that divide a range into about so many parts.
export function ticks(low, high, parts, isWhole) {
  const rough = (high - low) / Math.max(1, parts);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(isWhole ? 1 : 0, power * [1, 2, 5, 10].find((factor) => factor * power >= rough));
  const found = [];
  for (let index = Math.ceil(low / step - 1e-9); index * step <= high + step * 1e-9; index++) {
    found.push(index * step);
  }
  return found;
}

function range(values, least) {
  let [low, high] = [Math.min(...values), Math.max(...values)];
  if (high - low < least) {
    const middle = (low + high) / 2;
    [low, high] = [middle - least / 2, middle + least / 2];
  }
  return [low, high];
}

// series: [{ points: [[x, y], …], form: 'dots' | 'line' | 'step', style }]
export function draw(svg, series, { xLabel, yLabel, summary }) {
  const [width, height] = [svg.clientWidth, svg.clientHeight];
  const all = series.flatMap((one) => one.points);
  if (width === 0 || all.length === 0) {
    svg.replaceChildren();
    return;
  }
  const [left, right] = range(all.map(([x]) => x), 1);
  const [bottom, top] = range(all.map(([, y]) => y), 0.02);
  const x = (value) => MARGIN.left + (value - left) / (right - left) * (width - MARGIN.left - MARGIN.right);
  const y = (value) => height - MARGIN.bottom - (value - bottom) / (top - bottom) * (height - MARGIN.top - MARGIN.bottom);
  const parts = [...axes({ width, height, x, y, left, right, bottom, top, xLabel, yLabel }), ...series.map((one) => shape(one, x, y))];
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.setAttribute('aria-label', summary);
  svg.replaceChildren(...parts);
}

function* axes({ width, height, x, y, left, right, bottom, top, xLabel, yLabel }) {
  const floor = height - MARGIN.bottom;
  for (const value of ticks(left, right, width / 90, true)) {
    yield node('path', { class: 'axis', d: `M${x(value).toFixed(1)} ${floor}v4` });
    yield node('text', { x: x(value).toFixed(1), y: floor + 16, 'text-anchor': 'middle' }, String(Math.round(value)));
  }
  const steps = ticks(bottom, top, height / 50, false);
  const digits = Math.max(0, Math.min(3, Math.ceil(-Math.log10(steps[1] - steps[0] || 1)) - 2));
  for (const value of steps) {
    yield node('path', { class: 'axis', d: `M${MARGIN.left} ${y(value).toFixed(1)}H${width - MARGIN.right}` });
    yield node('text', { x: MARGIN.left - 6, y: (y(value) + 4).toFixed(1), 'text-anchor': 'end' }, `${(100 * value).toFixed(digits)} %`);
  }
  yield node('text', { x: width - MARGIN.right, y: height - 4, 'text-anchor': 'end' }, xLabel);
  yield node('text', { x: 2, y: height - 4 }, yLabel);
}

function shape({ points, form, style }, x, y) {
  const at = ([px, py]) => `${x(px).toFixed(1)} ${y(py).toFixed(1)}`;
  if (form === 'dots' || points.length === 1) {
    const round = points.map((point) => `M${at(point)}m-2 0a2 2 0 1 0 4 0a2 2 0 1 0 -4 0`).join('');
    return node('path', { class: form === 'dots' ? style : `${style} single`, d: round });
  }
  const path = form === 'step'
    ? points.slice(1).reduce((drawn, point) => `${drawn}H${x(point[0]).toFixed(1)}V${y(point[1]).toFixed(1)}`, `M${at(points[0])}`)
    : `M${points.map(at).join('L')}`;
  return node('path', { class: style, d: path });
}
