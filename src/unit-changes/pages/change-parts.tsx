import type { VNode } from 'preact';
import { changeStateWords } from '../domain/unit-change-words.js';
import type { UnitChangeState } from '../domain/unit-change.js';

export const CHANGES_PATH = '/pengelolaan/perubahan-upt';

export function ChangeBadge({ state }: { state: UnitChangeState }): VNode {
  const { name, colour } = changeStateWords[state];
  return (
    <span class="badge badge-outline">
      <span class={`status-dot bg-${colour} me-1`} />
      {name}
    </span>
  );
}
