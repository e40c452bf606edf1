import {} from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  Min,
} from 'class-validator';
import { bodyOf } from '../../platform/http/described-body.js';
import { IsCode, IsOffsetDateTime, IsText, MayBeLeftOut, IsListOf } from '../../platform/http/fields.js';
import { fieldsNamed } from '../../platform/text/field-description.js';
import { DayHoursBody, MOST_VISIT_DAYS, PersonBody, visitFields } from '../../visits/index.js';
import { FEWEST_LEGS, MOST_LEGS } from '../domain/trip-rules.js';

export const tripKinds = ['study-visit', 'working-visit', 'coordination'] as const;

/** What each leg says of itself. */
const ofLeg = fieldsNamed(visitFields, ['mode', 'meetingLink']);

export class TripLegBody extends bodyOf(ofLeg) {
  @IsCode()
  hostUnit: string;

  @IsOffsetDateTime()
  startsAt: string;

  @IsOffsetDateTime()
  endsAt: string;

  /** The hours of each day, where they are not the same on each: the first begins at `startsAt`, the last ends at `endsAt`, and a day without any is left out. */
  @MayBeLeftOut()
  @IsListOf(() => DayHoursBody, MOST_VISIT_DAYS)
  ownHours?: DayHoursBody[];

  /** Codes; without them those of the trip. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(visitFields.programs.most)
  @IsCode({ each: true })
  programs?: string[];
}

export class TripMemberBody extends PersonBody {
  /** Without any leader the first leads. */
  @MayBeLeftOut()
  @IsIn(['leader', 'member'])
  role?: 'leader' | 'member';
}

/** What all legs say alike. */
const { mode: _, meetingLink: __, ...common } = visitFields;

/** A trip to two or three hosts; what its visits have in common, each of them says. */
export class CreateTripBody extends bodyOf(common, ['title']) {
  @IsIn(tripKinds)
  kind: (typeof tripKinds)[number];

  @ArrayMinSize(FEWEST_LEGS)
  @IsListOf(() => TripLegBody, MOST_LEGS)
  legs: TripLegBody[];

  @IsListOf(() => TripMemberBody, 300)
  party: TripMemberBody[];

  /** `true` keeps all legs as drafts; without it the hosts are asked at once. */
  @MayBeLeftOut()
  @IsBoolean()
  draft?: boolean;
}

export class TripPartyBody {
  /** The version the caller saw. */
  @IsInt()
  @Min(1)
  version: number;

  @IsListOf(() => TripMemberBody, 300)
  party: TripMemberBody[];
}

/** A leg that is added to a trip. */
export class AddLegBody extends TripLegBody {
  /** The version the caller saw of the trip. */
  @IsInt()
  @Min(1)
  version: number;

  /** `true` keeps it as a draft; without it the host is asked at once. */
  @MayBeLeftOut()
  @IsBoolean()
  draft?: boolean;
}

export class SubmitTripBody {
  /** The version the caller saw. */
  @IsInt()
  @Min(1)
  version: number;
}

export class EndLegsBody {
  /** The version the caller saw. */
  @IsInt()
  @Min(1)
  version: number;

  /** Ids of the visits that are to end; the others go on. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsCode({ each: true })
  visits: string[];

  @IsText(2000)
  @IsNotEmpty()
  reason: string;
}
