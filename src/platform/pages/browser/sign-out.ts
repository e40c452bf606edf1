/**
 * Signing out of a device that keeps something: what is unsent is asked about, the rest goes. Without this module the
 * form is sent as it is, and the server empties what browsers keep by themselves.
 */
import { dropAllPages } from './device-pages.js';
import { pagePerson } from './device-person.js';
import { discard, isQueueEmpty, isRefused, UNSENT_PAGE, waiting } from './device-queue.js';
import { dropTextsOf, hasTexts, textsOf, type KeptText } from './device-texts.js';
import { tellTrouble } from './line-news.js';
import { sendWaiting } from './queue-sending.js';

interface Unsent {
  /** Entries of visit days. */
  entries: number;
  /** Those among them that the server does not take. */
  refused: number;
  texts: KeptText[];
}

async function unsentOf(person: string): Promise<Unsent> {
  const entries = await waiting(person);
  const refused = entries.filter(isRefused).length;
  return { entries: entries.length, refused, texts: textsOf(person) };
}

/** Empties what may go, tells the server whether anything stays, and signs out. Unsaved texts go with their person. */
async function leave(form: HTMLFormElement, giveUp = false): Promise<void> {
  // The server alone signs out: without it nothing goes.
  if (!navigator.onLine) return tellTrouble('no-line', 'leave');
  try {
    if (giveUp) for (const { id } of await waiting(pagePerson ?? '')) await discard(id);
    dropTextsOf(pagePerson ?? '');
    await dropAllPages();
    if ((await isQueueEmpty()) && !hasTexts()) {
      const field = document.createElement('input');
      field.type = 'hidden';
      field.name = 'perangkat';
      field.value = 'kosong';
      form.append(field);
    }
  } finally {
    form.submit();
  }
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  words = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = words;
  return made;
}

/** What waits, in a line each; texts lead back to their form. */
function listOf({ entries, refused, texts }: Unsent): HTMLUListElement {
  const list = element('ul', '');
  const left = entries - refused;
  if (left > 0) list.append(element('li', '', `${left} catatan hari kunjungan belum terkirim`));
  if (refused > 0) {
    const link = element('a', '', `${refused} catatan hari kunjungan tidak dapat disimpan`);
    link.href = UNSENT_PAGE;
    const item = element('li', '');
    item.append(link, ': salin isinya bila perlu');
    list.append(item);
  }
  for (const { title, page, at } of texts) {
    const item = element('li', '');
    const link = element('a', '', title || 'Isian yang belum tersimpan');
    link.href = page;
    const when = new Date(at).toLocaleString('id-ID', { dateStyle: 'medium', timeStyle: 'short' });
    item.append(link, `, belum tersimpan, ${when}`);
    list.append(item);
  }
  return list;
}

/** Asks what becomes of it. Closing the question stays signed in. */
function ask(form: HTMLFormElement, person: string, unsent: Unsent): void {
  if (document.querySelector('dialog.leave-dialog')) return;
  const dialog = element('dialog', 'leave-dialog');
  const title = element('h2', '', 'Ada yang belum terkirim');
  title.id = 'keluar-judul';
  dialog.setAttribute('aria-labelledby', title.id);
  const news = element('p', 'text-danger');
  news.setAttribute('role', 'status');
  const buttons = element('div', 'd-grid gap-2');
  const choice = (words: string, className: string, press: () => unknown): void => {
    const button = element('button', className, words);
    button.type = 'button';
    button.addEventListener('click', () => void press());
    buttons.append(button);
  };
  if (unsent.entries > unsent.refused) {
    choice('Kirim sekarang, lalu keluar', 'btn btn-primary', async () => {
      await sendWaiting(person);
      const left = await unsentOf(person);
      if (left.entries === 0 && left.texts.length === 0) return leave(form);
      dialog.querySelector('ul')?.replaceWith(listOf(left));
      news.textContent =
        left.entries > left.refused
          ? 'Belum semua terkirim. Coba lagi nanti, atau pilih di bawah ini.'
          : 'Catatan hari kunjungan sudah terkirim.';
    });
  }
  if (unsent.entries > 0) choice('Simpan di perangkat ini, lalu keluar', 'btn', () => leave(form));
  choice('Buang, lalu keluar', 'btn', () => leave(form, true));
  choice('Batal', 'btn', () => dialog.close());
  dialog.append(
    title,
    listOf(unsent),
    news,
    buttons,
    element('p', 'text-secondary mt-3 mb-0', hintOn(unsent)),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

const hintOn = ({ entries, texts }: Unsent): string =>
  [
    ...(entries > 0
      ? [
          'Catatan hari kunjungan yang disimpan hanya terbuka bagi Anda, bila Anda masuk lagi di perangkat ini.',
        ]
      : []),
    ...(texts.length > 0
      ? [
          'Isian formulir dihapus dari perangkat ini bila Anda keluar. Buka dan simpan dahulu bila masih perlu.',
        ]
      : []),
  ].join(' ');

/** Signs out, or asks first what becomes of what is unsent. */
export async function signOut(form: HTMLFormElement): Promise<void> {
  const person = pagePerson ?? '';
  let unsent: Unsent;
  try {
    unsent = await unsentOf(person);
  } catch {
    // A device that keeps nothing.
    unsent = { entries: 0, refused: 0, texts: [] };
  }
  if (unsent.entries === 0 && unsent.texts.length === 0) await leave(form);
  else ask(form, person, unsent);
}
