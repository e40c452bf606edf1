import { Transform } from 'class-transformer';
import { IsIn } from 'class-validator';
import { IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { LONGEST_TEXT, marks, type Mark } from '../domain/feedback-form.js';
import type { UncheckedFeedback } from '../use-cases/give-feedback.js';

const asMark = ({ value }: { value: unknown }): unknown =>
  value === undefined || value === '' ? undefined : Number(value);

/** The form as a browser sends it: nothing of a question that was passed over. */
export class FeedbackFormBody {
  @Transform(asMark)
  @MayBeLeftOut()
  @IsIn(marks)
  usefulness?: Mark;

  @Transform(asMark)
  @MayBeLeftOut()
  @IsIn(marks)
  welcome?: Mark;

  @IsText(LONGEST_TEXT)
  toCopy: string;

  @IsText(LONGEST_TEXT)
  toImprove: string;

  @MayBeLeftOut()
  @IsIn(['ya'])
  mayName?: 'ya';
}

export function handedIn({
  usefulness,
  welcome,
  toCopy,
  toImprove,
  mayName,
}: FeedbackFormBody): UncheckedFeedback {
  return {
    usefulness: usefulness ?? null,
    welcome: welcome ?? null,
    toCopy,
    toImprove,
    mayName: mayName === 'ya',
  };
}
