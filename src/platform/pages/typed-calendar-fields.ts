import { getMetadataStorage } from 'class-validator';
import type { FieldFault } from '../errors/app-error.js';
import { RequestError } from '../http/request-error.js';
import type { FaultWords } from '../http/validation.js';
import { readTyped, type CalendarKind, type TypedAround } from '../text/typed-values.js';

/** The rules of `http/fields.ts` whose values a form sends as people type them. */
const kindsByRule: Readonly<Record<string, CalendarKind>> = { isCalendarDate: 'date', isClock: 'time' };

const kindOf = (rule: string | undefined): CalendarKind | undefined =>
  rule !== undefined && Object.hasOwn(kindsByRule, rule) ? kindsByRule[rule] : undefined;

/** A sent form with its dates and clock times as its shape has them; what cannot be read is left as it was typed. */
export function readCalendar(
  shape: new () => object,
  sent: Readonly<Record<string, unknown>>,
  around: TypedAround,
): Record<string, unknown> {
  const read = getMetadataStorage()
    .getTargetValidationMetadatas(shape, '', false, false)
    .flatMap(({ name, propertyName }): [string, unknown][] => {
      const kind = kindOf(name);
      const text = Object.hasOwn(sent, propertyName) ? sent[propertyName] : undefined;
      if (kind === undefined || typeof text !== 'string') return [];
      return [[propertyName, readTyped(kind, text, around).value ?? text]];
    });
  return { ...sent, ...Object.fromEntries(read) };
}

/** Says of what could not be read how it is written. */
export const wordsOfUnread =
  (around: TypedAround): FaultWords =>
  (constraint, value) => {
    const kind = kindOf(constraint);
    return kind && (readTyped(kind, typeof value === 'string' ? value : '', around).fault ?? undefined);
  };

/** What a filter was asked for: the value, or what was typed and why it cannot be read. */
export interface AskedCalendar {
  text: string;
  /** Undefined where nothing was asked for, or where it cannot be read. */
  value: string | undefined;
  fault: string | null;
}

/** Reads a date or month of a page's address, which links write in ISO 8601 and people as they type. */
export function askedCalendar(
  kind: 'date' | 'month',
  text: string | undefined,
  today: string,
): AskedCalendar {
  if (text === undefined || text.trim() === '') return { text: '', value: undefined, fault: null };
  const { value, fault } = readTyped(kind, text, { today });
  return { text, value: value ?? undefined, fault };
}

/** The faults of a filter's fields, by their names; null where there is none. */
export function askedFaults(
  asked: Readonly<Record<string, AskedCalendar>>,
): { fields: Readonly<Record<string, string>> } | null {
  const unread = unreadOf(asked);
  if (unread.length === 0) return null;
  return { fields: Object.fromEntries(unread.map(({ field, message }) => [field, message])) };
}

/**
 * Refuses what could not be read, for a file, in which nothing beside the rows would say so.
 *
 * @throws RequestError `validation-failed`
 */
export function assertRead(asked: Readonly<Record<string, AskedCalendar>>): void {
  const unread = unreadOf(asked);
  if (unread.length > 0) throw new RequestError('validation-failed', {}, unread);
}

const unreadOf = (asked: Readonly<Record<string, AskedCalendar>>): FieldFault[] =>
  Object.entries(asked).flatMap(([field, { fault }]) => (fault === null ? [] : [{ field, message: fault }]));
