/**
 * Keeps on the device what is being written: `<form data-keep="ringkasan:ID:VERSION">`. What was typed and not sent,
 * because the line or the tab was lost, is offered again when the page opens the next time.
 */

const PREFIX = 'sambang:';
const PAUSE_MS = 500;

type Kept = [name: string, value: string][];

const keyOf = (form: HTMLFormElement): string => PREFIX + (form.dataset['keep'] ?? '');

/** Text of the form's own fields; passwords and hidden fields are never kept. */
function valuesOf(form: HTMLFormElement): Kept {
  return [...form.elements].flatMap((field): Kept => {
    if (field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)
      return [[field.name, field.value]];
    if (!(field instanceof HTMLInputElement) || ['hidden', 'password', 'file'].includes(field.type))
      return [];
    if (field.type === 'checkbox' || field.type === 'radio')
      return field.checked ? [[field.name, field.value]] : [];
    return [[field.name, field.value]];
  });
}

function putBack(form: HTMLFormElement, kept: Kept): void {
  for (const field of form.elements) {
    if (field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) {
      field.value = kept.find(([name]) => name === field.name)?.[1] ?? field.value;
    } else if (field instanceof HTMLInputElement && !['hidden', 'password', 'file'].includes(field.type)) {
      if (field.type === 'checkbox' || field.type === 'radio') {
        field.checked = kept.some(([name, value]) => name === field.name && value === field.value);
      } else field.value = kept.find(([name]) => name === field.name)?.[1] ?? field.value;
    }
  }
}

function read(key: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

/** Offers what was kept; nothing is overwritten unless it is asked for. */
function offer(form: HTMLFormElement, kept: Kept): void {
  const notice = document.createElement('div');
  notice.className = 'alert alert-info d-block';
  notice.setAttribute('role', 'status');
  const words = document.createElement('p');
  words.textContent = 'Di perangkat ini ada tulisan Anda yang belum tersimpan.';
  const restore = document.createElement('button');
  restore.type = 'button';
  restore.className = 'btn btn-primary';
  restore.textContent = 'Pakai tulisan itu';
  restore.addEventListener('click', () => {
    putBack(form, kept);
    notice.remove();
    form.querySelector<HTMLElement>('textarea, input:not([type=hidden])')?.focus();
  });
  const drop = document.createElement('button');
  drop.type = 'button';
  drop.className = 'btn';
  drop.textContent = 'Buang';
  drop.addEventListener('click', () => {
    localStorage.removeItem(keyOf(form));
    notice.remove();
  });
  const buttons = document.createElement('div');
  buttons.className = 'btn-list';
  buttons.append(restore, drop);
  notice.append(words, buttons);
  form.before(notice);
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) {
  const kept = read(keyOf(form));
  if (kept && JSON.stringify(kept) !== JSON.stringify(valuesOf(form))) offer(form, kept);
  let timer: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => localStorage.setItem(keyOf(form), JSON.stringify(valuesOf(form))), PAUSE_MS);
  });
  // An answer came: what was sent is either saved, or stands in the page that came.
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    localStorage.setItem(keyOf(form), JSON.stringify(valuesOf(form)));
  });
}

/** What was kept under an older version of the same thing has been saved since. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) {
  const own = keyOf(form);
  const family = own.replace(/:[^:]*$/, ':');
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(family) && key !== own) localStorage.removeItem(key);
  }
}
