/** Renews the code and the count on the host's screen, and keeps the screen from going dark. */
import { ask } from '../../../platform/pages/browser/ask.js';

const RENEWED_MS = 15_000;
/** From this age on a code soon opens nothing. */
const OLD_MS = 150_000;
let renewedAt = performance.now();

async function renew(): Promise<void> {
  const { answer } = await ask(location.pathname, { headers: { accept: 'text/html' }, deed: null });
  if (answer?.ok && !answer.redirected) show(await answer.text());
  const warning = document.getElementById('kode-lama');
  if (warning) warning.hidden = performance.now() - renewedAt < OLD_MS;
}

function show(page: string): void {
  const fresh = new DOMParser().parseFromString(page, 'text/html');
  for (const id of ['kode', 'jumlah']) {
    const next = fresh.getElementById(id);
    if (!next) return;
    document.getElementById(id)?.replaceWith(document.adoptNode(next));
  }
  renewedAt = performance.now();
}

/** Not every browser lets a page ask for it. */
async function stayAwake(): Promise<void> {
  if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
  await navigator.wakeLock.request('screen');
}

setInterval(() => void renew(), RENEWED_MS);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState !== 'visible') return;
  void renew();
  void stayAwake().catch(() => undefined);
});
void stayAwake().catch(() => undefined);
