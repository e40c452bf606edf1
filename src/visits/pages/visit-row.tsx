import type { VNode } from 'preact';
import { ReaderTime } from '../../platform/pages/reader-time.js';
import type { TimeReader } from '../../platform/text/reader-time.js';
import { isOnline } from '../domain/visit-mode.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import type { VisitLine } from '../queries/list-visits.js';
import type { VisitWhole } from '../use-cases/visit-wholes.js';
import { Countdown } from './countdown.js';
import { ArrangedBadge, ModeBadge, RecordedBadge, VisitStateBadge } from './state-badge.js';

interface VisitRowProps {
  visit: VisitLine;
  reader: TimeReader;
  /** Whether it says how far off the visit is. */
  countsDown: boolean;
  /** What it is a part of. */
  wholes?: readonly VisitWhole[] | undefined;
}

/** A visit in a list, whole a link. */
export function VisitListRow({ visit, reader, countsDown, wholes = [] }: VisitRowProps): VNode {
  return (
    <a class="visit-row" href={`/kunjungan/${visit.id}`}>
      <span>
        <span class="visit-row-title">{visit.title}</span>
        <span class="d-block text-secondary">
          {visit.guestUnitName} ke {visit.hostUnitName}
        </span>
        <span class="d-block">
          <ReaderTime of={visit} reader={reader} />
        </span>
        {wholes.map(({ text, href }) => (
          <span class="d-block text-secondary" key={href}>
            {text}
          </span>
        ))}
      </span>
      <span class="visit-row-aside">
        {countsDown && <Countdown visit={visit} now={reader.now} />}
        <VisitStateBadge state={visit.state} />
        {isOnline(visit) && <ModeBadge mode={visit.mode} />}
        {visit.recordedBy && <RecordedBadge />}
        {visit.arrangedBy && !hasTrait(visit.state, 'guestsTurn') && <ArrangedBadge />}
      </span>
    </a>
  );
}
