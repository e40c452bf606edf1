import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, Min } from 'class-validator';
import { IsCalendarDate, IsClock, IsCode, IsText } from '../../platform/http/fields.js';
import { AcceptanceForm } from '../../visits/index.js';
import type { Zone } from '../../platform/text/zones.js';
import { instantAt } from '../../platform/text/instant-at.js';

const asList = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? [value] : value);

/** A step on the dates that are ticked. */
export class TickedForm extends AcceptanceForm {
  /** The version the page showed. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  version: number;

  @Transform(asList)
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(60)
  @IsCode({ each: true })
  tanggal?: string[];

  @IsOptional()
  @IsText(2000)
  reason?: string;
}

export const reaches = ['ini', 'sesudahnya'] as const;

/** A step on one date, or on it and those after it. */
export class OneDateForm {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  version: number;

  @IsIn(reaches)
  jangkauan: (typeof reaches)[number];

  @IsOptional()
  @IsText(2000)
  reason?: string;

  @IsOptional()
  @IsCalendarDate()
  day?: string;

  @IsOptional()
  @IsClock()
  from?: string;

  @IsOptional()
  @IsClock()
  to?: string;
}

/** The time that a form gives, on the host's clock; null while any of it is missing. */
export function timeOf({ day, from, to }: OneDateForm, zone: Zone): { startsAt: Date; endsAt: Date } | null {
  if (!day || !from || !to) return null;
  const at = (clock: string): Date => instantAt(day, clock, zone);
  return { startsAt: at(from), endsAt: at(to) };
}
