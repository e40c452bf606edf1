import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsObject,
  IsUrl,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsText, MayBeLeftOut } from '../../platform/http/fields.js';

class SummaryLinkBody {
  @IsText(200)
  title: string;

  @MaxLength(2000)
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  url: string;
}

export class SummaryBody {
  /** The summary's version as the caller saw it, 0 for none; without it the change builds on whatever stands. */
  @MayBeLeftOut()
  @IsInt()
  @Min(0)
  version?: number;

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
  @IsArray()
  @ArrayMaxSize(50)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => SummaryLinkBody)
  links?: SummaryLinkBody[];
}

export class PublishSummaryBody {
  @MayBeLeftOut()
  @IsInt()
  @Min(0)
  version?: number;
}
