/**
 * Comfort for the agenda's editor: rows are dragged, moved by Alt and the arrow keys, and their times and conflicts
 * follow what is typed. The rules are the server's: every change is asked of the page's own form.
 */
import { ask } from '../../../platform/pages/browser/ask.js';
import { refresh } from '../../../platform/pages/browser/refresh.js';
import { entriesOf } from '../../../platform/pages/browser/typed-fields.js';

interface Drag {
  oldIndex?: number;
  newIndex?: number;
}
declare const Sortable:
  | {
      create(list: Element, options: { handle: string; animation: number; onEnd(drag: Drag): void }): unknown;
    }
  | undefined;

const form = document.querySelector<HTMLFormElement>('#susunan');
const news = document.querySelector('#susunan-kabar');
let isDirty = false;
let latest = 0;

function sortable(): void {
  const list = form?.querySelector('.agenda-rows');
  if (!list || typeof Sortable === 'undefined') return;
  document.documentElement.classList.add('agenda-drags');
  const animation = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150;
  Sortable.create(list, {
    handle: '.agenda-handle',
    animation,
    onEnd({ oldIndex, newIndex }) {
      if (oldIndex === undefined || newIndex === undefined || oldIndex === newIndex) return;
      void act(`tarik:${oldIndex}:${newIndex}`, `sesi-${newIndex}-title`);
    },
  });
}

/** Presses a button of the form without loading the page; the focus goes to whatever the answer calls by that id. */
async function act(action: string, focus: string): Promise<void> {
  if (!form) return;
  const button = document.createElement('button');
  button.name = 'aksi';
  button.value = action;
  isDirty = true;
  latest++;
  if (!(await refresh(form, button))) return;
  const all = document.querySelector<HTMLElement>('#sesi-semua');
  say(all?.dataset['said'] ?? '');
  const wanted = document.getElementById(focus);
  const fallback = document.getElementById('sesi-tambah');
  (wanted instanceof HTMLButtonElement && wanted.disabled
    ? wanted.closest('li')?.querySelector<HTMLElement>('input[name=title]')
    : (wanted ?? fallback)
  )?.focus();
  sortable();
}

function say(text: string): void {
  if (news) news.textContent = text;
}

/** Takes times and conflicts from the server's answer, and leaves the field that somebody is in. */
async function recalculate(): Promise<void> {
  if (!form) return;
  const asked = ++latest;
  const body = new URLSearchParams(entriesOf(form));
  body.append('aksi', 'hitung');
  const { answer } = await ask(form.action, { method: 'POST', body, headers: { accept: 'text/html' } });
  if (!answer) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (asked !== latest) return;
  for (const fresh of page.querySelectorAll('[data-patch]')) patch(fresh);
}

function patch(fresh: Element): void {
  const old = document.getElementById(fresh.id);
  if (!old) return;
  if (!(old instanceof HTMLInputElement && fresh instanceof HTMLInputElement)) {
    old.replaceWith(document.adoptNode(fresh));
    return;
  }
  if (old !== document.activeElement) old.value = fresh.value;
  const invalid = fresh.getAttribute('aria-invalid');
  old.classList.toggle('is-invalid', invalid !== null);
  for (const name of ['aria-invalid', 'aria-describedby']) {
    const value = fresh.getAttribute(name);
    if (value === null) old.removeAttribute(name);
    else old.setAttribute(name, value);
  }
}

/** Where the focus goes after a button or key, by row and what was done. */
function focusAfter(name: string, index: number): string {
  if (name === 'naik') return `sesi-${index - 1}-naik`;
  if (name === 'turun') return `sesi-${index + 1}-turun`;
  if (name === 'hapus') return `sesi-${Math.max(0, index - 1)}-title`;
  return `sesi-${document.querySelectorAll('.agenda-row').length}-title`;
}

form?.addEventListener('click', (event) => {
  const button =
    event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[data-moves]') : null;
  if (!button) return;
  event.preventDefault();
  const [name = '', index = ''] = button.value.split(':');
  void act(button.value, focusAfter(name, Number(index)));
});

form?.addEventListener('keydown', (event) => {
  if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
  const field = event.target instanceof HTMLElement ? event.target : null;
  const row = field?.closest<HTMLElement>('.agenda-row');
  if (!field || !row) return;
  event.preventDefault();
  const index = Number(row.dataset['row']);
  const target = event.key === 'ArrowUp' ? index - 1 : index + 1;
  if (!document.getElementById(`sesi-${target}`)) {
    say('Sesi ini tidak dapat dipindahkan lebih jauh.');
    return;
  }
  const name = event.key === 'ArrowUp' ? 'naik' : 'turun';
  void act(`${name}:${index}`, field.id.replace(/^sesi-\d+/, `sesi-${target}`));
});

// A row that is moved comes anew from the server, and is unfolded as it was.
form?.addEventListener(
  'toggle',
  ({ target }) => {
    const details = target instanceof HTMLDetailsElement ? target : null;
    const open = details?.closest('.agenda-row')?.querySelector<HTMLInputElement>('input[name=open]');
    if (details && open) open.value = details.open ? 'ya' : '';
  },
  true,
);

form?.addEventListener('input', () => {
  isDirty = true;
});
form?.addEventListener('change', (event) => {
  const field = event.target instanceof Element ? event.target : null;
  if (!field?.matches('[data-time], [name=place], [name=persons], [name=speaker]')) return;
  void recalculate();
});

addEventListener('submit', (event) => {
  // One that was stopped, without a line, has saved nothing.
  if (!event.defaultPrevented) isDirty = false;
});
addEventListener('beforeunload', (event) => {
  if (isDirty) event.preventDefault();
});

sortable();
