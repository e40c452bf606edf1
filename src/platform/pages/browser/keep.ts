/**
 * Keeps on the device what is being written in a form of more than two fields. What was typed and not saved, because the
 * line, the session or the tab was lost, is offered again to its writer when the form opens the next time.
 */
import { pagePerson } from './device-person.js';
import { dropText, keepText, textsOf, type KeptText } from './device-texts.js';
import { sendKept } from './send-kept.js';
import { hasRows, isKept, namesIn, typedFields, writtenIn, type TypedField } from './typed-fields.js';

const PAUSE_MS = 500;
const timers = new WeakMap<HTMLFormElement, ReturnType<typeof setTimeout>>();

type Fields = KeptText['fields'];

const isBox = (field: TypedField): field is HTMLInputElement =>
  field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type);

const valuesOf = (form: HTMLFormElement): Fields =>
  hasRows(form)
    ? writtenIn(form)
    : typedFields(form).flatMap((field): Fields => {
        return field.name === '' || (isBox(field) && !field.checked) ? [] : [[field.name, field.value]];
      });

function putBack(form: HTMLFormElement, kept: Fields): void {
  const left = [...kept];
  const take = (name: string): string | undefined => {
    const at = left.findIndex(([each]) => each === name);
    return at < 0 ? undefined : left.splice(at, 1)[0]?.[1];
  };
  for (const field of typedFields(form)) {
    if (isBox(field))
      field.checked = kept.some(([name, value]) => name === field.name && value === field.value);
    else field.value = take(field.name) ?? field.value;
  }
}

/** Which form it is, by where it is sent, what it is about and what it asks. */
const identityOf = (form: HTMLFormElement): string => {
  const place = form.dataset['keep'] || location.pathname;
  const identity = [place, ...(hasRows(form) ? [] : namesIn(form))].join(' ');
  return pagePerson === '' ? fingerprint(identity) : identity;
};

/** Of a form without an account: its address is a secret, which does not stay on the device. */
function fingerprint(text: string): string {
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (const letter of text) {
    low = Math.imul(low ^ (letter.codePointAt(0) ?? 0), 0x01000193);
    high = Math.imul(high ^ low, 0x85ebca6b);
  }
  return `${(low >>> 0).toString(36)}${(high >>> 0).toString(36)}`;
}

const versionOf = (form: HTMLFormElement): string => hiddenValue(form, 'version') ?? '';

/** Key of the rendering; a form with files says it in its address. */
const keyOf = (form: HTMLFormElement): string | null =>
  hiddenValue(form, 'form-key') ??
  new URL(form.getAttribute('action') ?? '', location.href).searchParams.get('form-key');

function hiddenValue(form: HTMLFormElement, name: string): string | null {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement ? field.value : null;
}

function keepNow(form: HTMLFormElement, person: string): void {
  clearTimeout(timers.get(form));
  const key = keyOf(form);
  if (!key) return;
  const title = document.querySelector('h1')?.textContent?.trim() ?? '';
  const [identity, version, fields] = [identityOf(form), versionOf(form), valuesOf(form)];
  const page = person === '' ? '' : location.pathname + location.search;
  keepText({ person, form: identity, version, key, at: Date.now(), title, page, fields });
}

