import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsCalendarDate, IsCode, IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { RequestError } from '../../platform/http/request-error.js';
import { filled, typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { zoneNames, type Zone } from '../../platform/text/zones.js';
import { unknownUnitWords, type FoundUnit, type KnownUnit } from '../../units/index.js';
import {
  unitChangeKinds,
  unitChangeSteps,
  type GivenUnitChange,
  type UnitChangeKind,
  type UnitChangeVerb,
} from '../domain/unit-change.js';

/** How many new units a form has room for. */
export const openedRows: Readonly<Record<UnitChangeKind, number>> = {
  opened: 1,
  split: 2,
  closed: 0,
  merged: 0,
  renamed: 0,
};

export const openedFields = ['code', 'name', 'type', 'class', 'place', 'regionalOffice', 'timeZone'] as const;
export const rowField = (row: number, field: (typeof openedFields)[number]): string => `baru-${row}-${field}`;

class OpenedForm {
  @IsCode()
  code: string;

  @IsText(200)
  @IsNotEmpty()
  name: string;

  @IsCode()
  type: string;

  @IsOptional()
  @IsText(20)
  class?: string;

  @IsText(100)
  @IsNotEmpty()
  place: string;

  @IsCode()
  regionalOffice: string;

  @IsIn(zoneNames)
  timeZone: Zone;
}

/** A new change as its page sends it, read by `readChange`; units stand in it by their names. */
export class ChangeForm {
  @IsIn(unitChangeKinds)
  kind: UnitChangeKind;

  @IsCalendarDate()
  effectiveOn: string;

  @MayBeLeftOut()
  @IsText(200)
  unit?: string;

  @MayBeLeftOut()
  @IsText(200)
  successor?: string;

  @MayBeLeftOut()
  @IsText(200)
  name?: string;

  @MayBeLeftOut()
  @IsCode()
  type?: string;

  @MayBeLeftOut()
  @IsText(20)
  class?: string;

  @IsArray()
  @ArrayMaxSize(4)
  @ValidateNested({ each: true })
  @Type(() => OpenedForm)
  opens: OpenedForm[] = [];

  @MayBeLeftOut()
  @IsText(10)
  endsOrigin?: string;

  @MayBeLeftOut()
  @IsText(10)
  callsOff?: string;

  @MayBeLeftOut()
  @IsText(10)
  movesPeople?: string;

  @MayBeLeftOut()
  @IsText(100)
  decree?: string;

  @IsText(1000)
  @IsNotEmpty()
  reason: string;

  /** Ids of the visits that were shown, with blanks between them. */
  @MayBeLeftOut()
  @IsText(50_000)
  seen?: string;
}

/** What was sent, in the shape of `ChangeForm`: of the new units those of which something was typed. */
export function readChange(sent: SentForm = {}): SentForm {
  const kind = unitChangeKinds.find((each) => each === sent['kind']);
  const rows = Array.from({ length: kind ? openedRows[kind] : 0 }, (_, row) =>
    Object.fromEntries(openedFields.map((field) => [field, typed(sent, rowField(row, field)).trim()])),
  );
  const isTyped = ({ code = '', name = '', place = '' }: Record<string, string>): boolean =>
    `${code}${name}${place}` !== '';
  const rest = Object.fromEntries(Object.entries(sent).filter(([name]) => !name.startsWith('baru-')));
  return { ...filled(rest), opens: rows.filter((row, index) => index === 0 || isTyped(row)).map(filled) };
}

type Finder = (typed: string) => FoundUnit<KnownUnit>;

/**
 * The change that a form writes down.
 *
 * @throws RequestError `validation-failed` naming each unit that is not known
 */
export function changeOf(form: ChangeForm, find: Finder): GivenUnitChange {
  const faults: { field: string; message: string }[] = [];
  const codeOf = (field: 'unit' | 'successor', isNeeded: boolean): string | null => {
    const text = form[field] ?? '';
    if (!isNeeded) return null;
    const found = find(text);
    if (found.unit === null)
      faults.push({ field, message: text === '' ? 'mohon diisi' : unknownUnitWords(text, found.meant) });
    return found.unit?.code ?? null;
  };
  const { kind, effectiveOn, reason, decree = '' } = form;
  const isRenamed = kind === 'renamed';
  const change: GivenUnitChange = {
    ...{ kind, effectiveOn, reason, decree },
    unit: codeOf('unit', kind !== 'opened'),
    successor: codeOf('successor', kind === 'merged'),
    name: isRenamed ? (form.name ?? null) : null,
    type: isRenamed ? (form.type ?? null) : null,
    class: isRenamed ? form.class : null,
    opens: form.opens.map((unit) => ({ ...unit, class: unit.class ?? null })),
    endsOrigin: kind === 'split' && form.endsOrigin !== undefined,
    callsOff: form.callsOff !== undefined,
    movesPeople: kind === 'merged' && form.movesPeople !== undefined,
  };
  if (faults.length > 0) throw new RequestError('validation-failed', {}, faults);
  return change;
}

/** Faults of new units are told at `opens.0.code`; the form's field is `baru-0-code`. */
export function atRows(faults: FormFaults): FormFaults {
  const fields = Object.entries(faults.fields).map(([field, text]) => [
    field.replace(/^opens\.(\d+)\./, 'baru-$1-').replace(/^opens$/, 'baru-0-code'),
    text,
  ]);
  return { ...faults, fields: Object.fromEntries(fields) as Record<string, string> };
}

const verbs = Object.keys(unitChangeSteps) as UnitChangeVerb[];

/** What is decided about a change, as its page sends it. */
export class DecisionForm {
  @IsInt()
  @Min(1)
  version: number;

  @IsIn(verbs)
  verb: UnitChangeVerb;

  @MayBeLeftOut()
  @IsText(1000)
  reason?: string;

  @MayBeLeftOut()
  @IsText(50_000)
  seen?: string;
}

export const readDecision = (sent: SentForm = {}): SentForm => ({
  ...filled(sent),
  version: Number(typed(sent, 'version')),
});
