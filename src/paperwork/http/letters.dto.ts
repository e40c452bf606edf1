import { IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Min } from 'class-validator';
import { bodyOf } from '../../platform/http/described-body.js';
import { IsCode, MayBeLeftOut } from '../../platform/http/fields.js';
import { letterFields } from '../domain/letter-fields.js';
import {
  letterDirections,
  letterKinds,
  type LetterDirection,
  type LetterKind,
} from '../domain/letter-kinds.js';
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
