import { IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, Min, ValidateNested } from 'class-validator';
import { bodyOf } from '../../platform/http/described-body.js';
import { IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { RequestError } from '../../platform/http/request-error.js';
import { readFields } from '../../platform/pages/described-form.js';
import { typed, type SentForm } from '../../platform/pages/forms.js';
import { valuesIn } from '../../platform/text/field-description.js';
import { readClosedDayLines } from '../domain/hosting-lines.js';
import type { UnitPart } from '../domain/policies.js';
import { unitContactFields, hostingFields, identityFields, unitFields } from '../domain/unit-fields.js';
import { visitKinds } from '../domain/visit-kinds.js';
import { shownIn } from './displaced-card.js';
import { KindForm, kindRulesOf, readKinds } from './kind-form.js';
import { readWeek, WeekForm } from './week-form.js';
import type { UnitChange } from '../use-cases/change-unit.js';

const formFields = { ...unitFields, ...hostingFields };

/** A unit as its page sends it, read by `readUnit`: the parts that the sender may not change are left out. */
export class UnitEditForm extends IntersectionType(WeekForm, bodyOf(formFields)) {
  @IsInt()
  @Min(1)
  version: number;

  @MayBeLeftOut()
  @IsText(50_000)
  closedDays?: string;

  @IsArray()
  @ArrayMaxSize(visitKinds.length)
  @ValidateNested({ each: true })
  @Type(() => KindForm)
  kinds: KindForm[] = [];

  /** Ids of the displaced visits that were shown before saving all the same. */
  @MayBeLeftOut()
  @IsText(20_000)
  displaced?: string;
}

/** What was sent, in the shape of `UnitEditForm`. */
export function readUnit(sent: SentForm = {}): SentForm {
  const { kinds, rest } = readKinds(sent);
  return { ...readFields(formFields, rest), version: Number(typed(sent, 'version')), kinds };
}

/**
 * What the form changes of a unit.
 *
 * @throws RequestError `validation-failed` naming each line that cannot be read
 */
export function unitChangeOf(form: UnitEditForm, parts: readonly UnitPart[]): UnitChange {
  return {
    identity: parts.includes('identity') ? valuesIn(identityFields, form) : {},
    contact: parts.includes('contact') ? valuesIn(unitContactFields, form) : {},
    ...(parts.includes('hosting') ? hostingOf(form) : {}),
    displaced: shownIn(form.displaced ?? ''),
  };
}

function hostingOf(form: UnitEditForm): Pick<UnitChange, 'hostingPolicy' | 'closedDays' | 'kinds'> {
  const { windows, faults } = readWeek(form);
  const { days, fault } = readClosedDayLines(form.closedDays ?? '');
  if (fault) faults.push({ field: 'closedDays', message: fault });
  const { kinds, faults: kindFaults } = kindRulesOf(form.kinds);
  faults.push(...kindFaults);
  if (faults.length > 0) throw new RequestError('validation-failed', {}, faults);
  return {
    hostingPolicy: { ...valuesIn(hostingFields, form), windows },
    closedDays: days,
    ...(form.kinds.length > 0 ? { kinds } : {}),
  };
}
