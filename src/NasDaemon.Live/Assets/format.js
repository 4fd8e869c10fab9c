// Figures for people.

const whole = new Intl.NumberFormat('en');

export const count = (value) => (value === null || value === undefined ? '' : whole.format(value));

export const percent = (value) => (value === null || value === undefined ? '' : `${(100 * value).toFixed(2)} %`);

export function short(value) {
  if (value === null || value === undefined) {
    return '';
  }
  const step = [[1e12, 'T'], [1e9, 'G'], [1e6, 'M'], [1e3, 'k']].find(([size]) => value >= size);
  return step ? `${Number((value / step[0]).toPrecision(3))} ${step[1]}` : String(value);
}

export function bytes(value) {
  if (value === null || value === undefined) {
    return '';
  }
  return value >= 2 ** 30 ? `${(value / 2 ** 30).toFixed(2)} GiB` : `${Math.round(value / 2 ** 20)} MiB`;
}

export function duration(seconds) {
  if (seconds === null || seconds === undefined) {
    return '';
  }
  const all = Math.max(0, Math.round(seconds));
  const [hours, minutes] = [Math.floor(all / 3600), Math.floor(all / 60) % 60];
  return hours > 0 ? `${hours} h ${minutes} min` : minutes > 0 ? `${minutes} min ${all % 60} s` : `${all} s`;
}

export const moment = (text) => (text ? new Date(text).toLocaleString('en-GB', { dateStyle: 'short', timeStyle: 'short' }) : '');

export const since = (text) => duration((Date.now() - new Date(text).getTime()) / 1000);
