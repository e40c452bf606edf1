import type { VNode } from 'preact';
import type { SentField } from './sent-fields.js';

/** What was typed in a form that was not taken, to be read and copied. */
export function TypedFields({ fields }: { fields: readonly SentField[] }): VNode {
  const texts = fields.filter(({ value }) => isWriting(value));
  const others = fields.filter(({ value }) => !isWriting(value));
  return (
    <>
      {texts.map(({ name, value }, index) => (
        <div class="mb-3" key={`${name}-${index}`}>
          <label class="form-label" for={`isi-${index}`}>
            Tulisan {index + 1}
          </label>
          <textarea class="form-control" id={`isi-${index}`} rows={rowsOf(value)} readOnly>
            {value}
          </textarea>
        </div>
      ))}
      {others.length > 0 && <Others fields={others} />}
    </>
  );
}

/** Short answers and choices, by the names that the form gives them. */
function Others({ fields }: { fields: readonly SentField[] }): VNode {
  return (
    <details class="mb-3">
      <summary class="fold">Isian pendek dan pilihan</summary>
      <dl class="mt-2">
        {fields.map(({ name, value }, index) => (
          <div key={`${name}-${index}`}>
            <dt>{name}</dt>
            <dd class="text-break">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Words of somebody rather than a choice, a number or a date. */
const isWriting = (value: string): boolean => /\s/.test(value.trim()) || value.length > 30;

/** Letters in a line on a narrow screen. */
const LINE = 28;

const rowsOf = (value: string): number => {
  const lines = value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE)), 0);
  return Math.min(12, Math.max(2, lines));
};
