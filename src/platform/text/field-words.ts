import { formatCalendarDate } from './dates.js';
import type { FieldDescription } from './field-description.js';

/** A field's value as it is read: lists with semicolons, dates in words, numbers with what they count; empty for none. */
export function fieldWords(field: FieldDescription, value: unknown): string {
  if (Array.isArray(value)) return value.join('; ');
  if (typeof value === 'number') return 'unit' in field ? `${value} ${field.unit}` : String(value);
  if (typeof value !== 'string') return '';
  if (field.kind === 'choice') return field.choices[value] ?? '';
  return field.kind === 'date' ? formatCalendarDate(value) : value;
}
