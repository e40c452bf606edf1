/** The page of everything that waits on this device, by visit. */
import { isRefused, waiting, type Waiting } from '../../../platform/pages/browser/device-queue.js';
import { hearQueue, tellQueue, type QueueNews } from '../../../platform/pages/browser/queue-news.js';
import { sendWaiting } from '../../../platform/pages/browser/queue-sending.js';
import { hindranceOf } from '../../../platform/pages/browser/unsent.js';
import { itemOf } from './waiting-items.js';

/** Fills the page, and keeps it true. */
export function showUnsentPage(person: string): void {
  hearQueue(person, ({ words, stopped }) => {
    void tell(person, stopped, words);
    void show(person);
  });
  void show(person);
}

async function tell(person: string, stopped: QueueNews['stopped'], words: string[]): Promise<void> {
  const left = (await waiting(person)).filter((entry) => !isRefused(entry));
  const hindrance = hindranceOf(stopped, left.length);
  document.getElementById('kiriman')?.replaceChildren(...(hindrance ? [hindrance] : words.map(paragraph)));
}

async function show(person: string): Promise<void> {
  const place = document.getElementById('semua-belum-terkirim');
  const entries = await waiting(person);
  // Whoever is about to press something keeps it under the finger.
  const shown = entries.map(({ id, refusal }) => `${id} ${refusal ?? ''}`).join('|');
  if (!place || place.dataset['shown'] === shown) return;
  place.dataset['shown'] = shown;
  const visits = [...new Set(entries.map(({ visit }) => visit))];
  const changed = async (): Promise<void> => {
    tellQueue({ person, stored: 0, stopped: null, words: [] });
    await sendWaiting(person);
  };
  place.replaceChildren(
    ...(visits.length === 0
      ? [card('Tidak ada yang menunggu', paragraph('Semua catatan dari perangkat ini sudah terkirim.'))]
      : []),
    ...visits.map((visit) =>
      cardOf(
        entries.filter((entry) => entry.visit === visit),
        changed,
      ),
    ),
  );
}

function cardOf(entries: Waiting[], changed: () => unknown): HTMLElement {
  const list = document.createElement('ul');
  list.className = 'list-group list-group-flush';
  list.append(...entries.map((entry) => itemOf(entry, changed)));
  const { title = 'Kunjungan', visit } = entries[0] ?? { visit: '' };
  const way = document.createElement('a');
  way.className = 'btn';
  way.href = `/kunjungan/${visit}`;
  way.textContent = 'Buka kunjungan';
  const foot = document.createElement('div');
  foot.className = 'card-footer';
  foot.append(way);
  return card(title, list, foot);
}

function card(title: string, ...content: HTMLElement[]): HTMLElement {
  const made = document.createElement('section');
  made.className = 'card mb-3';
  const head = document.createElement('div');
  head.className = 'card-header';
  const heading = document.createElement('h2');
  heading.className = 'card-title';
  heading.textContent = title;
  head.append(heading);
  made.append(head, ...content);
  return made;
}

function paragraph(words: string): HTMLParagraphElement {
  const made = document.createElement('p');
  made.className = 'card-body mb-0';
  made.textContent = words;
  return made;
}
