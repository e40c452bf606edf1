import type { ComponentChildren, VNode } from 'preact';
import type { FormFaults } from '../../platform/pages/forms.js';
import { marks } from '../domain/feedback-form.js';

interface ScaleProps {
  name: string;
  legend: ComponentChildren;
  /** What each mark means, from worst to best. */
  words: readonly string[];
  value: string;
  faults: FormFaults | null;
}

/** One question with five answers in words, best first; a fault belongs to the group. */
export function Scale({ name, legend, words, value, faults }: ScaleProps): VNode {
  const fault = faults?.fields[name];
  const isFirstFaulty = Object.keys(faults?.fields ?? {})[0] === name;
  return (
    <fieldset class="mb-4" aria-describedby={fault && `${name}-fault`}>
      <legend class="form-label">{legend}</legend>
      {fault && (
        <div class="invalid-feedback d-block mb-2" id={`${name}-fault`}>
          {fault}
        </div>
      )}
      <div class="scale">
        {[...marks].reverse().map((mark, index) => (
          <label class="scale-mark" key={mark}>
            <input
              class={fault ? 'form-check-input is-invalid' : 'form-check-input'}
              type="radio"
              name={name}
              value={mark}
              checked={value === String(mark)}
              required
              autofocus={isFirstFaulty && index === 0}
            />
            <span>{words[mark - 1]}</span>
            <span class="scale-number">{mark}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
