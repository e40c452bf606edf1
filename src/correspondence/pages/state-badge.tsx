import type { VNode } from 'preact';
import type { MailState } from '../../platform/mail/mail-states.js';
import { mailStateWords } from './mail-words.js';

export function StateBadge({ state }: { state: MailState }): VNode {
  const { name, colour } = mailStateWords[state];
  return (
    <span class="badge badge-outline state-badge">
      <span class={`status-dot bg-${colour} me-1`} />
      {name}
    </span>
  );
}
