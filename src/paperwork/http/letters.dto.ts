import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Min,
  ValidateNested,
} from 'class-validator';
import { bodyOf } from '../../platform/http/described-body.js';
import { IsCode, IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { detailFields } from '../domain/letter-details.js';
import { letterFields } from '../domain/letter-fields.js';
import {
  letterDirections,
  letterKinds,
  type LetterDirection,
  type LetterKind,
} from '../domain/letter-kinds.js';
import { LONGEST_MINUTES, MOST_MINUTES } from '../domain/session-minutes.js';
import { paperFormats, type PaperFormat } from '../use-cases/take-paper.js';

class LetterBody extends bodyOf(letterFields) {
  /** Whether the office's own counter gives the number, where none is given. */
  @MayBeLeftOut()
  @IsBoolean()
  draws?: boolean;
}

export class NewLetterBody extends LetterBody {
  @IsIn(letterKinds)
  kind: LetterKind;

  /** Sent by the office, or received from outside. */
  @IsIn(letterDirections)
  direction: LetterDirection;

  /** In whose register; the caller's own where it is left out. */
  @MayBeLeftOut()
  @IsCode()
  organisation?: string;
}

export class ChangeLetterBody extends LetterBody {
  /** The version the caller saw. */
  @IsInt()
  @Min(1)
  version: number;

  /** Whether letterhead, signer and party are written down anew, as they are now. */
  @MayBeLeftOut()
  @IsBoolean()
  renews?: boolean;

  /** The file that was made, one of the visit's. */
  @IsOptional()
  @IsUUID()
  generatedFile?: string | null;

  /** The signed copy, one of the visit's files. */
  @IsOptional()
  @IsUUID()
  signedFile?: string | null;
}

/** What the kind of the letter says of itself alone. */
export class LetterDetailsBody extends bodyOf(detailFields) {
  /** The version the caller saw. */
  @IsInt()
  @Min(1)
  version: number;
}

class MinutesBody {
  /** Of the agenda; null for the visit as a whole. */
  @IsOptional()
  @IsUUID()
  session: string | null = null;

  /** What it was called. */
  @IsText(300)
  title: string;

  @IsText(LONGEST_MINUTES)
  said: string;

  @IsText(LONGEST_MINUTES)
  concluded: string;

  @IsText(LONGEST_MINUTES)
  promised: string;
}

/** All minutes of a notula; those that stood are replaced. */
export class LetterMinutesBody {
  /** The version the caller saw. */
  @IsInt()
  @Min(1)
  version: number;

  @IsArray()
  @ArrayMaxSize(MOST_MINUTES)
  @ValidateNested({ each: true })
  @Type(() => MinutesBody)
  items: MinutesBody[];
}

export class SeenLetterBody {
  /** The version the caller saw. */
  @IsInt()
  @Min(1)
  version: number;
}

export class PaperQuery {
  @IsIn(paperFormats)
  format: PaperFormat = 'docx';
}
