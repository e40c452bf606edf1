import type { VNode } from 'preact';
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
