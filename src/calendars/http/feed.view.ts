import { EachOf, Instant, listOf, OneOf, Uuid, WebAddress } from '../../platform/http/view-fields.js';
import {
  feedForms,
  feedScopes,
  shownStates,
  type FeedForm,
  type FeedScope,
  type ShownState,
} from '../domain/feed-content.js';

export class FeedView {
  @Uuid()
  id: string;

  name: string;

  @OneOf('FeedScope', feedScopes)
  scope: FeedScope;

  unit: string | null;
  regionalOffice: string | null;

  @Uuid()
  visit: string | null;

  @OneOf('FeedForm', feedForms)
  shows: FeedForm;

  /** Codes; none: every program. */
  programs: string[];

  /** None: every state. */
  @EachOf('ShownState', shownStates)
  states: ShownState[];

  @Instant()
  createdAt: string;

  @Instant()
  lastUsedAt: string | null;
}

export class FeedList extends listOf(FeedView) {}

/** Links that add a feed to people's calendars. */
export class SubscribeLinksView {
  @WebAddress()
  google: string;

  @WebAddress()
  outlook: string;

  @WebAddress()
  outlookOffice: string;

  @WebAddress()
  apple: string;
}

export class IssuedFeedView extends FeedView {
  /** The secret address, in this answer only. */
  @WebAddress()
  url: string;

  @WebAddress()
  webcal: string;

  /** Busy times as events, `Terisi` and `Tutup`, for programs that show no VFREEBUSY; null for any other feed. */
  @WebAddress()
  eventsUrl: string | null;

  add: SubscribeLinksView;
}
