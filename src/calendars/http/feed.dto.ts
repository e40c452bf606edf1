import { ArrayMaxSize, ArrayUnique, IsIn, IsUUID } from 'class-validator';
import { IsCode, MayBeLeftOut } from '../../platform/http/fields.js';
import { EachOf } from '../../platform/http/view-fields.js';
import {
  feedForms,
  feedScopes,
  shownStates,
  type FeedForm,
  type FeedScope,
  type ShownState,
} from '../domain/feed-content.js';

export class FeedBody {
  /** `me`: visits one takes part in; `unit`, `region`: of the own unit or regional office; `visit`: one visit. */
  @IsIn(feedScopes)
  scope: FeedScope;

  /** The visit of a feed of one visit. */
  @MayBeLeftOut()
  @IsUUID()
  visit?: string;

  /**
   * `visits`: agendas in the descriptions; `sessions`: each session of a published agenda an event of its own;
   * `busy`: the times of the own unit alone, as VFREEBUSY (RFC 5545 section 3.6.4).
   */
  @MayBeLeftOut()
  @IsIn(feedForms)
  shows?: FeedForm;

  /** Only visits with one of these programs. */
  @MayBeLeftOut()
  @IsCode({ each: true })
  @ArrayMaxSize(20)
  @ArrayUnique()
  programs?: string[];

  /** Only visits that calendars show in one of these states. */
  @MayBeLeftOut()
  @EachOf('ShownState', shownStates)
  @IsIn(shownStates, { each: true })
  @ArrayMaxSize(shownStates.length)
  @ArrayUnique()
  states?: ShownState[];
}
