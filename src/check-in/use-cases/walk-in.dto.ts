import { IsIn, IsNotEmpty, IsOptional, IsUUID } from 'class-validator';
import { IsMailAddress, IsOffsetDateTime, IsPhone, IsText } from '../../platform/http/fields.js';

/** What every form at the door carries. */
export class DoorForm {
  /** Made by the device; sent again it is the same. */
  @IsUUID()
  id: string;

  /** The scan. */
  @IsText(80)
  session: string;

  /** By the telephone's clock, as every entry says it; the scan is what counts. */
  @IsOptional()
  @IsOffsetDateTime()
  enteredAt?: string;

  @IsOptional()
  @IsOffsetDateTime()
  sentAt?: string;
}

/** Somebody who came unasked; one way at least by which the person is reached. */
export class WalkInForm extends DoorForm {
  @IsText(200)
  @IsNotEmpty()
  name: string;

  @IsText(200)
  @IsNotEmpty()
  office: string;

  @IsIn(['guest', 'host', 'invited'])
  side: 'guest' | 'host' | 'invited';

  @IsOptional()
  @IsPhone()
  phone?: string | null;

  @IsOptional()
  @IsMailAddress()
  email?: string | null;
}
