import { parse } from 'node-html-parser';
import type request from 'supertest';
import { fill, type FilledForm } from './filled-forms.js';
import { attach, namesOf, typeable, type FormWalk, type Press } from './form-walk.js';
import { formsOf, type FormButton, type PageForm } from './page-forms.js';

/** Whether it changes what several may change. */
export const isVersioned = ({ hidden }: PageForm): boolean => hidden.some(([name]) => name === 'version');

/** The button that stores and does nothing beside. */
export const savingOf = ({ buttons }: PageForm): FormButton | undefined =>
  buttons.find(({ pair }) => ['simpan', 'stay', 'draft'].includes(pair?.[1] ?? '')) ?? buttons[0];

/** What a form says as it stands, with one answer to each choice of two versions. */
function asItStands(form: PageForm, choice?: string): FilledForm['sent'] {
  const sent: FilledForm['sent'] = {};
  const pairs = [
    ...form.hidden,
    ...form.fields
      .filter(
        ({ kind, isTicked, name }) => !(['checkbox', 'radio'].includes(kind) && !isTicked) || name === '',
      )
      .map(({ name, value }) => [name, value] as const),
  ].filter(([name]) => !name.startsWith('ambil:'));
  for (const [name, value] of pairs)
    sent[name] = sent[name] === undefined ? value : [sent[name], value].flat();
  for (const { name } of form.fields.filter(({ name }) => name.startsWith('ambil:')))
    sent[name] = choice ?? '';
  return sent;
}

const distinct = (form: PageForm): string => [...new Set(namesOf(form))].join();

/** A form with files says in its address which rendering it is. */
export const addressOf = ({ action, isMultipart }: PageForm): string =>
  isMultipart ? action.replace(/\?.*/, '') : action;

/** What the form's fields hold as its page opens now. */
export async function standing(walk: FormWalk, one: Press): Promise<{ form: PageForm; values: string }> {
  const like = (form: PageForm) =>
    addressOf(form) === addressOf(one.form) && distinct(form) === distinct(one.form);
  const form = (await walk.open(one.page)).find((each) => like(each) && isVersioned(each));
  if (!form) throw new Error(`${one.name}: its page has no such form any more`);
  const values = typeable(form).map(({ name, value, isTicked }) => `${name}=${value} ${isTicked}`);
  return { form, values: values.join('\n') };
}

/** Sends until it is stored: what it leaves without a time is shown once before. */
async function store(walk: FormWalk, one: Press, sent: FilledForm['sent']): Promise<request.Response> {
  const { pair, action } = one.button;
  const body = { ...sent, ...(pair && { [pair[0]]: pair[1] }) };
  const answer = await attach(walk.post(one.page, action), one.form, body);
  const again = formsOf(answer.text, one.page.path).find((form) => form.action === one.form.action);
  const shown = again?.hidden.find(([name]) => name === 'displaced')?.[1];
  return answer.status === 200 && shown !== undefined
    ? store(walk, one, { ...body, displaced: shown })
    : answer;
}

const TEXTS = ['text', 'textarea', 'tel', 'number'];
/** Lengths of sessions, which would overlap; half of a promise that has no unit. */
const LEFT_ALONE: [route: RegExp, names: string[]][] = [
  [/\/acara$/, ['minutes']],
  [/\/ringkasan$/, ['what', 'person', 'dueOn']],
];

/** The form as it stands with other words in it. */
function reworded(form: PageForm, mark: number): FilledForm['sent'] {
  const { told } = fill(form, mark);
  const words = fill(form, mark).sent;
  const isText = (name: string) =>
    !LEFT_ALONE.some(([route, names]) => route.test(form.action) && names.includes(name)) &&
    told.some((each) => each.name === name) &&
    form.fields.some((field) => field.name === name && TEXTS.includes(field.kind));
  const changed = Object.entries(words).filter(([name]) => isText(name));
  return { ...asItStands(form), ...Object.fromEntries(changed) };
}

const versionOf = (form: PageForm): string => Object.fromEntries(form.hidden)['version'] ?? '';

/** Stores one wording, another over it, then the first again in place of what was read before; what is wrong, or null. */
export async function overtake(walk: FormWalk, one: Press): Promise<unknown> {
  const { form } = await standing(walk, one);
  const mine = reworded(form, 11);
  const first = await store(walk, one, mine);
  if (first.status !== 303) return ['mine was not stored', first.status];
  const afterMine = await standing(walk, one);
  const second = await store(walk, one, reworded(afterMine.form, 21));
  if (second.status !== 303) return ['theirs was not stored', second.status];
  const afterTheirs = await standing(walk, one);
  const old = { ...reworded(afterMine.form, 11), version: versionOf(afterMine.form) };
  for (const [choice, expected] of [
    ['tersimpan', afterTheirs.values],
    ['saya', afterMine.values],
  ] as const) {
    const refused = await store(walk, one, old);
    if (refused.status !== 409) return ['was not refused', refused.status];
    const fault = faultOfBoth(refused.text, afterTheirs.form, old);
    if (fault) return fault;
    const shown = formsOf(refused.text, one.page.path).find(
      (each) => each.action === form.action && isVersioned(each),
    );
    if (!shown) return 'the form is not shown again';
    const taken = await store(walk, one, asItStands(shown, choice));
    if (taken.status !== 303) return [choice, 'was not stored', taken.status];
    const now = await standing(walk, one);
    if (now.values !== expected) return [choice, now.values, expected];
  }
  return null;
}

/** What is missing where two versions are shown; null when each differing field has both and a choice. */
function faultOfBoth(text: string, stored: PageForm, sent: FilledForm['sent']): unknown {
  if (/akan hilang|Muat ulang/.test(text)) return 'asks to begin anew';
  const both = parse(text).querySelector('[data-two-versions]');
  const choices = both?.querySelectorAll('[type=radio]').map((radio) => radio.getAttribute('name')) ?? [];
  const words = both?.textContent ?? '';
  const before = asItStands(stored);
  const differing = typeable(stored)
    .filter(({ name, kind }) => TEXTS.includes(kind) && `${before[name]}` !== `${sent[name]}`)
    .map(({ name }) => name);
  if (differing.length === 0) return 'nothing differs';
  return differing.find((name) => {
    const isRow = Array.isArray(before[name]);
    const values = [before[name], sent[name]].flat().map((value) => (value ?? '').split('\n')[0] ?? '');
    return !(isRow || choices.includes(`ambil:${name}`)) || values.some((value) => !words.includes(value));
  });
}
