import {} from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsUrl,
  IsUUID,
  MaxLength,
  Min,
} from 'class-validator';
import { IsText, MayBeLeftOut, IsListOf } from '../../platform/http/fields.js';
import { MOST_ENTRIES } from '../domain/summary.js';

class SummaryLinkBody {
  @IsText(200)
  title: string;

  @MaxLength(2000)
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  url: string;
}

class LearningAnswerBody {
  /** Of `learningQuestionIds` of the visit. */
  @IsUUID()
  id: string;

  @IsText(4000)
  answer: string;
}

export class SummaryBody {
  /** The summary's version as the caller saw it, 0 for none. */
  @IsInt()
  @Min(0)
  version: number;

  @MayBeLeftOut()
  @IsText(20_000)
  outcomes?: string;

  @MayBeLeftOut()
  @IsText(20_000)
  decisions?: string;

  @MayBeLeftOut()
  @IsText(20_000)
  notes?: string;

  @MayBeLeftOut()
  @IsListOf(() => SummaryLinkBody, 50)
  links?: SummaryLinkBody[];

  /** To the learning questions of the visit; takes the place of all that was answered. */
  @MayBeLeftOut()
  @IsListOf(() => LearningAnswerBody, 5)
  answers?: LearningAnswerBody[];

  /** Ids of notes and cleared photos of the day that it takes in; takes the place of all that were. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(MOST_ENTRIES)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  entries?: string[];
}

export class PublishSummaryBody {
  /** The summary's version as the caller saw it. */
  @IsInt()
  @Min(0)
  version: number;

  /** Whether it is mailed to everybody; left out, it is, but for a visit that was recorded after it was over. */
  @MayBeLeftOut()
  @IsBoolean()
  mails?: boolean;
}
