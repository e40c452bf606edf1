import { ArrayMaxSize, IsArray, IsInt, IsNotEmpty, IsOptional, Max, Min } from 'class-validator';
import {
  IsCalendarDate,
  IsCode,
  IsMailAddress,
  IsPhone,
  IsText,
  MayBeLeftOut,
} from '../../platform/http/fields.js';

/** The descriptive fields of a visit, all optional: for a change. */
export class VisitDetailsBody {
  @MayBeLeftOut()
  @IsText(200)
  @IsNotEmpty()
  title?: string;

  @MayBeLeftOut()
  @IsText(4000)
  purpose?: string;

  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(20)
  @IsText(100, { each: true })
  topics?: string[];

  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(20)
  @IsCode({ each: true })
  programs?: string[];

  @MayBeLeftOut()
  @IsText(300)
  place?: string;

  @MayBeLeftOut()
  @IsText(200)
  contactName?: string;

  @IsOptional()
  @IsPhone()
  contactPhone?: string | null;

  @IsOptional()
  @IsMailAddress()
  contactEmail?: string | null;

  /** Size of the guest's party; without it the number of participants on the guest's side. */
  @MayBeLeftOut()
  @IsInt()
  @Min(1)
  @Max(1000)
  partySize?: number;

  @IsOptional()
  @IsText(100)
  requestLetterNumber?: string | null;

  @IsOptional()
  @IsCalendarDate()
  requestLetterDate?: string | null;

  @IsOptional()
  @IsText(100)
  replyLetterNumber?: string | null;

  @IsOptional()
  @IsCalendarDate()
  replyLetterDate?: string | null;

  @IsOptional()
  @IsText(100)
  assignmentLetterNumber?: string | null;

  @IsOptional()
  @IsCalendarDate()
  assignmentLetterDate?: string | null;
}
