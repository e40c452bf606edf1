/**
 * Signing out of a device that keeps something: what is unsent is asked about, the rest goes. Without this module the
 * form is sent as it is, and the server empties what browsers keep by themselves.
 */
import { dropAllPages } from './device-pages.js';
import { pagePerson } from './device-person.js';
import { discard, isQueueEmpty, waiting } from './device-queue.js';
import { dropText, hasTexts, textsOf, type KeptText } from './device-texts.js';
import { sendWaiting } from './queue-sending.js';

interface Unsent {
  /** Entries of visit days. */
  entries: number;
  texts: KeptText[];
}

async function unsentOf(person: string): Promise<Unsent> {
  return { entries: (await waiting(person)).length, texts: textsOf(person) };
}

/** Empties what may go, tells the server whether anything stays, and signs out. */
async function leave(form: HTMLFormElement): Promise<void> {
  try {
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

async function giveUp(person: string): Promise<void> {
  for (const { id } of await waiting(person)) await discard(id);
  for (const { key } of textsOf(person)) dropText(key);
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
function listOf({ entries, texts }: Unsent): HTMLUListElement {
  const list = element('ul', '');
  if (entries > 0) list.append(element('li', '', `${entries} catatan hari kunjungan belum terkirim`));
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
  if (unsent.entries > 0) {
    choice('Kirim sekarang, lalu keluar', 'btn btn-primary', async () => {
      await sendWaiting(person);
      const left = await unsentOf(person);
      if (left.entries === 0 && left.texts.length === 0) return leave(form);
      dialog.querySelector('ul')?.replaceWith(listOf(left));
      news.textContent =
        left.entries > 0
          ? 'Belum semua terkirim. Coba lagi nanti, atau pilih di bawah ini.'
          : 'Catatan hari kunjungan sudah terkirim.';
    });
  }
  choice('Simpan di perangkat ini, lalu keluar', 'btn', () => leave(form));
  choice('Buang, lalu keluar', 'btn', () => giveUp(person).then(() => leave(form)));
  choice('Batal', 'btn', () => dialog.close());
  const hint = 'Yang disimpan hanya terbuka bagi Anda, bila Anda masuk lagi di perangkat ini.';
  dialog.append(title, listOf(unsent), news, buttons, element('p', 'text-secondary mt-3 mb-0', hint));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** Signs out, or asks first what becomes of what is unsent. */
export async function signOut(form: HTMLFormElement): Promise<void> {
  const person = pagePerson ?? '';
  let unsent: Unsent;
  try {
    unsent = await unsentOf(person);
  } catch {
    // A device that keeps nothing.
    unsent = { entries: 0, texts: [] };
  }
  if (unsent.entries === 0 && unsent.texts.length === 0) await leave(form);
  else ask(form, person, unsent);
}
