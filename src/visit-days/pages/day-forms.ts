import { IsIn, IsNotEmpty, IsOptional, IsUUID } from 'class-validator';
import { IsOffsetDateTime, IsText } from '../../platform/http/fields.js';

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
}

export const dateOf = (text: string | undefined): Date | undefined => (text ? new Date(text) : undefined);
