/** Keeps "now" and "next" of the agenda true while the page stands open, by the server's clock. */

const card = document.querySelector<HTMLElement>('[data-now]');
const opened = performance.now();
const serverTime = Date.parse(card?.dataset['now'] ?? '');
const loadedAt = Date.now();

/** A page kept on the device is older than it looks: then the device's clock is nearer. */
const DRIFT_MS = 60_000;

function present(): number {
  const isKept = Math.abs(loadedAt - serverTime) > DRIFT_MS && !navigator.onLine;
  return isKept ? Date.now() : serverTime + performance.now() - opened;
}

export function showSessions(): void {
  if (!card || Number.isNaN(serverTime)) return;
  const now = present();
  const sessions = [...card.querySelectorAll<HTMLElement>('[data-starts]')].map((element) => ({
    element,
    starts: Date.parse(element.dataset['starts'] ?? ''),
    ends: Date.parse(element.dataset['ends'] ?? ''),
  }));
  const soonest = Math.min(...sessions.map(({ starts }) => starts).filter((starts) => starts > now));
  let shown = 0;
  for (const { element, starts, ends } of sessions) {
    const isGoing = starts <= now && now < ends;
    element.hidden = !isGoing && starts !== soonest;
    element.classList.toggle('day-session-now', isGoing);
    const when = element.querySelector('[data-when]');
    if (when) when.textContent = isGoing ? 'Sekarang' : 'Berikutnya';
    if (!element.hidden) shown += 1;
  }
  const between = card.querySelector<HTMLElement>('[data-between]');
  if (between) between.hidden = shown > 0;
}
