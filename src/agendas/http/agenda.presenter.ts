import { toOffsetIso } from '../../platform/text/dates.js';
import { agendaTemplates } from '../domain/templates.js';
import type { ReadableAgenda } from '../use-cases/read-agenda.js';
import type { AgendaTemplateList, AgendaView } from './agenda.view.js';

/**
 * An agenda as the API shows it, times with the offset of the host's zone: to the two units' people the sessions they
 * work on, to everybody else the public ones.
 */
export function presentAgenda({ agenda, timeZone, isOrganiser, allowedActions }: ReadableAgenda): AgendaView {
  const at = (instant: Date) => toOffsetIso(instant, timeZone);
  const maybeAt = (instant: Date | null) => instant && at(instant);
  const isPublic = agenda.publicRevision !== null;
  const items = isOrganiser ? agenda.items : agenda.publicItems;
  return {
    visitId: agenda.visitId,
    state: isOrganiser || !isPublic ? agenda.state : 'published',
    version: agenda.version,
    revision: agenda.revision,
    publicRevision: agenda.publicRevision,
    changedAt: isOrganiser ? maybeAt(agenda.changedAt) : maybeAt(agenda.publishedAt),
    publishedAt: maybeAt(agenda.publishedAt),
    timeZone,
    allowedActions,
    items: items.map((item) => ({
      id: item.id,
      startsAt: at(item.startsAt),
      endsAt: at(item.endsAt),
      title: item.title,
      kind: item.kind,
      place: item.place,
      persons: [...item.persons],
      ...(isOrganiser ? { note: item.note } : {}),
    })),
  };
}

/** The templates to start from; `minutes` are shares, laid out to the visit's real length. */
export function presentTemplates(): AgendaTemplateList {
  return {
    items: Object.entries(agendaTemplates).map(([code, { name, morning, lunch, afternoon }]) => ({
      code,
      name,
      sessions: [...morning, ...(lunch ? [lunch] : []), ...afternoon],
    })),
  };
}
