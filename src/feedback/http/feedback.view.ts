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

/** A visit's feedback; marks are null and names left out while fewer than three answered. */
export class FeedbackView {
  @Uuid()
  visit: string;

  @Whole()
  asked: number;

  @Whole()
  answered: number;

  @Instant()
  openUntil: string | null;

  usefulness: MarkResultView | null;
  welcome: MarkResultView | null;
  toCopy: RemarkView[];
  toImprove: RemarkView[];
}
