import { EachOf, Instant, listOf, OneOf, Uuid, Whole } from '../../platform/http/view-fields.js';
import { zoneNames, type Zone } from '../../platform/text/zones.js';
import { agendaItemKinds, type AgendaItemKind } from '../domain/agenda-items.js';

const agendaStates = ['draft', 'published'] as const;
const agendaActions = ['edit', 'publish'] as const;

export class AgendaSessionView {
  @Uuid()
  id: string;

  @Instant()
  startsAt: string;

  @Instant()
  endsAt: string;

  title: string;

  @OneOf('AgendaItemKind', agendaItemKinds)
  kind: AgendaItemKind;

  /** Empty: the visit's main place. */
  place: string;
  /** Persons in charge. */
  persons: string[];
  /** For the organisers only. */
  note?: string;
}

export class AgendaView {
  @Uuid()
  visitId: string;

  @OneOf('AgendaState', agendaStates)
  state: (typeof agendaStates)[number];

  @Whole()
  version: number;

  @Whole()
  revision: number;

  /** The revision that everybody sees, or null. */
  @Whole()
  publicRevision: number | null;

  @Instant()
  changedAt: string | null;

  @Instant()
  publishedAt: string | null;

  @OneOf('TimeZone', zoneNames)
  timeZone: Zone;

  @EachOf('AgendaAction', agendaActions)
  allowedActions: (typeof agendaActions)[number][];

  items: AgendaSessionView[];
}

export class TemplateSessionView {
  @OneOf('AgendaItemKind', agendaItemKinds)
  kind: AgendaItemKind;

  title: string;

  /** A share, laid out to the visit's real length. */
  @Whole()
  minutes: number;
}

class AgendaTemplateView {
  code: string;
  name: string;
  sessions: TemplateSessionView[];
}

export class AgendaTemplateList extends listOf(AgendaTemplateView) {}
