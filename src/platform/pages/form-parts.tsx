import type { ComponentChildren, InputHTMLAttributes, VNode } from 'preact';
import type { FormFaults } from './forms.js';

interface FieldProps {
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password';
  value?: string;
  hint?: string;
  autocomplete?: string;
  maxLength?: number;
  /** May be left empty. */
  optional?: boolean;
  faults: FormFaults | null;
  /** Takes the focus when the form opens; after a refusal the first faulty field does. */
  first?: boolean;
}

/** A labelled input with its fault, which screen readers read with it. */
export function Field({
  name,
  label,
  type = 'text',
  value,
  hint,
  optional = false,
  faults,
  first,
  ...rest
}: FieldProps): VNode {
  const fault = faults?.fields[name];
  const firstFaulty = Object.keys(faults?.fields ?? {})[0];
  // The union of all kinds of input does not take a kind that is chosen later.
  const kind = { type, ...rest } as InputHTMLAttributes<HTMLInputElement>;
  const described = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ');
  return (
    <div class="mb-3">
      <label class="form-label" for={name}>
        {label}
      </label>
      <input
        class={fault ? 'form-control is-invalid' : 'form-control'}
        id={name}
        name={name}
        value={value}
        required={!optional}
        spellcheck={false}
        autofocus={firstFaulty === undefined ? first : firstFaulty === name}
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={described || undefined}
        {...kind}
      />
      {fault && (
        <div class="invalid-feedback" id={`${name}-fault`}>
          {fault}
        </div>
      )}
      {hint && (
        <div class="form-hint mt-1" id={`${name}-hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}

/** Why a form was refused, above it. */
export function Refusal({ faults }: { faults: FormFaults | null }): VNode | null {
  if (!faults) return null;
  return (
    <div class="alert alert-danger d-block" role="alert">
      <h2 class="alert-title">{faults.title}</h2>
      <div class="text-secondary">{faults.detail}</div>
    </div>
  );
}

/** Something that went well, or is good to know. */
export function Notice({ children }: { children: ComponentChildren }): VNode {
  return (
    <div class="alert alert-info d-block" role="status">
      {children}
    </div>
  );
}

/** The one button of a short form. */
export function Submit({ children }: { children: ComponentChildren }): VNode {
  return (
    <button class="btn btn-primary w-100" type="submit">
      {children}
    </button>
  );
}
