import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
} from 'class-validator';
import { IsCode } from '../../platform/http/fields.js';
import {
  feedForms,
  feedScopes,
  shownStates,
  type FeedForm,
  type FeedScope,
  type ShownState,
} from '../domain/feed-content.js';

/** A name that is sent once, many times or not at all. */
const list = ({ value }: { value: unknown }): unknown =>
  value === undefined ? [] : Array.isArray(value) ? (value as unknown[]) : [value];

export class NewFeedForm {
  /** Made with the form, so that sending it twice makes one feed. */
  @IsUUID()
  id: string;

  @IsIn(feedScopes)
  scope: FeedScope;

  @Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value))
  @IsOptional()
  @IsUUID()
  visit?: string;

  @IsIn(feedForms)
  shows: FeedForm;

  @Transform(list)
  @IsArray()
  @IsIn(shownStates, { each: true })
  @ArrayMaxSize(shownStates.length)
  @ArrayUnique()
  states: ShownState[] = [];

  @Transform(list)
  @IsArray()
  @IsCode({ each: true })
  @ArrayMaxSize(20)
  @ArrayUnique()
  programs: string[] = [];
}

const FOUR_WEEKS = 4 * 7 * 24 * 60;

export class AlarmsForm {
  @Transform(({ value }: { value: unknown }) => (list({ value }) as unknown[]).map(Number))
  @IsArray()
  @ArrayMaxSize(3)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(FOUR_WEEKS, { each: true })
  alarms: number[] = [];
}
