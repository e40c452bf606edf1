/**
 * Keeps on the device what is being written in `<form data-keep="what it is">`. What was typed and not saved, because the
 * line, the session or the tab was lost, is offered again to its writer when the page opens the next time.
 */
import { pagePerson } from './device-person.js';
import { dropText, keepText, textsOf, type KeptText } from './device-texts.js';

const PAUSE_MS = 500;

type Fields = KeptText['fields'];
type TypedField = HTMLTextAreaElement | HTMLSelectElement | HTMLInputElement;

const isBox = (field: TypedField): field is HTMLInputElement =>
  field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type);

/** The form's own fields; passwords and hidden fields are never kept. */
const typedFields = (form: HTMLFormElement): TypedField[] =>
  [...form.elements].filter(
    (field): field is TypedField =>
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement ||
      (field instanceof HTMLInputElement && !['hidden', 'password', 'file'].includes(field.type)),
  );

const valuesOf = (form: HTMLFormElement): Fields =>
  typedFields(form).flatMap((field): Fields => {
    return isBox(field) && !field.checked ? [] : [[field.name, field.value]];
  });

function putBack(form: HTMLFormElement, kept: Fields): void {
  for (const field of typedFields(form)) {
    const values = kept.filter(([name]) => name === field.name).map(([, value]) => value);
    if (isBox(field)) field.checked = values.includes(field.value);
    else field.value = values[0] ?? field.value;
  }
}

function keepNow(form: HTMLFormElement, person: string): void {
  const key = keyOf(form);
  const { keep = '', keepVersion: version = '', keepTitle: title = '' } = form.dataset;
  if (!key) return;
  const fields = valuesOf(form);
  keepText({ person, form: keep, version, key, at: Date.now(), title, page: location.pathname, fields });
}

function keyOf(form: HTMLFormElement): string | null {
  const field = form.elements.namedItem('form-key');
  return field instanceof HTMLInputElement ? field.value : null;
}

/** Offers what was kept; nothing is overwritten unless it is asked for. */
function offer(form: HTMLFormElement, kept: KeptText): void {
  const notice = document.createElement('div');
  notice.className = 'alert alert-info d-block';
  notice.setAttribute('role', 'status');
  const when = new Date(kept.at).toLocaleString('id-ID', { dateStyle: 'long', timeStyle: 'short' });
  const isOlder = kept.version !== (form.dataset['keepVersion'] ?? '');
  notice.append(
    paragraph(`Di perangkat ini ada tulisan Anda yang belum tersimpan, dari ${when}.`),
    ...(isOlder
      ? [paragraph('Sesudah itu isian ini disimpan lagi. Bandingkan dahulu sebelum menyimpan tulisan itu.')]
      : []),
    reading(kept),
  );
  const restore = button('Pakai tulisan itu', 'btn btn-primary', () => {
    putBack(form, kept.fields);
    // From now on it is this form's own.
    if (pagePerson) keepNow(form, pagePerson);
    dropText(kept.key);
    notice.remove();
    form.querySelector<HTMLElement>('textarea, input:not([type=hidden])')?.focus();
  });
  const drop = button('Buang', 'btn', () => {
    dropText(kept.key);
    notice.remove();
  });
  const buttons = document.createElement('div');
  buttons.className = 'btn-list';
  buttons.append(restore, drop);
  notice.append(buttons);
  form.before(notice);
}

function paragraph(words: string): HTMLParagraphElement {
  const element = document.createElement('p');
  element.textContent = words;
  return element;
}

function button(words: string, className: string, press: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  element.textContent = words;
  element.addEventListener('click', press);
  return element;
}

/** What was written, to read before it is taken or thrown away. */
function reading({ fields }: KeptText): HTMLDetailsElement {
  const details = document.createElement('details');
  details.className = 'mb-2';
  const summary = document.createElement('summary');
  summary.textContent = 'Lihat tulisannya';
  details.append(summary);
  for (const [, value] of fields.filter(([, each]) => /\s/.test(each.trim()))) {
    const text = paragraph(value);
    text.className = 'text-pre-line mb-1';
    details.append(text);
  }
  return details;
}

function start(form: HTMLFormElement, person: string): void {
  const now = JSON.stringify(valuesOf(form));
  const own = textsOf(person).filter((text) => text.form === form.dataset['keep']);
  const [latest] = own.filter((text) => text.key !== keyOf(form) && JSON.stringify(text.fields) !== now);
  if (latest) offer(form, latest);
  let timer: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => keepNow(form, person), PAUSE_MS);
  });
  // It goes when the server tells that it saved this very form.
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    keepNow(form, person);
  });
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) {
  if (pagePerson) start(form, pagePerson);
}
