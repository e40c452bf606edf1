import type { VNode } from 'preact';
import { Icon } from '../../platform/pages/icon.js';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { hasTrait } from '../../visits/index.js';
import type { TimeClashes, TimeView } from '../use-cases/look-at-time.js';
import { timeText } from './booking-words.js';

interface TimeWarningsProps {
  time: TimeView;
  own: Zone;
  /** What the guest is called. */
  guest: string;
}

/** The chosen time with what would refuse it and what speaks against it. */
export function TimeWarnings({ time, own, guest }: TimeWarningsProps): VNode | null {
  const { chosen, faults, clashes, timeZone } = time;
  if (typeof chosen === 'string') return null;
  const warnings = clashes ? warningsOf(clashes, timeZone, guest) : [];
  return (
    <>
      <p class="booking-chosen">
        <Icon name="calendar" />
        <span>
          Waktu terpilih: <strong>{timeText(chosen, timeZone, own)}</strong>
        </span>
      </p>
      {faults.length > 0 && (
        <div class="alert alert-danger d-block">
          <h3 class="alert-title">Tuan rumah tidak menerima kunjungan pada waktu ini</h3>
          <Lines lines={faults} />
        </div>
      )}
      {warnings.length > 0 && (
        <div class="alert alert-warning d-block">
          <h3 class="alert-title">Perlu diperhatikan</h3>
          <Lines lines={warnings} />
          <p class="mb-0 mt-2">Permintaan tetap dapat dikirim.</p>
        </div>
      )}
      {faults.length === 0 && warnings.length === 0 && (
        <p class="text-secondary">Tidak ada bentrokan dan sesuai dengan jam kunjungan tuan rumah.</p>
      )}
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }): VNode {
  return (
    <ul class="mb-0">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function warningsOf(
  { taken, capacity, own, people, closed }: TimeClashes,
  zone: Zone,
  guest: string,
): string[] {
  const warnings: string[] = [];
  if (taken >= capacity) {
    warnings.push(
      'Tuan rumah sudah menerima kunjungan lain pada waktu ini, dan mungkin mengusulkan waktu lain.',
    );
  }
  if (closed !== null) warnings.push(`${guest} sendiri tutup pada hari itu${closed && ` (${closed})`}.`);
  for (const visit of own) {
    const when = formatDateTimeRange(visit, zone);
    const state = hasTrait(visit.state, 'standing') ? '' : ' yang masih menunggu jawaban';
    warnings.push(`${guest} punya kunjungan lain${state}: ${visit.title}, ${when}.`);
  }
  if (people.length > 0) warnings.push(`Sudah ikut kunjungan lain pada waktu itu: ${people.join(', ')}.`);
  return warnings;
}