/** Offers what was kept; nothing is overwritten unless it is asked for. */
function offer(form: HTMLFormElement, kept: KeptText, person: string): void {
  const notice = document.createElement('div');
  notice.className = 'alert alert-info d-block';
  notice.setAttribute('role', 'status');
  notice.dataset['keptOffer'] = '';
  const isOlder = kept.version !== versionOf(form);
  notice.append(
    paragraph(`Ada isian yang belum terkirim dari ${whenOf(kept.at)}.`),
    ...(isOlder
      ? [paragraph('Sesudah itu isian ini disimpan lagi. Bandingkan dahulu sebelum menyimpan isian itu.')]
      : []),
    reading(form, kept),
  );
  const restore = button('Pulihkan', 'btn btn-primary', () => {
    if (hasRows(form)) return sendKept(form, kept);
    putBack(form, kept.fields);
    // From now on it is this form's own.
    keepNow(form, person);
    if (kept.key !== keyOf(form)) dropText(kept.key);
    notice.remove();
    form.querySelector<HTMLElement>('textarea, input:not([type=hidden]), select')?.focus();
  });
  const drop = button('Buang', 'btn', () => {
    dropText(kept.key);
    notice.remove();
    form.querySelector<HTMLElement>('textarea, input:not([type=hidden]), select')?.focus();
  });
  const buttons = document.createElement('div');
  buttons.className = 'btn-list';
  buttons.append(restore, drop);
  notice.append(buttons);
  form.before(notice);
}

/** The clock time alone of today, with its date of any other day. */
function whenOf(at: number): string {
  const [then, now] = [new Date(at), new Date()];
  const time = then.toLocaleTimeString('id-ID', { hour: '2-digit', minute: '2-digit' });
  return then.toDateString() === now.toDateString()
    ? time
    : `${then.toLocaleDateString('id-ID', { dateStyle: 'long' })}, ${time}`;
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
function reading(form: HTMLFormElement, { fields }: KeptText): HTMLDetailsElement {
  const details = document.createElement('details');
  details.className = 'mb-2';
  const summary = document.createElement('summary');
  summary.textContent = 'Lihat isinya';
  details.append(summary);
  const isChoice = (name: string): boolean =>
    typedFields(form).some(
      (field) => field.name === name && (isBox(field) || field instanceof HTMLSelectElement),
    );
  const isWritten = ([name, value]: Fields[number]): boolean =>
    value.trim() !== '' && namesIn(form).includes(name) && !isChoice(name);
  for (const [, value] of fields.filter(isWritten)) {
    const text = paragraph(value);
    text.className = 'text-pre-line mb-1';
    details.append(text);
  }
  return details;
}

function start(form: HTMLFormElement, person: string): void {
  const now = JSON.stringify(valuesOf(form));
  // A page that opens without a line is the same rendering each time.
  const isOther = ({ key }: KeptText): boolean => key !== keyOf(form) || form.dataset['entry'] !== undefined;
  const own = textsOf(person).filter((text) => text.form === identityOf(form));
  const latest = own.find((text) => isOther(text) && JSON.stringify(text.fields) !== now);
  if (latest) offer(form, latest, person);
  if (isTouched(form)) keepNow(form, person);
}

/** Whether somebody typed before this module was there. */
const isTouched = (form: HTMLFormElement): boolean =>
  typedFields(form).some((field) => {
    if (field instanceof HTMLSelectElement) return false;
    return isBox(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
  });

/** Parts of a page are replaced by others while it stands, so that the page listens for them. */
function listen(person: string): void {
  const formOf = ({ target }: Event): HTMLFormElement | null => {
    const field = target instanceof Element ? target : null;
    const form = field instanceof HTMLFormElement ? field : ((field as TypedField | null)?.form ?? null);
    return form && isKept(form) ? form : null;
  };
  for (const kind of ['input', 'change']) {
    document.addEventListener(kind, (event) => {
      const form = formOf(event);
      if (!form) return;
      clearTimeout(timers.get(form));
      timers.set(
        form,
        setTimeout(() => keepNow(form, person), PAUSE_MS),
      );
    });
  }
  // It goes when the server tells that it saved this very form.
  document.addEventListener(
    'submit',
    (event) => {
      const form = formOf(event);
      if (form) keepNow(form, person);
    },
    true,
  );
  document.addEventListener('reset', (event) => {
    const form = formOf(event);
    const key = form && keyOf(form);
    if (form && key) {
      clearTimeout(timers.get(form));
      dropText(key);
    }
  });
}

if (pagePerson !== undefined) {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) {
    if (isKept(form)) start(form, pagePerson);
  }
  listen(pagePerson);
}
