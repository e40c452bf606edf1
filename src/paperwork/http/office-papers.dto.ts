import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, Min } from 'class-validator';
import { bodyOf } from '../../platform/http/described-body.js';
import { IsCalendarDate, IsNip, IsRank, IsText } from '../../platform/http/fields.js';
import { officeFields } from '../domain/office-fields.js';
import { signerKinds, type SignerKind } from '../domain/signers.js';

export class OfficePapersBody extends bodyOf(officeFields) {
  /** The version the caller saw. */
  @IsInt()
  @Min(1)
  version: number;
}

export class NewSignerBody {
  /** The head, or who acts in the place of one. */
  @IsIn(signerKinds)
  kind: SignerKind;

  @IsText(200)
  @IsNotEmpty()
  name: string;

  /** The post that is signed for, without Plt. or Plh. */
  @IsText(200)
  @IsNotEmpty()
  position: string;

  /** Pangkat and golongan; those that are known are written alike. */
  @IsOptional()
  @IsRank()
  rank?: string | null;

  /** 18 digits; answers show the last three. */
  @IsOptional()
  @IsNip()
  nip?: string | null;

  @IsCalendarDate()
  fromOn: string;

  /** The last date, itself inside; null for a head who has not gone. */
  @IsOptional()
  @IsCalendarDate()
  untilOn?: string | null;
}

export class SignerBody extends NewSignerBody {
  /** The version the caller saw. */
  @IsInt()
  @Min(1)
  version: number;
}

export class SeenVersionQuery {
  /** The version the caller saw. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  version: number;
}
