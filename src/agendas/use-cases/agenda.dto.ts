import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsOffsetDateTime, IsText } from '../../platform/http/fields.js';
import { agendaItemKinds, type AgendaItemKind } from '../domain/agenda-items.js';
import { agendaTemplates, type AgendaTemplateName } from '../domain/templates.js';
import type { GivenItem } from './save-agenda.js';

const largestVersion = 2_147_483_647;

export class AgendaItemBody {
  /** Of a session that stands, to keep it the same session; without it the session is new. */
  @IsOptional()
  @IsUUID()
  id?: string | null;

  @IsOffsetDateTime()
  startsAt: string;

  @IsOffsetDateTime()
  endsAt: string;

  @IsText(200)
  @IsNotEmpty()
  title: string;

  @IsIn(agendaItemKinds)
  kind: AgendaItemKind;

  /** Left out or empty: the visit's main place. */
  @IsOptional()
  @IsText(300)
  place?: string | null;

  /** Names of the persons in charge. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsText(200, { each: true })
  @IsNotEmpty({ each: true })
  persons?: string[] | null;

  /** For the organisers only. */
  @IsOptional()
  @IsText(2000)
  note?: string | null;
}

class AgendaVersionBody {
  /** The agenda's version the caller saw. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(largestVersion)
  version?: number | null;
}

export class AgendaBody extends AgendaVersionBody {
  @IsArray()
  @ArrayMaxSize(100)
  // A list in the list would be looked into, and taken.
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => AgendaItemBody)
  items: AgendaItemBody[];
}

export class PublishBody extends AgendaVersionBody {}

export class TemplateBody extends AgendaVersionBody {
  @IsIn(Object.keys(agendaTemplates))
  template: AgendaTemplateName;
}

/** A session of a body as the use-case takes it. */
export function given({ id, startsAt, endsAt, place, persons, note, ...item }: AgendaItemBody): GivenItem {
  return {
    ...item,
    id: id?.toLowerCase(),
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    place: place ?? '',
    persons: persons ?? [],
    note: note ?? '',
  };
}
