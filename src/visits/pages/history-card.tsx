import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { formatDate, formatTime } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import type { HistoryLine } from '../queries/visit-history.js';
import { actionWords } from './visit-words.js';

/** Lines that stand open; older ones are folded. */
const SHOWN = 8;

/** What was done with the visit, the latest first. */
export function HistoryCard({ history, zone }: { history: readonly HistoryLine[]; zone: Zone }): VNode {
  const lines = history.toReversed();
  const older = lines.slice(SHOWN);
  return (
    <Card title="Riwayat">
      <Lines lines={lines.slice(0, SHOWN)} zone={zone} />
      {older.length > 0 && (
        <details class="card-footer">
          <summary>{older.length} catatan sebelumnya</summary>
          <Lines lines={older} zone={zone} />
        </details>
      )}
    </Card>
  );
}

function Lines({ lines, zone }: { lines: readonly HistoryLine[]; zone: Zone }): VNode {
  return (
    <ol class="list-group list-group-flush list-unstyled">
      {lines.map(({ version, at, actorName, action, reason }) => (
        <li class="list-group-item" key={version}>
          <div>
            {actorName} {actionWords[action] ?? action}
          </div>
          {reason && <div class="plain-text history-reason">{reason}</div>}
          <div class="text-secondary">
            {formatDate(at, zone)}, pukul {formatTime(at, zone)}
          </div>
        </li>
      ))}
    </ol>
  );
}
