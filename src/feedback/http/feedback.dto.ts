import { IsBoolean, IsIn } from 'class-validator';
import { IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { LONGEST_TEXT, marks, type Feedback, type Mark } from '../domain/feedback-form.js';

export class FeedbackBody {
  /** 1 (of no use) to 5 (of great use). */
  @IsIn(marks)
  usefulness: Mark;

  /** 1 to 5; asked of guests and invited people, ignored from the host's own. */
  @MayBeLeftOut()
  @IsIn(marks)
  welcome?: Mark;

  /** What is worth copying. */
  @MayBeLeftOut()
  @IsText(LONGEST_TEXT)
  toCopy?: string;

  @MayBeLeftOut()
  @IsText(LONGEST_TEXT)
  toImprove?: string;

  /** Whether the name may stand beside what was said; without it, it does not. */
  @MayBeLeftOut()
  @IsBoolean()
  mayName?: boolean;
}

export function feedbackOf({
  usefulness,
  welcome,
  toCopy = '',
  toImprove = '',
  mayName = false,
}: FeedbackBody): Feedback {
  return { usefulness, welcome: welcome ?? null, toCopy, toImprove, mayName };
}
