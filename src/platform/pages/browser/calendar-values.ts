import { readTyped, writeTyped, type CalendarKind, type TypedAround } from '../../text/typed-values.js';

/** What kind of value a field of `calendar-fields.tsx` takes. */
export const kindOf = ({ dataset }: HTMLInputElement): CalendarKind => dataset['calendar'] as CalendarKind;

/** What a field's text means; null for nothing. */
export function valueOf(field: HTMLInputElement): ReturnType<typeof readTyped> | null {
  const { today = null, zone = null } = field.dataset;
  const around: TypedAround = { today, zone };
  return field.value.trim() === '' ? null : readTyped(kindOf(field), field.value, around);
}

/** Puts a chosen value into its field, as if it had been typed. */
export function fill(field: HTMLInputElement, value: string): void {
  field.value = writeTyped(kindOf(field), value);
  for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
}
