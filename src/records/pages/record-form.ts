import { LONGEST_DAY_LINES } from '../../platform/text/typed-day-hours.js';
import type { Type } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsIn, IsNotEmpty, IsOptional } from 'class-validator';
import { bodyOf } from '../../platform/http/described-body.js';
import { IsCalendarDate, IsClock, IsText } from '../../platform/http/fields.js';
import { readFields } from '../../platform/pages/described-form.js';
import { typed, type SentForm } from '../../platform/pages/forms.js';
import { fieldsNamed } from '../../platform/text/field-description.js';
import { visitFields, visitKinds } from '../../visits/index.js';

/** What of a visit is typed beside its units, time and people; letters stand apart. */
export const contentNames = [
  'title',
  'purpose',
  'topics',
  'mode',
  'meetingLink',
  'place',
  'partySize',
] as const;
export const letterNames = [
  'requestLetterNumber',
  'requestLetterDate',
  'replyLetterNumber',
  'replyLetterDate',
] as const;
const fields = fieldsNamed(visitFields, [...contentNames, ...letterNames, 'programs']);

/** How many promises fit in the form; more are added on the visit's page. */
export const promiseRows = [1, 2, 3] as const;
type Row = (typeof promiseRows)[number];

const noneWhenEmpty = ({ value }: { value: unknown }): unknown => (value === '' ? undefined : value);

const content = () => bodyOf(fields, ['title']);
type Promises = Partial<Record<`what${Row}` | `person${Row}` | `unit${Row}` | `dueOn${Row}`, string>>;

/** What a visit says, and the rows of what was promised, which all are alike. */
function withPromises(): Type<InstanceType<ReturnType<typeof content>> & Promises> {
  const Promised = class extends content() {};
  for (const row of promiseRows) {
    const rules: Record<string, PropertyDecorator[]> = {
      [`what${row}`]: [IsText(2000)],
      [`person${row}`]: [IsText(200)],
      [`unit${row}`]: [IsIn(['guest', 'host'])],
      [`dueOn${row}`]: [IsCalendarDate()],
    };
    for (const [name, checks] of Object.entries(rules)) {
      for (const rule of [...checks, IsOptional(), Transform(noneWhenEmpty)]) rule(Promised.prototype, name);
    }
  }
  return Promised;
}

/** A visit with all that is known of it, in one form. */
export class RecordForm extends withPromises() {
  /** The two units, by name or code. */
  @IsText(200)
  @IsNotEmpty()
  tamu: string;

  @IsText(200)
  @IsNotEmpty()
  tuan: string;

  @IsIn(visitKinds)
  kind: (typeof visitKinds)[number];

  @IsCalendarDate()
  day: string;

  /** The last day, of a visit of several. */
  @Transform(noneWhenEmpty)
  @IsOptional()
  @IsCalendarDate()
  lastDay?: string;

  @IsClock()
  from: string;

  @IsClock()
  to: string;

  /** Days with other hours, a line each. */
  @IsText(LONGEST_DAY_LINES)
  ownHours: string;

  @IsText(40_000)
  guests: string;

  @IsText(40_000)
  hosts: string;

  @IsText(40_000)
  invited: string;

  /** Outside partners that came along, a line each. */
  @IsText(2000)
  mitra: string;

  @IsText(20_000)
  outcomes: string;

  @IsText(20_000)
  decisions: string;

  @IsText(20_000)
  notes: string;

  /** Whether the summary is mailed to everybody. */
  @IsOptional()
  @IsIn(['ya'])
  kirim?: string;
}

/** Texts that a form may leave out. */
const texts = ['ownHours', 'guests', 'hosts', 'invited', 'mitra', 'outcomes', 'decisions', 'notes'] as const;

/** A sent form in the shape of `RecordForm`. */
export function toRecord(sent: SentForm | undefined): SentForm {
  const { partySize, ...read } = readFields(fields, sent, 'commas');
  const blank = Object.fromEntries(texts.map((name) => [name, typed(sent, name)]));
  return { ...read, ...blank, ...(partySize == null ? {} : { partySize }) };
}
