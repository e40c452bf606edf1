import type { VNode } from 'preact';
import { Icon } from '../../platform/pages/icon.js';
import { formatDate } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { visitPath, type PathLine, type PathStop } from '../domain/visit-path.js';
import type { VisitState } from '../domain/visit-states.js';
import { visitStateWords } from './visit-words.js';

interface StepperProps {
  state: VisitState;
  history: readonly PathLine[];
  zone: Zone;
}

const spoken: Record<PathStop['status'], string> = {
  done: 'sudah dilalui',
  current: 'sekarang',
  ahead: 'berikutnya',
  ended: 'berakhir di sini',
};

/** A date without its weekday: `20 November 2026`. */
const dayOf = (at: Date, zone: Zone): string => formatDate(at, zone).replace(/^\p{L}+, /u, '');

/** The way of a visit, and where it stands. */
export function Stepper({ state, history, zone }: StepperProps): VNode {
  return (
    <ol class="visit-path">
      {visitPath(state, history).map((stop, index) => (
        <li
          key={stop.state}
          class={`visit-path-${stop.status}`}
          aria-current={stop.status === 'current' || stop.status === 'ended' ? 'step' : undefined}
        >
          <span class="visit-path-mark" aria-hidden="true">
            {stop.status === 'done' ? (
              <Icon name="check" />
            ) : stop.status === 'ended' ? (
              <Icon name="close" />
            ) : (
              index + 1
            )}
          </span>
          <span class="visit-path-words">
            <span class="visit-path-name">{visitStateWords[stop.state].name}</span>
            <span class="visually-hidden"> ({spoken[stop.status]})</span>
            {stop.at && <span class="text-secondary visit-path-at">{dayOf(stop.at, zone)}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
