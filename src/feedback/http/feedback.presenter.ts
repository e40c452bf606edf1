import { toOffsetIso } from '../../platform/text/dates.js';
import { asksWelcome } from '../domain/feedback-form.js';
import type { MarkResult, Remark } from '../domain/feedback-results.js';
import type { OpenForm } from '../use-cases/give-feedback.js';
import type { ReadableFeedback } from '../use-cases/read-feedback.js';
import type { FeedbackFormView, FeedbackView, MarkResultView, RemarkView } from './feedback.view.js';

/** A participant's own form; times carry the offset of the host's zone. */
export function presentForm({ form, isOpen }: OpenForm): FeedbackFormView {
  const at = (instant: Date) => toOffsetIso(instant, form.timeZone);
  const { title, guestUnitName, hostUnitName, name, side, given } = form;
  return {
    visit: {
      title,
      guest: guestUnitName,
      host: hostUnitName,
      startsAt: at(form.startsAt),
      endsAt: at(form.endsAt),
      timeZone: form.timeZone,
    },
    name,
    asksWelcome: asksWelcome(side),
    isOpen,
    openUntil: at(form.expiresAt),
    given: given && {
      usefulness: given.usefulness,
      welcome: given.welcome,
      toCopy: given.toCopy,
      toImprove: given.toImprove,
      mayName: given.mayName,
    },
  };
}

/** A visit's feedback as far as it is released. */
export function presentFeedback({ visitId, timeZone, openUntil, results }: ReadableFeedback): FeedbackView {
  return {
    visit: visitId,
    asked: results.asked,
    answered: results.answered,
    openUntil: openUntil && toOffsetIso(openUntil, timeZone),
    usefulness: presentMarks(results.usefulness),
    welcome: presentMarks(results.welcome),
    toCopy: results.toCopy.map(presentRemark),
    toImprove: results.toImprove.map(presentRemark),
  };
}

const presentMarks = (marks: MarkResult | null): MarkResultView | null =>
  marks && { average: marks.average, count: marks.count, distribution: marks.distribution };

const presentRemark = ({ text, name }: Remark): RemarkView => ({ text, name });
