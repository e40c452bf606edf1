import type { Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsLatitude,
  IsLongitude,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  Max,
  Min,
} from 'class-validator';
import type { FieldDescription, FieldTable, GivenOf, ValuesOf } from '../text/field-description.js';
import {
  IsCalendarDate,
  IsCode,
  IsMailAddress,
  IsPhone,
  IsPostcode,
  IsSecureLink,
  IsText,
  IsWebPage,
  MayBeLeftOut,
} from './fields.js';

type Body<Fields extends FieldTable, Needed extends keyof Fields> = Omit<GivenOf<Fields>, Needed> &
  Pick<ValuesOf<Fields>, Needed>;

/**
 * The class of a body with these fields: `class ChangeVisitBody extends bodyOf(visitFields) {}`.
 *
 * @param needed fields that have to be there and filled in; all others may be left out
 */
export function bodyOf<Fields extends FieldTable, Needed extends keyof Fields & string = never>(
  fields: Fields,
  needed: readonly Needed[] = [],
): Type<Body<Fields, Needed>> {
  class DescribedBody {}
  for (const [name, field] of Object.entries(fields)) {
    const isNeeded = needed.some((each) => each === name);
    // From the last to the first, as decorators above a property are: the first fault told is the plainest.
    for (const decorate of [documented(field, isNeeded), ...rulesOf(field, isNeeded)].reverse()) {
      decorate(DescribedBody.prototype, name);
    }
  }
  return DescribedBody as Type<Body<Fields, Needed>>;
}

/** What holds of a field that is sent. */
function rulesOf(field: FieldDescription, isNeeded: boolean): PropertyDecorator[] {
  const isText = field.kind === 'text' || field.kind === 'long-text';
  const isFilled = isNeeded || (isText && field.empty === 'refused');
  const rules = [...rulesOfKind(field), ...(isFilled ? [IsNotEmpty()] : [])];
  if (isNeeded) return rules;
  return [field.empty === 'null' ? IsOptional() : MayBeLeftOut(), ...rules];
}

function rulesOfKind(field: FieldDescription): PropertyDecorator[] {
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return [IsText(field.longest)];
    case 'words':
      return [...listOf(field.most), IsText(field.longest, { each: true }), ...distinct(field.isDistinct)];
    case 'codes':
      return [...listOf(field.most), IsCode({ each: true })];
    case 'whole':
      return [IsInt(), ...(field.boundsBy === 'rule' ? [] : [Min(field.least), Max(field.most)])];
    case 'phone':
      return [IsPhone()];
    case 'mail-address':
      return [IsMailAddress()];
    case 'web-page':
      return [IsWebPage()];
    case 'secure-link':
      return [IsSecureLink()];
    case 'choice':
      return [IsIn(Object.keys(field.choices))];
    case 'postcode':
      return [IsPostcode()];
    case 'date':
      return [IsCalendarDate()];
    case 'latitude':
      return [IsNumber(), IsLatitude()];
    case 'longitude':
      return [IsNumber(), IsLongitude()];
    case 'yes-no':
      return [IsBoolean()];
  }
}

const listOf = (most: number): PropertyDecorator[] => [IsArray(), ArrayMaxSize(most)];
const distinct = (isDistinct = false): PropertyDecorator[] =>
  isDistinct ? [ArrayUnique(), IsNotEmpty({ each: true })] : [];

const documented = (field: FieldDescription, isNeeded: boolean): PropertyDecorator =>
  ApiProperty({
    ...schemaOf(field),
    required: isNeeded,
    ...(field.meaning === undefined ? {} : { description: field.meaning }),
    ...(field.empty === 'null' ? { nullable: true } : {}),
  });

interface Schema {
  enum?: string[];
  type: typeof String | typeof Number | typeof Boolean | [typeof String];
  maxItems?: number;
  uniqueItems?: boolean;
  minimum?: number;
  maximum?: number;
}

function schemaOf(field: FieldDescription): Schema {
  switch (field.kind) {
    case 'words':
      return { type: [String], maxItems: field.most, ...(field.isDistinct ? { uniqueItems: true } : {}) };
    case 'codes':
      return { type: [String], maxItems: field.most };
    case 'whole':
      return {
        type: Number,
        ...(field.boundsBy === 'rule' ? {} : { minimum: field.least, maximum: field.most }),
      };
    case 'choice':
      return { type: String, enum: Object.keys(field.choices) };
    case 'latitude':
    case 'longitude':
      return { type: Number };
    case 'yes-no':
      return { type: Boolean };
    case 'text':
    case 'long-text':
    case 'phone':
    case 'mail-address':
    case 'web-page':
    case 'secure-link':
    case 'postcode':
    case 'date':
      return { type: String };
  }
}
