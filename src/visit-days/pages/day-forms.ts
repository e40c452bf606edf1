import { IsIn, IsNotEmpty, IsOptional, IsUUID } from 'class-validator';
import { IsOffsetDateTime, IsText } from '../../platform/http/fields.js';
import { NoteBody, PhotoFields } from '../use-cases/entry.dto.js';

/** A note as the page sends it: with whoever entered it, who may have signed out since. */
export class NoteForm extends NoteBody {
  @IsOptional()
  @IsUUID()
  person?: string;
}

export class PhotoFieldsForm extends PhotoFields {
  @IsOptional()
  @IsUUID()
  person?: string;
}

export class AttendanceForm {
  @IsUUID()
  participant: string;

  @IsIn(['present', 'absent'])
  attendance: 'present' | 'absent';

  @IsOptional()
  @IsOffsetDateTime()
  enteredAt?: string;

  @IsOptional()
  @IsUUID()
  id?: string;

  @IsOptional()
  @IsUUID()
  person?: string;
}

export class GuestForm {
  @IsOptional()
  @IsUUID()
  id?: string;

  @IsText(200)
  @IsNotEmpty()
  name: string;

  @IsOptional()
  @IsText(200)
  office?: string;

  @IsIn(['guest', 'host', 'invited'])
  side: 'guest' | 'host' | 'invited';

  @IsOptional()
  @IsOffsetDateTime()
  enteredAt?: string;

  @IsOptional()
  @IsUUID()
  person?: string;
}

export const dateOf = (text: string | undefined): Date | undefined => (text ? new Date(text) : undefined);
