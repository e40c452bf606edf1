import type { VNode } from 'preact';
import type { VisitMode } from '../domain/visit-mode.js';
import type { VisitState } from '../domain/visit-states.js';
import { visitStateWords } from './visit-words.js';

export function VisitStateBadge({ state }: { state: VisitState }): VNode {
  const { name, colour } = visitStateWords[state];
  return (
    <span class="badge badge-outline state-badge">
      <span class={`status-dot bg-${colour} me-1`} />
      {name}
    </span>
  );
}

/** Marks a visit that a regional office arranged. */
export const ArrangedBadge = (): VNode => <span class="badge badge-outline">diatur Kanwil</span>;

/** Marks a visit that was agreed upon elsewhere and entered afterwards. */
export const RecordedBadge = (): VNode => <span class="badge badge-outline">dicatat kemudian</span>;

/** Marks a visit that people come to by video. */
export const ModeBadge = ({ mode }: { mode: VisitMode }): VNode => (
  <span class="badge badge-outline">{mode === 'online' ? 'daring' : 'tatap muka dan daring'}</span>
);
