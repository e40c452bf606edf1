import type { VNode } from 'preact';
import { PlainText } from '../../platform/pages/free-text.js';
import { Card } from '../../platform/pages/card.js';
import { formatDate, formatTime } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { withWay } from '../domain/answer-ways.js';
import type { HistoryLine } from '../queries/visit-history.js';
import { changeWords } from './field-change-words.js';
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
      last.changes.length + line.changes.length === 0 &&
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

/** Fields that stand open; those of a larger change are folded. */
const FIELDS_SHOWN = 4;

function Changes({ changes, zone }: { changes: HistoryLine['changes']; zone: Zone }): VNode {
  const words = changes.map((change) => changeWords(change, zone));
  return (
    <>
      <ChangeList words={words.slice(0, FIELDS_SHOWN)} />
      {words.length > FIELDS_SHOWN && (
        <details>
          <summary>{words.length - FIELDS_SHOWN} perubahan lain</summary>
          <ChangeList words={words.slice(FIELDS_SHOWN)} />
        </details>
      )}
    </>
  );
}

const ChangeList = ({ words }: { words: readonly string[] }): VNode => (
  <ul class="history-changes mb-0">
    {words.map((each) => (
      <li key={each}>{each}</li>
    ))}
  </ul>
);

function Lines({ lines, zone }: { lines: readonly GatheredLine[]; zone: Zone }): VNode {
  return (
    <ol class="list-group list-group-flush list-unstyled">
      {lines.map(({ version, at, actorName, action, cameBy, reason, changes, times }) => (
        <li class="list-group-item" key={version}>
          <div>
            {withWay(actorName, cameBy)} {actionWords[action] ?? action}
            {times > 1 && ` (${times} kali)`}
          </div>
          {changes.length > 0 && <Changes changes={changes} zone={zone} />}
          {reason && (
            <div class="history-reason">
              <PlainText text={reason} />
            </div>
          )}
          <div class="text-secondary">
            {formatDate(at, zone)}, pukul {formatTime(at, zone)}
          </div>
        </li>
      ))}
    </ol>
  );
}
