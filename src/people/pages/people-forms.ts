import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsMailAddress, IsText, MayBeLeftOut } from '../../platform/http/fields.js';

const LONGEST_ADDRESS = 254;
/** Bounds the work of hashing; the policy's own limit, in characters, is lower and has a text of its own. */
const LONGEST_PASSWORD_SENT = 1000;

export class SignInForm {
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_ADDRESS)
  email: string;

  /** Not trimmed: blanks belong to a password. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_PASSWORD_SENT)
  password: string;

  /** Where to go on to; checked by `localPath`. */
  @IsOptional()
  @IsString()
  lanjut?: string;

  /** A form that was sent without a session; read by `readKeptForm`. */
  @IsOptional()
  @IsString()
  titipan?: string;
}

export class ForgottenForm {
  @IsMailAddress()
  email: string;
}

export class PasswordForm {
  /** Of the first administrator only. */
  @MayBeLeftOut()
  @IsText(200)
  @IsNotEmpty()
  name?: string;

  /** Of the first administrator only. */
  @MayBeLeftOut()
  @IsMailAddress()
  email?: string;

  /** Not trimmed: blanks belong to a password. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_PASSWORD_SENT)
  password: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_PASSWORD_SENT)
  repeat: string;
}
