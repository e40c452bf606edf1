import { PlainText } from '../../platform/pages/free-text.js';
import type { VNode } from 'preact';
import { formatCalendarDate } from '../../platform/text/dates.js';
import type { LineageStep } from '../queries/lineage-facts.js';
import { followUpStateNames } from './follow-up-words.js';

/** Each step of a practice from unit to unit, the first first. */
export function LineageTable({ steps }: { steps: readonly LineageStep[] }): VNode {
  return (
    <div class="card mt-3">
      <table class="follow-up-table lineage-table">
        <caption class="visually-hidden">Langkah praktik ini dari UPT ke UPT</caption>
        <thead>
          <tr>
            {['Ditiru oleh', 'Dari', 'Sejak', 'Hasil', 'Dikonfirmasi oleh', 'Kunjungan'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <Row key={step.followUp} step={step} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ step }: { step: LineageStep }): VNode {
  return (
    <tr>
      <th scope="row">
        <a href={`/upt/${step.toUnit}`}>{step.toUnitName}</a>
      </th>
      <td data-label="Dari">
        <a href={`/upt/${step.fromUnit}`}>{step.fromUnitName}</a>
      </td>
      <td data-label="Sejak">
        {step.since === null ? 'Belum dikonfirmasi' : formatCalendarDate(step.since)}
      </td>
      <td data-label="Hasil">
        <PlainText text={step.result ?? followUpStateNames[step.state]} />
      </td>
      <td data-label="Dikonfirmasi oleh">{step.confirmedName ?? 'Belum ada'}</td>
      <td data-label="Kunjungan">{step.maySee ? <Visit step={step} /> : 'Hanya untuk yang terlibat'}</td>
    </tr>
  );
}

function Visit({ step }: { step: LineageStep }): VNode {
  return (
    <>
      <a href={`/kunjungan/${step.visit}`}>{step.visitReference}</a>, {formatCalendarDate(step.visitedOn)} ·{' '}
      <a href={`/tindak-lanjut/${step.followUp}`}>
        Buka tindak lanjut<span class="visually-hidden"> {step.toUnitName}</span>
      </a>
    </>
  );
}
