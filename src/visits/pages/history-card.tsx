import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { formatDate, formatTime } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import type { HistoryLine } from '../queries/visit-history.js';
import { actionWords } from './visit-words.js';

/** Lines that stand open; older ones are folded. */
const SHOWN = 8;

/** A line, or the latest of several of one kind by one person. */
type GatheredLine = HistoryLine & { times: number };

const GATHERED_MS = 60 * 60_000;

/** Lines without words of their own that one person made one after the other count as one. */
function gathered(lines: readonly HistoryLine[]): GatheredLine[] {
  const all: GatheredLine[] = [];
  for (const line of lines) {
    const last = all.at(-1);
    const isSame =
      last &&
      last.actorId === line.actorId &&
      last.action === line.action &&
      !last.reason &&
      !line.reason &&
      last.at.getTime() - line.at.getTime() < GATHERED_MS;
    if (isSame) last.times += 1;
    else all.push({ ...line, times: 1 });
  }
  return all;
}

/** What was done with the visit, the latest first. */
export function HistoryCard({ history, zone }: { history: readonly HistoryLine[]; zone: Zone }): VNode {
  const lines = gathered(history.toReversed());
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

function Lines({ lines, zone }: { lines: readonly GatheredLine[]; zone: Zone }): VNode {
  return (
    <ol class="list-group list-group-flush list-unstyled">
      {lines.map(({ version, at, actorName, action, reason, times }) => (
        <li class="list-group-item" key={version}>
          <div>
            {actorName} {actionWords[action] ?? action}
            {times > 1 && ` (${times} kali)`}
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
