import { toOffsetIso } from '../../platform/text/dates.js';
import { agendaTemplates } from '../domain/templates.js';
import type { ReadableAgenda } from '../use-cases/read-agenda.js';

/**
 * An agenda as the API shows it, times with the offset of the host's zone: to the two units' people the sessions they
 * work on, to everybody else the public ones.
 */
export function presentAgenda({ agenda, timeZone, isOrganiser, allowedActions }: ReadableAgenda) {
  const at = (instant: Date | null) => (instant ? toOffsetIso(instant, timeZone) : null);
  const isPublic = agenda.publicRevision !== null;
  const items = isOrganiser ? agenda.items : agenda.publicItems;
  return {
    visitId: agenda.visitId,
    state: isOrganiser || !isPublic ? agenda.state : 'published',
    version: agenda.version,
    revision: agenda.revision,
    /** The revision that everybody sees, or null. */
    publicRevision: agenda.publicRevision,
    changedAt: isOrganiser ? at(agenda.changedAt) : at(agenda.publishedAt),
    publishedAt: at(agenda.publishedAt),
    timeZone,
    allowedActions,
    items: items.map((item) => ({
      id: item.id,
      startsAt: at(item.startsAt),
      endsAt: at(item.endsAt),
      title: item.title,
      kind: item.kind,
      place: item.place,
      persons: item.persons,
      ...(isOrganiser ? { note: item.note } : {}),
    })),
  };
}

/** The templates to start from; `minutes` are shares, laid out to the visit's real length. */
export function presentTemplates() {
  return {
    items: Object.entries(agendaTemplates).map(([code, { name, morning, lunch, afternoon }]) => ({
      code,
      name,
      sessions: [...morning, ...(lunch ? [lunch] : []), ...afternoon],
    })),
  };
}
