/** Entries that wait on the device as lines of a list: what they are, why they wait, and what can be done with them. */
import { discard, keep, type Waiting } from '../../../platform/pages/browser/device-queue.js';

/** Text of a field, or the name of its file. */
export const valueOf = ({ fields }: Waiting, name: string): string => {
  const value = fields.find(([field]) => field === name)?.[1];
  return typeof value === 'string' ? value : (value?.name ?? '');
};

const fileOf = ({ fields }: Waiting): File | undefined =>
  fields.map(([, value]) => value).find((value): value is File => value instanceof File);

/** What was written; empty for an entry that is nothing but a tap or a photo. */
const textOf = (entry: Waiting): string => valueOf(entry, entry.kind === 'guest' ? 'name' : 'text');

function wordsOf(entry: Waiting): string {
  const { kind, label } = entry;
  if (kind === 'attendance') return `Kehadiran: ${label ?? valueOf(entry, 'attendance')}`;
  if (kind === 'guest') return `Datang: ${valueOf(entry, 'name')}`;
  return textOf(entry) || valueOf(entry, 'photo') || 'Foto';
}

/**
 * An entry as a line of a list.
 *
 * @param changed is called once something was done with it
 */
export function itemOf(entry: Waiting, changed: () => unknown): HTMLLIElement {
  const item = document.createElement('li');
  item.className = 'list-group-item';
  item.dataset['waiting'] = entry.id;
  const words = document.createElement('p');
  words.className = 'mb-1 text-pre-line';
  words.textContent = wordsOf(entry);
  item.append(words, ...remarksOf(entry, changed));
  return item;
}

/** When it was entered, and why it is not stored. */
function remarksOf(entry: Waiting, changed: () => unknown): HTMLElement[] {
  const { kind, refusal, enteredAt } = entry;
  const line = document.createElement('div');
  const when = new Date(enteredAt).toLocaleString('id-ID', { dateStyle: 'medium', timeStyle: 'short' });
  line.className = refusal === undefined ? 'text-secondary' : 'text-danger';
  if (refusal === undefined) {
    line.textContent = `${kind === 'photo' ? 'Foto belum terkirim' : 'Belum terkirim'} · dicatat ${when}`;
    return [line];
  }
  line.textContent = `Tidak dapat disimpan. ${refusal} (Dicatat ${when})`;
  return [line, actionsOf(entry, changed)];
}

/** What can be done with an entry that the server refused. */
export function actionsOf(entry: Waiting, changed: () => unknown): HTMLDivElement {
  const actions = document.createElement('div');
  actions.className = 'btn-list mt-2';
  const text = textOf(entry);
  const file = fileOf(entry);
  if (text) actions.append(copyButton(text));
  if (file) actions.append(fileLink(file));
  actions.append(
    button('Coba kirim lagi', () => retry(entry).then(changed)),
    button('Buang', () => discard(entry.id).then(changed)),
  );
  return actions;
}

function retry(entry: Waiting): Promise<unknown> {
  const again = { ...entry };
  delete again.refusal;
  return keep(again);
}

function button(words: string, press: () => unknown): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'btn';
  made.textContent = words;
  made.addEventListener('click', () => void press());
  return made;
}

function copyButton(text: string): HTMLButtonElement {
  const copy = button('Salin teks', async () => {
    copy.textContent = (await copied(text)) ? 'Tersalin' : 'Pilih teksnya, lalu tekan Ctrl+C';
  });
  return copy;
}

/** The clipboard is there over TLS only, and pages are used in a unit's own network, too. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function fileLink(file: File): HTMLAnchorElement {
  const link = document.createElement('a');
  link.className = 'btn';
  link.textContent = 'Simpan foto';
  link.download = file.name || 'foto.jpg';
  link.href = URL.createObjectURL(file);
  return link;
}
