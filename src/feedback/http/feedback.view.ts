import { EachWhole, Instant, OneOf, Uuid, Whole } from '../../platform/http/view-fields.js';
import { zoneNames, type Zone } from '../../platform/text/zones.js';
import { marks, type Mark } from '../domain/feedback-form.js';

export class FeedbackVisitView {
  title: string;
  guest: string;
  host: string;

  @Instant()
  startsAt: string;

  @Instant()
  endsAt: string;

  @OneOf('TimeZone', zoneNames)
  timeZone: Zone;
}

/** What a participant said. */
export class GivenFeedbackView {
  @OneOf('FeedbackMark', marks)
  usefulness: Mark;
  @OneOf('FeedbackMark', marks)
  welcome: Mark | null;
  toCopy: string;
  toImprove: string;
  /** Whether the name may stand beside it. */
  mayName: boolean;
}

/** A participant's own form; times carry the offset of the host's zone. */
export class FeedbackFormView {
  visit: FeedbackVisitView;
  name: string;
  /** Whether it asks how the host received its guests. */
  asksWelcome: boolean;
  isOpen: boolean;

  @Instant()
  openUntil: string;

  given: GivenFeedbackView | null;
}

export class MarkResultView {
  average: number;

  @Whole()
  count: number;

  /** How many gave each mark, from 1 to 5. */
  @EachWhole()
  distribution: readonly number[];
}

export class RemarkView {
  text: string;
  name: string | null;
}

/**
 * A visit's feedback, renewed only when the answers of three participants at least differ, so that nobody is found by
 * the difference: empty while fewer than three answered. When all forms are closed, texts that are left follow without
 * name and mark, if one of three people at least may have written them. Texts stand in no order of arrival.
 */
export class FeedbackView {
  @Uuid()
  visit: string;

  @Whole()
  asked: number;

  /** How many answers the last release holds; not how many came. */
  @Whole()
  answered: number;

  @Instant()
  openUntil: string | null;

  usefulness: MarkResultView | null;
  welcome: MarkResultView | null;
  toCopy: RemarkView[];
  toImprove: RemarkView[];
}
