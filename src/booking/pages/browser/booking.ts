/**
 * Comfort of the booking form: what is typed is kept in the browser until it is sent, its small buttons work without
 * leaving the place, and typing a time by hand chooses it.
 */
import { FORM_PERSON, pagePerson } from '../../../platform/pages/browser/device-person.js';
import { dropText, keepText, textsOf, type KeptText } from '../../../platform/pages/browser/device-texts.js';
import { refresh } from '../../../platform/pages/browser/refresh.js';

/** Only what somebody typed or chose makes a draft worth keeping. */
const telling = ['tuan', 'waktu', 'tanggal', 'judul', 'maksud', 'tempel', 'luar', 'orang', 'nomorSurat'];

/** What was filled in, without what the form says of itself. */
const entriesOf = (form: HTMLFormElement): [string, string][] =>
  [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && !name.startsWith('form-') ? [[name, value]] : [],
  );

function keep(form: HTMLFormElement, person: string): void {
  const fields = entriesOf(form);
  const key = fields.find(([name]) => name === 'kunci')?.[1];
  if (!key || !fields.some(([name, value]) => telling.includes(name) && value !== '')) return;
  const { keep: name = '', keepTitle: title = '' } = form.dataset;
  const page = location.pathname;
  if (keepText({ person, form: name, version: '', key, at: Date.now(), title, page, fields })) {
    document.querySelector('[data-kept]')?.removeAttribute('hidden');
  }
}

/** Sends the kept fields like the form would: the server renders them, so nothing is filled in twice. */
function open({ person, key, fields }: KeptText): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/kunjungan/baru';
  for (const [name, value] of [...fields, [FORM_PERSON, person], ['form-key', key]] as const) {
    const input = document.createElement('textarea');
    input.name = name;
    input.value = value;
    form.append(input);
  }
  form.hidden = true;
  document.body.append(form);
  form.submit();
}

function offer(form: HTMLFormElement, person: string): void {
  const box = document.querySelector<HTMLElement>('[data-offer]');
  const draft = textsOf(person).find((text) => text.form === form.dataset['keep']);
  if (!box || !draft) return;
  const valueOf = (name: string): string => draft.fields.find(([each]) => each === name)?.[1] ?? '';
  const when = new Date(draft.at).toLocaleString('id-ID', { dateStyle: 'long', timeStyle: 'short' });
  const words = box.querySelector('[data-offer-words]');
  if (words) words.textContent = [valueOf('judul'), `terakhir diubah ${when}`].filter(Boolean).join(', ');
  box.hidden = false;
  box.querySelector('[data-offer-take]')?.addEventListener('click', () => open(draft));
  box.querySelector('[data-offer-drop]')?.addEventListener('click', () => {
    dropText(draft.key);
    box.hidden = true;
  });
}

/** Buttons that only show, and Enter, take their parts from the answer and leave everything else where it is. */
function sending(form: HTMLFormElement, event: SubmitEvent): void {
  const button = event.submitter;
  if (!(button instanceof HTMLButtonElement) || !button.matches('[data-look], [data-refreshes]')) return;
  event.preventDefault();
  void refresh(form, button);
}

/** A date or an hour that is typed means a time of one's own. */
function chooseByHand(event: Event): void {
  const field = event.target instanceof Element ? event.target.closest('[data-by-hand] input') : null;
  const choice = document.getElementById('waktu-sendiri');
  if (field && choice instanceof HTMLInputElement) choice.checked = true;
}

function start(form: HTMLFormElement, person: string): void {
  offer(form, person);
  form.addEventListener('input', chooseByHand);
  for (const kind of ['input', 'change']) form.addEventListener(kind, () => keep(form, person));
  form.addEventListener('submit', (event) => {
    keep(form, person);
    sending(form, event);
  });
}

const form = document.querySelector<HTMLFormElement>('form.booking');
if (form && pagePerson) start(form, pagePerson);
