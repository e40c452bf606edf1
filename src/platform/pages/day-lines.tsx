import type { VNode } from 'preact';
import { LONGEST_DAY_LINES } from '../text/typed-day-hours.js';
import { TextArea } from './form-parts.js';
import type { FormFaults } from './forms.js';

interface DayLinesProps {
  name: string;
  value: string;
  faults: FormFaults | Pick<FormFaults, 'fields'> | null;
  scope?: string;
}

/** Days of a visit with other hours than most, a line each; closed while there are none. */
export function DayLines({ name, value, faults, ...scope }: DayLinesProps): VNode {
  return (
    <details class="mb-3" open={value.trim() !== '' || faults?.fields[name] !== undefined}>
      <summary class="form-hint">
        Bila lebih dari satu hari, jamnya sama setiap hari; malamnya tidak terpakai.{' '}
        <span class="text-decoration-underline">Ada hari dengan jam lain?</span>
      </summary>
      <TextArea
        {...scope}
        name={name}
        label="Hari dengan jam lain"
        hint="Satu hari satu baris. Hari yang tidak ditulis memakai jam di atas."
        placeholder={'3 November 2025 13.00–16.00\n4 November 2025 tanpa pertemuan'}
        rows={4}
        maxLength={LONGEST_DAY_LINES}
        optional
        value={value}
        faults={faults}
      />
    </details>
  );
}
