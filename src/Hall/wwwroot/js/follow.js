// Hears of every change of a hall. A browser comes back by itself when the line was cut, but not when a proxy answered in the office's
// place, or there were too many listeners: then it is asked again after a while, not by all at once.
export const follow = (address, hear) => {
  const source = new EventSource(address);
  source.addEventListener('board', hear);
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(() => follow(address, hear), 5000 + Math.random() * 10000);
  });
};
