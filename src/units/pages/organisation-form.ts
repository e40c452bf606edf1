import { IsIn, IsInt, IsOptional, Min } from 'class-validator';
import { Transform } from 'class-transformer';
import { bodyOf } from '../../platform/http/described-body.js';
import { IsCode } from '../../platform/http/fields.js';
import { readFields } from '../../platform/pages/described-form.js';
import type { SentForm } from '../../platform/pages/forms.js';
import { zoneNames, type Zone } from '../../platform/text/zones.js';
import { organisationFields } from '../domain/organisation-fields.js';
import { kindsWith, type OrganisationKind } from '../domain/organisation-kinds.js';

const asNumber = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && value !== '' ? Number(value) : value;

/** An organisation as its page sends it, read by `readOrganisation`. */
export class OrganisationForm extends bodyOf(organisationFields, ['name']) {
  /** Of a new one. */
  @IsOptional()
  @IsIn(kindsWith('isKept'))
  kind?: OrganisationKind;

  @IsIn(zoneNames)
  timeZone: Zone;

  /** The version that was shown, of one that is there. */
  @Transform(asNumber)
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number;
}

export class MergeForm {
  /** The partner that stays. */
  @IsCode()
  into: string;

  @Transform(asNumber)
  @IsInt()
  @Min(1)
  version: number;
}

/** What was sent, in the shape of `OrganisationForm`. */
export const readOrganisation = (sent: SentForm | undefined): SentForm =>
  readFields(organisationFields, sent);
