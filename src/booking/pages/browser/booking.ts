/**
 * Comfort of the booking form: what is typed is kept in the browser until it is sent, its small buttons work without
 * leaving the place, and typing a time by hand chooses it.
 */
import { pagePerson } from '../../../platform/pages/browser/device-person.js';
import { dropText, keepText, textsOf } from '../../../platform/pages/browser/device-texts.js';
import { refresh } from '../../../platform/pages/browser/refresh.js';
import { sendKept } from '../../../platform/pages/browser/send-kept.js';
import { writtenIn } from '../../../platform/pages/browser/typed-fields.js';

function keep(form: HTMLFormElement, person: string): void {
  const fields = writtenIn(form);
  const key = fields.find(([name]) => name === 'kunci')?.[1];
  const { keep: name = '', telling = '' } = form.dataset;
  const title = document.querySelector('h1')?.textContent ?? '';
  const tells = telling.split(' ');
  if (!key || !fields.some(([each, value]) => tells.includes(each) && value !== '')) return;
  const page = location.pathname;
  if (keepText({ person, form: name, version: '', key, at: Date.now(), title, page, fields })) {
    document.querySelector('[data-kept]')?.removeAttribute('hidden');
  }
}

function offer(form: HTMLFormElement, person: string): void {
  const box = document.querySelector<HTMLElement>('[data-offer]');
  const draft = textsOf(person).find((text) => text.form === form.dataset['keep']);
  if (!box || !draft) return;
  const valueOf = (name: string): string => draft.fields.find(([each]) => each === name)?.[1] ?? '';
  const when = new Date(draft.at).toLocaleString('id-ID', { dateStyle: 'long', timeStyle: 'short' });
  const words = box.querySelector('[data-offer-words]');
  if (words) words.textContent = [valueOf('title'), `terakhir diubah ${when}`].filter(Boolean).join(', ');
  box.hidden = false;
  box.querySelector('[data-offer-take]')?.addEventListener('click', () => sendKept(form, draft));
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
