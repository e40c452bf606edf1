/**
 * Fields of dates, months and clock times (`calendar-fields.tsx`): what was typed is written out as it was understood, or
 * refused beside the field at once, and a button opens a chooser. The server reads the same words by the same rules.
 */
import { isoWeekday } from '../../text/calendar-dates.js';
import { dateWords, weekdays } from '../../text/calendar-words.js';
import { writeTyped } from '../../text/typed-values.js';
import { kindOf, valueOf } from './calendar-values.js';

const fieldOf = (target: EventTarget | null): HTMLInputElement | null =>
  target instanceof HTMLInputElement && target.dataset['calendar'] !== undefined ? target : null;

/** Why a date that can be read is none of those to choose from; null when it is one. */
function outside({ dataset: { earliest, latest } }: HTMLInputElement, value: string): string | null {
  if (earliest !== undefined && value < earliest) return `Paling awal ${dateWords(earliest)}.`;
  return latest !== undefined && value > latest ? `Paling akhir ${dateWords(latest)}.` : null;
}

/** Writes a field's text out, or says why it cannot be read. */
function settle(field: HTMLInputElement): void {
  const reading = valueOf(field);
  const value = reading?.value ?? null;
  if (value !== null) field.value = writeTyped(kindOf(field), value);
  tellRead(field, value);
  // The agenda's editor asks the server what is wrong, and shows it in its own place.
  if (!field.matches('[data-patch]')) {
    tellFault(field, reading === null ? null : value === null ? reading.fault : outside(field, value));
  }
}

const example = new WeakMap<Element, string>();

/** The weekday of a date that was read, in place of the example. */
function tellRead(field: HTMLInputElement, value: string | null): void {
  const line = document.getElementById(`${field.id}-read`);
  if (!line || kindOf(field) !== 'date') return;
  const text = line.textContent;
  if (text.startsWith('Contoh')) example.set(line, text);
  line.textContent =
    value === null
      ? (example.get(line) ?? 'Contoh: 5 Oktober 2025')
      : `Hari ${weekdays[isoWeekday(value) - 1]}`;
}

function tellFault(field: HTMLInputElement, words: string | null): void {
  const id = `${field.id}-fault`;
  const told = document.getElementById(id);
  field.classList.toggle('is-invalid', words !== null);
  const described = (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((each) => each && each !== id);
  if (words === null) {
    field.removeAttribute('aria-invalid');
    told?.remove();
  } else {
    const place = told ?? document.createElement('div');
    Object.assign(place, { id, className: 'invalid-feedback' });
    place.setAttribute('role', 'alert');
    place.textContent = words;
    if (!told) field.closest('.calendar-field')?.after(place);
    field.setAttribute('aria-invalid', 'true');
    described.push(id);
  }
  if (described.length > 0) field.setAttribute('aria-describedby', described.join(' '));
  else field.removeAttribute('aria-describedby');
}

// Before whatever else listens, which then finds what is meant.
document.addEventListener(
  'change',
  ({ target }) => {
    const field = fieldOf(target);
    if (field) settle(field);
  },
  true,
);
// Half a date asks for nothing yet (`refresh.ts`).
document.addEventListener(
  'input',
  ({ target }) => {
    const field = fieldOf(target);
    if (field) field.toggleAttribute('data-unread', valueOf(field)?.value === null);
  },
  true,
);
document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-chooses]') : null;
  const field = button && document.getElementById(button.dataset['chooses'] ?? '');
  if (!button || !(field instanceof HTMLInputElement)) return;
  void import('./calendar-chooser.js').then(({ choose }) => choose(kindOf(field), field, button));
});
document.documentElement.classList.add('reads-dates');
// What was typed while this module was on its way.
for (const field of document.querySelectorAll<HTMLInputElement>('input[data-calendar]')) {
  if (field.value !== field.defaultValue && field !== document.activeElement) settle(field);
}
