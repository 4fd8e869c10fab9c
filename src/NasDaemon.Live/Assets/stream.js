// The daemon's events. The browser connects again by itself and names the last event that it got.

export function follow(handlers, onState) {
  const source = new EventSource('/events');
  for (const name of ['world', 'change', 'signs']) {
    source.addEventListener(name, (event) => {
      onState('live');
      handlers[name](JSON.parse(event.data));
    });
  }
  source.addEventListener('error', () => {
    onState('lost');
    if (source.readyState === EventSource.CLOSED) {
      // The daemon answered with something else, as it does while too many pages watch: the browser gives up then.
      setTimeout(() => follow(handlers, onState), 5000);
    }
  });
}
