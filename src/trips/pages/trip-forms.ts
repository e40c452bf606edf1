import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, Min } from 'class-validator';
import { IsCalendarDate, IsClock, IsCode, IsSecureLink, IsText } from '../../platform/http/fields.js';
import { visitFields, visitModes, type VisitMode } from '../../visits/index.js';
import { MOST_LEGS } from '../domain/trip-rules.js';
import type { TypedLeg } from '../use-cases/look-at-plan.js';

export const kinds = ['study-visit', 'working-visit', 'coordination'] as const;

const asList = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? [value] : value);

/** The numbers of the legs in the form. */
export const legNumbers = Array.from({ length: MOST_LEGS }, (_, index) => index + 1);

/** What a planned trip says; of each leg there are `host-1`, `day-1`, `from-1`, `to-1`, `programs-1` beside. */
export class TripForm {
  @IsText(200)
  @IsNotEmpty()
  title: string;

  @IsText(4000)
  @IsNotEmpty()
  purpose: string;

  @IsIn(kinds)
  kind: (typeof kinds)[number];

  @IsOptional()
  @IsText(60_000)
  tempel?: string;

  /** The button that sent it. */
  @IsOptional()
  @IsText(20)
  langkah?: string;

  [ofLeg: `${'host' | 'day' | 'from' | 'to' | 'mode' | 'link' | 'programs'}-${number}`]:
    string | string[] | undefined;
}

const ofLeg: readonly (readonly [name: string, rules: readonly PropertyDecorator[]])[] = [
  ['host', [IsOptional(), IsText(200)]],
  ['day', [IsOptional(), IsCalendarDate()]],
  ['from', [IsOptional(), IsClock()]],
  ['to', [IsOptional(), IsClock()]],
  ['mode', [IsOptional(), IsIn(Object.keys(visitModes))]],
  ['link', [IsOptional(), IsSecureLink()]],
  ['programs', [IsOptional(), Transform(asList), IsArray(), ArrayMaxSize(20), IsCode({ each: true })]],
];
for (const number of legNumbers) {
  for (const [name, rules] of ofLeg) {
    for (const rule of [...rules].reverse()) rule(TripForm.prototype, `${name}-${number}`);
  }
}

const textOf = (
  form: TripForm,
  name: `${'host' | 'day' | 'from' | 'to' | 'mode' | 'link'}-${number}`,
): string => {
  const value = form[name];
  return typeof value === 'string' ? value : '';
};

/** The legs that were typed, and what is missing of them, by field. */
export function legsOf(form: TripForm): { typed: TypedLeg[]; missing: Record<string, string> } {
  const typed: TypedLeg[] = [];
  const missing: Record<string, string> = {};
  for (const number of legNumbers) {
    const [host, day] = [textOf(form, `host-${number}`), textOf(form, `day-${number}`)];
    const [from, to] = [textOf(form, `from-${number}`), textOf(form, `to-${number}`)];
    if (number > 2 && host.trim() === '' && day === '') continue;
    if (host.trim() === '') missing[`host-${number}`] = 'Isi UPT tujuannya.';
    if (day === '') missing[`day-${number}`] = 'Isi harinya.';
    if (from === '') missing[`from-${number}`] = 'Isi jam mulai.';
    if (to === '') missing[`to-${number}`] = 'Isi jam selesai.';
    if (host.trim() && day && from && to)
      typed.push({ number, host, day, from, to, ...meetingOf(form, number) });
  }
  return { typed, missing };
}

function meetingOf(form: TripForm, number: number): Pick<TypedLeg, 'mode' | 'link'> {
  const mode = textOf(form, `mode-${number}`);
  return {
    mode: mode in visitModes ? (mode as VisitMode) : visitFields.mode.usual,
    link: textOf(form, `link-${number}`) || null,
  };
}

/** The programs of a leg. */
export const programsOf = (form: TripForm, number: number): string[] => {
  const value = form[`programs-${number}`];
  return Array.isArray(value) ? value : [];
};

/** The one party, written anew. */
export class PartyForm {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  version: number;

  @IsOptional()
  @IsText(60_000)
  tempel?: string;
}

/** Which legs are to end. */
export class EndLegsForm {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  version: number;

  @Transform(asList)
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsCode({ each: true })
  singgah?: string[];

  @IsOptional()
  @IsText(2000)
  reason?: string;
}

/** A leg that is added. */
export class AddLegForm {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  version: number;

  @IsText(200)
  @IsNotEmpty()
  host: string;

  @IsCalendarDate()
  day: string;

  @IsClock()
  from: string;

  @IsClock()
  to: string;

  @IsOptional()
  @IsIn(Object.keys(visitModes))
  mode?: VisitMode;

  @IsOptional()
  @IsSecureLink()
  link?: string;
}

export class SubmitForm {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  version: number;
}
