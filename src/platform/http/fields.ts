import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsObject,
  IsString,
  isUUID,
  Matches,
  MaxLength,
  registerDecorator,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { DateTime } from 'luxon';
import { cleanText, hasControl, isInvisible } from '../text/clean-text.js';
import { isDateInRange, isInstantInRange } from '../text/date-range.js';
import { normaliseEmail } from '../text/emails.js';
import { bareNip, isNip } from '../text/nip.js';
import { normalisePhone } from '../text/phones.js';
import { rankOf } from '../text/ranks.js';
import { normaliseSecureLink, normaliseWebPage } from '../text/web-pages.js';

const OFFSET_DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;

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
    ApiProperty({ format: 'date-time' }),
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
    ApiProperty({ anyOf: [{ format: 'date' }, { format: 'date-time' }] }),
    rule('isPeriodBound', (value) => isRealDate(value) || isOffsetDateTime(value)),
    rule('isInRange', (value) =>
      isOffsetDateTime(value) ? isKnownInstant(value) : !isRealDate(value) || isDateInRange(value),
    ),
  );
}

/** A date without time, `YYYY-MM-DD`, that exists in the calendar and lies within the range of dates. */
export function IsCalendarDate(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ format: 'date' }),
    rule('isCalendarDate', isRealDate),
    rule('isInRange', (value) => !isRealDate(value) || isDateInRange(value)),
  );
}

/** A clock time, `HH:MM`, `00:00` to `23:59`. */
export function IsClock(): PropertyDecorator {
  return rule('isClock', (value) => typeof value === 'string' && CLOCK.test(value));
}

const isRealDate = (value: unknown): boolean =>
  typeof value === 'string' && CALENDAR_DATE.test(value) && DateTime.fromISO(value).isValid;

/** What shows nothing is left as it came, for the rule to refuse. */
const clean = (value: unknown): unknown =>
  typeof value !== 'string' || isInvisible(value) ? value : cleanText(value).trim();
const cleaned = ({ value }: { value: unknown }): unknown =>
  Array.isArray(value) ? value.map(clean) : clean(value);

/**
 * Text of a form, cleaned (`text/clean-text.ts`) and trimmed: no control characters besides tab and line breaks, not made
 * of invisible characters only, at most `max` characters.
 */
export function IsText(max: number, each: Each = once): PropertyDecorator {
  return applyDecorators(
    Transform(cleaned),
    IsString(each),
    MaxLength(max, each),
    rule('isPlainText', (value) => typeof value !== 'string' || !hasControl(value), each),
    rule('isVisible', (value) => typeof value !== 'string' || !isInvisible(value), each),
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

/** A NIP, with blanks, dots or dashes between its 18 digits or without. */
export function IsNip(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? bareNip(value) : value)),
    rule('isNip', (value) => typeof value === 'string' && isNip(value)),
  );
}

/** Pangkat and golongan in any way people write them; those that are known are stored alike (`text/ranks.ts`). */
export function IsRank(): PropertyDecorator {
  return applyDecorators(
    IsText(100),
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && !isInvisible(value) ? rankOf(value) : value,
    ),
  );
}

/** Yes or no in an address: `true` or `false`. */
export function IsFlag(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      value === 'true' || value === 'false' ? value === 'true' : value,
    ),
    IsBoolean(),
  );
}

/** The address of a web page; `https://` may be left out. */
export function IsWebPage(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? (normaliseWebPage(value) ?? value) : value,
    ),
    rule('isUrl', (value) => typeof value === 'string' && normaliseWebPage(value) !== null),
  );
}

/** An address that is called by https alone, such as a video meeting's; `https://` may be left out. */
export function IsSecureLink(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? (normaliseSecureLink(value) ?? value) : value,
    ),
    rule('isSecureLink', (value) => typeof value === 'string' && normaliseSecureLink(value) !== null),
  );
}

/** A postcode of Indonesia, five digits; blanks around them are taken. */
export function IsPostcode(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)),
    rule('isPostcode', (value) => typeof value === 'string' && /^[0-9]{5}$/.test(value)),
  );
}

/** A list of so many objects at the most, each with the fields of a class. */
export const IsListOf = (each: () => new () => object, most: number): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ maxItems: most }),
    Type(each),
    ValidateNested({ each: true }),
    // A list in the list would be looked into, and taken.
    IsObject({ each: true }),
    ArrayMaxSize(most),
    IsArray(),
  );

/** Each of a list is a UUID, or null. */
export const EachUuidOrNull = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({
      type: 'array',
      items: { type: 'string', format: 'uuid', nullable: true },
      required: false,
    }),
    rule('isUuid', (value) => value === null || isUUID(value), { each: true }),
  );

/** The field may be left out; null is refused like any other wrong value. */
export const MayBeLeftOut = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);
