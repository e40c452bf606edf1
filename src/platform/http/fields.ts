import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsString, Matches, MaxLength, registerDecorator, ValidateIf } from 'class-validator';
import { DateTime } from 'luxon';
import { isDateInRange, isInstantInRange } from '../text/date-range.js';
import { normaliseEmail } from '../text/emails.js';
import { normalisePhone } from '../text/phones.js';

const OFFSET_DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;
// Everything below space but tab, line feed and carriage return; and DEL.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** `each: true` where the property is a list of such values. */
interface Each {
  each: boolean;
}
const once: Each = { each: false };

function rule(name: string, holds: (value: unknown) => boolean, options: Each = once): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: property as string,
      options,
      validator: { validate: holds, defaultMessage: () => name },
    });
  };
}

/** An instant as ISO 8601 with an offset or Z, a real date and not just its shape, within the range of dates. */
export function IsOffsetDateTime(): PropertyDecorator {
  return applyDecorators(
    rule('isOffsetDateTime', isOffsetDateTime),
    rule('isInRange', (value) => !isOffsetDateTime(value) || isKnownInstant(value)),
  );
}

const isKnownInstant = (value: unknown): boolean => isInstantInRange(new Date(value as string));

const isOffsetDateTime = (value: unknown): boolean =>
  typeof value === 'string' &&
  OFFSET_DATE_TIME.test(value) &&
  DateTime.fromISO(value).isValid &&
  // An offset of a day or more passes the line above but gives no Date.
  !Number.isNaN(Date.parse(value));

/** A bound of a period: a calendar date for a whole local day, or an instant. */
export function IsPeriodBound(): PropertyDecorator {
  return applyDecorators(
    rule('isPeriodBound', (value) => isRealDate(value) || isOffsetDateTime(value)),
    rule('isInRange', (value) =>
      isOffsetDateTime(value) ? isKnownInstant(value) : !isRealDate(value) || isDateInRange(value),
    ),
  );
}

/** A date without time, `YYYY-MM-DD`, that exists in the calendar and lies within the range of dates. */
export function IsCalendarDate(): PropertyDecorator {
  return applyDecorators(
    rule('isCalendarDate', isRealDate),
    rule('isInRange', (value) => !isRealDate(value) || isDateInRange(value)),
  );
}

const isRealDate = (value: unknown): boolean =>
  typeof value === 'string' && CALENDAR_DATE.test(value) && DateTime.fromISO(value).isValid;

const trim = (value: unknown): unknown => (typeof value === 'string' ? value.trim() : value);
const trimmed = ({ value }: { value: unknown }): unknown =>
  Array.isArray(value) ? value.map(trim) : trim(value);

/** Text of a form: trimmed, without control characters besides tab and line breaks, at most `max` characters. */
export function IsText(max: number, each: Each = once): PropertyDecorator {
  return applyDecorators(
    Transform(trimmed),
    IsString(each),
    MaxLength(max, each),
    rule('isPlainText', (value) => typeof value !== 'string' || !CONTROL.test(value), each),
  );
}

/** A code of the reference data, such as `rutan-banjarnegara`. */
export function IsCode(each: Each = once): PropertyDecorator {
  return applyDecorators(IsString(each), Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, each), MaxLength(80, each));
}

/** A mail address; blanks around it and capitals are taken. */
export function IsMailAddress(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? (normaliseEmail(value) ?? value) : value,
    ),
    rule('isEmail', (value) => typeof value === 'string' && normaliseEmail(value) !== null),
  );
}

/** A phone number in any way people write it; stored as `+62…` (E.164). */
export function IsPhone(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? (normalisePhone(value) ?? value) : value,
    ),
    rule('isPhone', (value) => typeof value === 'string' && normalisePhone(value) !== null),
  );
}

/** The field may be left out; null is refused like any other wrong value. */
export const MayBeLeftOut = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);
