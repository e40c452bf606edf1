import {} from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsUUID,
  Max,
  Min,
} from 'class-validator';
import {
  IsCalendarDate,
  IsOffsetDateTime,
  IsText,
  MayBeLeftOut,
  IsListOf,
} from '../../platform/http/fields.js';
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
  /** The agenda's version the caller saw, 0 for none. */
  @IsInt()
  @Min(0)
  @Max(largestVersion)
  version: number;
}

export class AgendaBody extends AgendaVersionBody {
  @IsListOf(() => AgendaItemBody, 100)
  items: AgendaItemBody[];
}

export class PublishBody extends AgendaVersionBody {}

export class TemplateBody extends AgendaVersionBody {
  @IsIn(Object.keys(agendaTemplates))
  template: AgendaTemplateName;

  /** The one day that gets it, a date of the host's calendar; the sessions of all other days stay. Left out, all days do. */
  @MayBeLeftOut()
  @IsCalendarDate()
  date?: string;
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
