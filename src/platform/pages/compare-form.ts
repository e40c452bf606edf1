import { parse, type HTMLElement } from 'node-html-parser';

import { ROW, ROW_ID, textsOf, type Body, type Comparison, type TwoVersions } from './two-versions.js';

/** A field of a form as a browser would show it. */
interface Shown {
  name: string;
  label: string;
  values: string[];
  /** What a value is called, of choices. */
  names: ReadonlyMap<string, string>;
}

/**
 * Compares what was typed with the form as it stands on a page that shows what is stored.
 * @param page HTML @param path where the form was sent to; null when no form of the page is sent there
 */
export function compareForm(page: string, path: string, sent: Body): Comparison | null {
  const root = parse(page);
  const goesThere = (address: string | undefined): boolean => address?.replace(/[?#].*/, '') === path;
  const form = root.querySelectorAll('form[data-keep]').find(
    (each) =>
      // One without an address is sent to that of its page.
      !each.hasAttribute('action') ||
      goesThere(each.getAttribute('action')) ||
      each.querySelectorAll('[formaction]').some((button) => goesThere(button.getAttribute('formaction'))),
  );
  if (!form) return null;
  const fields = fieldsOf(form, (control) => control.closest('[data-row]') === null);
  const compared = fields.map((field) => compareField(field, textsOf(sent[field.name])));
  const rowNames = form.getAttribute('data-rows')?.split(' ') ?? [];
  const rows = compareRows(form.querySelectorAll('[data-row]'), rowNames, sent);
  return {
    differing: [...compared.filter(isDifferent), ...rows],
    equal: compared
      .filter((each) => !isDifferent(each))
      .map(({ label, stored }) => ({ label, shown: stored })),
  };
}

const isDifferent = ({ mine, stored }: TwoVersions): boolean => comparable(mine) !== comparable(stored);

/** Lists in any order; a line break is one however it was sent (HTML, section 4.10.21.4). */
const comparable = (texts: readonly string[]): string =>
  JSON.stringify(texts.map((text) => text.replaceAll('\r\n', '\n').trim()).toSorted());

function compareField({ name, label, values, names }: Shown, sent: readonly string[]): TwoVersions {
  const shown = (all: readonly string[]): string[] =>
    all.filter((value) => value.trim() !== '').map((value) => names.get(value) ?? value);
  return { key: name, label, mine: shown(sent), stored: shown(values), values, isStoredFirst: false };
}

/** @param names of all that a row sends */
function compareRows(rows: readonly HTMLElement[], names: readonly string[], sent: Body): TwoVersions[] {
  const shownRows = rows.map((row) => ({ row, id: hiddenOf(row)[ROW_ID] ?? '', fields: fieldsOf(row) }));
  const ids = textsOf(sent[ROW_ID]);
  const standing = shownRows.map(({ row, id, fields }): TwoVersions => {
    const at = ids.indexOf(id);
    const lines = fields.map((field) =>
      compareField(field, at < 0 ? [] : textsOf(textsOf(sent[field.name])[at])),
    );
    const say = (which: 'mine' | 'stored') => linesOf(lines, which);
    const values = Object.fromEntries(fields.map(({ name, values }) => [name, values[0] ?? '']));
    return {
      key: `${ROW}${id}`,
      label: row.querySelector('legend')?.textContent.trim() ?? '',
      mine: at < 0 ? [] : say('mine'),
      stored: say('stored'),
      values: [JSON.stringify({ ...hiddenOf(row), ...values })],
      isStoredFirst: at < 0,
    };
  });
  const known = new Set(shownRows.map(({ id }) => id));
  const gone = ids.flatMap((id, at): TwoVersions[] => {
    if (id === '' || known.has(id)) return [];
    const mine = textsOf(textsOf(sent['title'])[at]);
    const label = `Baris ke-${at + 1}`;
    const values = [JSON.stringify(names)];
    return [{ key: `${ROW}${id}`, label, mine, stored: [], values, isStoredFirst: false }];
  });
  return [...standing.filter(isDifferent), ...gone];
}

const linesOf = (fields: readonly TwoVersions[], which: 'mine' | 'stored'): string[] =>
  fields.flatMap((field) => (field[which].length > 0 ? [`${field.label}: ${field[which].join(', ')}`] : []));

const isHidden = (control: HTMLElement): boolean => control.getAttribute('type') === 'hidden';

function hiddenOf(row: HTMLElement): Record<string, string> {
  const hidden = row.querySelectorAll('input').filter(isHidden);
  return Object.fromEntries(
    hidden.map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']),
  );
}

const SECRET_OR_FILE = ['hidden', 'password', 'file'];

/** The fields in which somebody types and chooses, each name once. */
function fieldsOf(part: HTMLElement, isWanted: (control: HTMLElement) => boolean = () => true): Shown[] {
  const fields = new Map<string, Shown & { names: Map<string, string> }>();
  for (const control of part.querySelectorAll('input, select, textarea').filter(isWanted)) {
    const name = control.getAttribute('name') ?? '';
    if (name === '' || SECRET_OR_FILE.includes(control.getAttribute('type') ?? '')) continue;
    const field = fields.get(name) ?? { name, label: labelOf(part, control), values: [], names: new Map() };
    fields.set(name, field);
    takeControl(part, control, field);
  }
  return [...fields.values()];
}

function takeControl(
  part: HTMLElement,
  control: HTMLElement,
  field: Shown & { names: Map<string, string> },
): void {
  const value = control.getAttribute('value') ?? '';
  if (isBox(control)) {
    field.names.set(value, ownLabelOf(part, control));
    if (control.hasAttribute('checked')) field.values.push(value);
  } else if (control.tagName === 'SELECT') {
    const options = control.querySelectorAll('option');
    for (const option of options)
      field.names.set(option.getAttribute('value') ?? '', option.textContent.trim());
    const chosen = options.find((option) => option.hasAttribute('selected')) ?? options[0];
    field.values.push(chosen?.getAttribute('value') ?? '');
  } else {
    field.values.push(control.tagName === 'TEXTAREA' ? control.textContent : value);
  }
}

const isBox = (control: HTMLElement): boolean =>
  ['checkbox', 'radio'].includes(control.getAttribute('type') ?? '');

/** What a field is called: its label, of several boxes that answer one question their legend. */
function labelOf(part: HTMLElement, control: HTMLElement): string {
  const legend = isBox(control) ? control.closest('fieldset')?.querySelector('legend') : null;
  return legend?.textContent.trim() || ownLabelOf(part, control);
}

function ownLabelOf(part: HTMLElement, control: HTMLElement): string {
  const id = control.getAttribute('id');
  const label =
    (id && part.querySelectorAll('label').find((each) => each.getAttribute('for') === id)) ||
    control.closest('label');
  const words = label ? label.childNodes.filter((node) => !isRemark(node as HTMLElement)) : [];
  return words
    .map(({ textContent }) => textContent)
    .join('')
    .trim();
}

const isRemark = (node: HTMLElement): boolean => /\bform-(?:optional|needed)\b/.test(node.classNames ?? '');
