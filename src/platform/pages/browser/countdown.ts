/**
 * Countdowns that go on while a page stands open: `<time datetime data-until data-offset data-now>`. Without this
 * module the server's words stay. They are no live region: nobody is interrupted to be told that a minute has passed.
 */
import { countdownWords } from './countdown-words.js';

const MINUTE = 60_000;
const opened = Date.now();

/** The server's clock, which the device's own may be far from. */
const nowOf = ({ dataset }: HTMLTimeElement): number => Number(dataset['now']) + Date.now() - opened;

function show(time: HTMLTimeElement): void {
  const { until, offset } = time.dataset;
  const words = countdownWords(Date.parse(time.dateTime), Number(until), nowOf(time), Number(offset));
  if (words !== '' && words !== time.textContent) time.textContent = words;
  time.hidden = words === '';
}

/** Once a minute, when the server's clock begins one. */
function tick(): void {
  const times = [...document.querySelectorAll<HTMLTimeElement>('time[data-until]')];
  for (const time of times) show(time);
  const [first] = times;
  if (first) setTimeout(tick, MINUTE - (nowOf(first) % MINUTE));
}

tick();
