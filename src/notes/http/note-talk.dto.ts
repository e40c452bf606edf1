import { Transform } from 'class-transformer';
import { IsIn, MinLength } from 'class-validator';
import { IsCalendarDate, IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { commentKinds, type CommentKind } from '../domain/comment-kinds.js';

const trimmed = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.trim() : value;

/** What somebody asks or says about a note. */
export class NoteCommentBody {
  @IsIn(commentKinds)
  kind: CommentKind;

  @Transform(trimmed)
  @IsText(4_000)
  @MinLength(1, { message: 'mohon tuliskan isinya' })
  body: string;
}

export class NoteAnswerBody {
  @Transform(trimmed)
  @IsText(4_000)
  @MinLength(1, { message: 'mohon tuliskan jawabannya' })
  answer: string;
}

export class NoteUseBody {
  /** Calendar date; today where it is left out. */
  @MayBeLeftOut()
  @IsCalendarDate()
  since?: string;
}
