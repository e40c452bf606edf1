import { IsIn, IsNotEmpty, IsOptional, IsUUID } from 'class-validator';
import { IsText } from '../../platform/http/fields.js';
import { tappedAttendances, type Attendance } from '../../visits/index.js';
import { EntryBody } from '../use-cases/entry.dto.js';

export class AttendanceForm extends EntryBody {
  @IsUUID()
  participant: string;

  @IsIn(tappedAttendances)
  attendance: Attendance;
}

export class GuestForm extends EntryBody {
  @IsText(200)
  @IsNotEmpty()
  name: string;

  @IsOptional()
  @IsText(200)
  office?: string;

  @IsIn(['guest', 'host', 'invited'])
  side: 'guest' | 'host' | 'invited';
}
