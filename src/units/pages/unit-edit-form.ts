import { Transform } from 'class-transformer';
import { IsInt, IsLatitude, IsLongitude, IsNotEmpty, IsNumber, IsOptional, Min } from 'class-validator';
import { IsMailAddress, IsPhone, IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { RequestError } from '../../platform/http/request-error.js';
import { readClosedDayLines, readHoursLine } from '../domain/hosting-lines.js';
import type { HostingWindow } from '../domain/hosting-policy.js';
import type { UnitPart } from '../domain/policies.js';
import type { UnitChange } from '../use-cases/change-unit.js';

const number = ({ value }: { value: unknown }): unknown =>
  typeof value !== 'string' ? value : value.trim() === '' ? null : Number(value.replace(',', '.'));
const orNull = ({ value }: { value: unknown }): unknown => (value === '' ? null : value);

export const weekdays = [
  ['senin', 'Senin'],
  ['selasa', 'Selasa'],
  ['rabu', 'Rabu'],
  ['kamis', 'Kamis'],
  ['jumat', 'Jumat'],
  ['sabtu', 'Sabtu'],
  ['minggu', 'Minggu'],
] as const;

/** A unit as its page sends it: the parts that the sender may not change are left out. */
export class UnitEditForm {
  @Transform(number)
  @IsInt()
  @Min(1)
  version: number;

  @MayBeLeftOut()
  @IsText(200)
  @IsNotEmpty()
  name?: string;

  @MayBeLeftOut()
  @IsText(100)
  @IsNotEmpty()
  place?: string;

  /** One a line. */
  @MayBeLeftOut()
  @IsText(2000)
  aliases?: string;

  @IsOptional()
  @Transform(number)
  @IsNumber()
  @IsLatitude()
  latitude?: number | null;

  @IsOptional()
  @Transform(number)
  @IsNumber()
  @IsLongitude()
  longitude?: number | null;

  @Transform(orNull)
  @IsOptional()
  @IsMailAddress()
  email?: string | null;

  @Transform(orNull)
  @IsOptional()
  @IsPhone()
  phone?: string | null;

  @Transform(orNull)
  @IsOptional()
  @IsText(300)
  address?: string | null;

  @MayBeLeftOut()
  @IsText(5)
  open?: string;

  @MayBeLeftOut()
  @Transform(number)
  @IsInt()
  capacity?: number;

  @IsOptional()
  @Transform(number)
  @IsInt()
  largestParty?: number | null;

  @MayBeLeftOut()
  @Transform(number)
  @IsInt()
  shortestNoticeDays?: number;

  @MayBeLeftOut()
  @Transform(number)
  @IsInt()
  longestNoticeDays?: number;

  @IsText(200)
  senin = '';

  @IsText(200)
  selasa = '';

  @IsText(200)
  rabu = '';

  @IsText(200)
  kamis = '';

  @IsText(200)
  jumat = '';

  @IsText(200)
  sabtu = '';

  @IsText(200)
  minggu = '';

  @MayBeLeftOut()
  @IsText(1000)
  identityRule?: string;

  @MayBeLeftOut()
  @IsText(1000)
  phoneRule?: string;

  @MayBeLeftOut()
  @IsText(1000)
  cameraRule?: string;

  @MayBeLeftOut()
  @IsText(50_000)
  closedDays?: string;
}

/**
 * What the form changes of a unit.
 *
 * @throws RequestError `validation-failed` naming each line that cannot be read
 */
export function changeOf(form: UnitEditForm, parts: readonly UnitPart[]): UnitChange {
  const { name, place, latitude, longitude, email, phone, address } = form;
  const aliases = form.aliases
    ?.split(/\r?\n/)
    .map((alias) => alias.trim())
    .filter(Boolean);
  return {
    identity: parts.includes('identity') ? { name, place, latitude, longitude, aliases } : {},
    contact: parts.includes('contact') ? { email, phone, address } : {},
    ...(parts.includes('hosting') ? hostingOf(form) : {}),
  };
}

function hostingOf(form: UnitEditForm): Pick<UnitChange, 'hostingPolicy' | 'closedDays'> {
  const { capacity, largestParty, shortestNoticeDays, longestNoticeDays } = form;
  const { identityRule, phoneRule, cameraRule } = form;
  const faults: { field: string; message: string }[] = [];
  const windows: HostingWindow[] = [];
  for (const [index, [field]] of weekdays.entries()) {
    const read = readHoursLine(form[field], index + 1);
    if (read) windows.push(...read);
    else faults.push({ field, message: 'tulis seperti 08.00–11.30, 13.30–16.00, atau kosongkan' });
  }
  const { days, fault } = readClosedDayLines(form.closedDays ?? '');
  if (fault) faults.push({ field: 'closedDays', message: fault });
  if (faults.length > 0) throw new RequestError('validation-failed', {}, faults);
  return {
    hostingPolicy: {
      ...{ capacity, largestParty, shortestNoticeDays, longestNoticeDays, windows },
      ...{ identityRule, phoneRule, cameraRule, open: form.open === 'ya' },
    },
    closedDays: days,
  };
}
