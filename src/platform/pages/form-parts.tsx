import type { ComponentChildren, InputHTMLAttributes, VNode } from 'preact';
import type { FieldFaults, FormFaults } from './forms.js';

export interface LabelledProps {
  /** Name of the field in the form, and of its fault. */
  name: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  /** May be left empty. */
  optional?: boolean;
  /** What it is needed for all the same, in words: `untuk diajukan`. */
  needed?: string | undefined;
  faults: FieldFaults | null;
  /** Takes the focus when the form opens; after a refusal the first faulty field does. */
  first?: boolean;
  /** Where one form stands many times on a page: what tells its ids from the others'. */
  scope?: string | undefined;
  /** One of a filter's: no space below, and nothing said of what may be empty. */
  isFilter?: boolean;
}

/** What a control needs so that its label, hint and fault belong to it. */
export interface ControlAttributes {
  id: string;
  name: string;
  required: boolean;
  autofocus: boolean | undefined;
  'aria-invalid': 'true' | undefined;
  'aria-describedby': string | undefined;
}

const idOf = (name: string, scope?: string): string => (scope === undefined ? name : `${scope}-${name}`);

/** @param more ids of what else describes the control */
export function attributesOf(props: LabelledProps, more: readonly string[] = []): ControlAttributes {
  const { name, hint, optional = false, faults, first, scope } = props;
  const id = idOf(name, scope);
  const fault = faults?.fields[name];
  const firstFaulty = Object.keys(faults?.fields ?? {})[0];
  const described = [...more, hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return {
    id,
    name,
    required: !optional,
    autofocus: firstFaulty === undefined ? first : firstFaulty === name,
    'aria-invalid': fault ? 'true' : undefined,
    'aria-describedby': described || undefined,
  };
}

/** A control under its label, with its fault and hint. */
export function Labelled({ children, ...props }: LabelledProps & { children: ComponentChildren }): VNode {
  const { name, label, optional = false, needed, scope, isFilter = false } = props;
  return (
    <div class={isFilter ? undefined : 'mb-3'}>
      <label class="form-label" for={idOf(name, scope)}>
        {label}
        {optional && !isFilter && needed === undefined && <span class="form-optional"> (boleh kosong)</span>}
        {optional && needed !== undefined && <span class="form-needed"> (perlu {needed})</span>}
      </label>
      {children}
      <Remarks {...props} />
    </div>
  );
}

/** Fault and hint under a control. */
function Remarks({ name, hint, faults, scope }: LabelledProps): VNode {
  const id = idOf(name, scope);
  const fault = faults?.fields[name];
  return (
    <>
      {fault && (
        <div class="invalid-feedback" id={`${id}-fault`}>
          {fault}
        </div>
      )}
      {hint && (
        <div class="form-hint mt-1" id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </>
  );
}

export const classOf = (base: string, { faults, name }: LabelledProps): string =>
  faults?.fields[name] ? `${base} is-invalid` : base;

interface FieldProps extends LabelledProps {
  type?: 'text' | 'email' | 'password' | 'tel' | 'number' | 'search';
  value?: string | number | null | undefined;
  autocomplete?: string;
  maxLength?: number;
  min?: string | number;
  max?: string | number;
  step?: string | number;
  placeholder?: string;
  list?: string;
}

/** Browsers take no address with letters beyond ASCII before its @ for one, so that they are only told what to offer. */
const kindOf = (type: string): InputHTMLAttributes<HTMLInputElement> =>
  type === 'email' ? { type: 'text', inputMode: 'email', autocapitalize: 'none' } : { type: type as 'text' };

/** A labelled input with its fault, which screen readers read with it. */
export function Field(props: FieldProps): VNode {
  const { type = 'text', value, autocomplete, maxLength, min, max, step, placeholder, list } = props;
  // The union of all kinds of input does not take a kind that is chosen later.
  const kind = {
    ...kindOf(type),
    autocomplete,
    maxLength,
    min,
    max,
    step,
    placeholder,
    list,
  } as InputHTMLAttributes<HTMLInputElement>;
  return (
    <Labelled {...props}>
      <input
        class={classOf('form-control', props)}
        value={value ?? undefined}
        spellcheck={false}
        {...attributesOf(props)}
        {...kind}
      />
    </Labelled>
  );
}

interface TextAreaProps extends LabelledProps {
  value?: string | null | undefined;
  rows?: number;
  maxLength?: number;
  placeholder?: string;
}

/** A labelled text of several lines. */
export function TextArea(props: TextAreaProps): VNode {
  const { value, rows = 4, maxLength, placeholder } = props;
  return (
    <Labelled {...props}>
      <textarea
        class={classOf('form-control', props)}
        rows={rows}
        maxLength={maxLength}
        placeholder={placeholder}
        {...attributesOf(props)}
      >
        {value ?? ''}
      </textarea>
    </Labelled>
  );
}

export interface Option {
  value: string;
  name: string;
}

interface SelectProps extends LabelledProps {
  options: readonly Option[];
  value?: string | null | undefined;
  /** The words of an empty choice; without it there is none. */
  none?: string;
}

/** A labelled choice of one. */
export function Select(props: SelectProps): VNode {
  const { options, value, none } = props;
  return (
    <Labelled {...props}>
      <select class={classOf('form-select', props)} {...attributesOf(props)}>
        {none !== undefined && <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.name}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

interface CheckProps extends Omit<LabelledProps, 'optional' | 'needed'> {
  checked?: boolean;
  /** What is sent when it is checked. */
  value?: string;
  type?: 'checkbox' | 'radio';
}

/** One box to tick, or one of several that exclude each other; `scope` tells those of one name apart. */
export function Check(props: CheckProps): VNode {
  const { checked = false, value = 'ya', type = 'checkbox', label } = props;
  const { required: _, ...attributes } = attributesOf({ ...props, optional: true });
  return (
    <div class="mb-2">
      <label class="form-check mb-0">
        <input
          class={classOf('form-check-input', props)}
          type={type}
          value={value}
          checked={checked}
          {...attributes}
        />
        <span class="form-check-label">{label}</span>
      </label>
      <Remarks {...props} />
    </div>
  );
}

interface ChoiceProps extends LabelledProps {
  /** The words of each by its code. */
  choices: Readonly<Record<string, string>>;
  value: string;
}

/** One of a few, all of them in sight. */
export function Choice(props: ChoiceProps): VNode {
  const { name, label, choices, value, faults } = props;
  return (
    <Group legend={label}>
      {Object.entries(choices).map(([code, words]) => (
        <Check
          key={code}
          type="radio"
          name={name}
          scope={code}
          value={code}
          label={words}
          checked={code === value}
          faults={faults?.fields[name] ? { fields: { [name]: '' } } : null}
        />
      ))}
      <Remarks {...props} />
    </Group>
  );
}

/** Controls that answer one question together. */
export function Group({
  legend,
  children,
}: {
  legend: ComponentChildren;
  children: ComponentChildren;
}): VNode {
  return (
    <fieldset class="mb-3">
      <legend class="form-label">{legend}</legend>
      {children}
    </fieldset>
  );
}

/** Why a form was refused, above it. */
export function RefusalAlert({ faults }: { faults: FormFaults | null }): VNode | null {
  if (!faults) return null;
  return (
    <div class="alert alert-danger d-block" role="alert">
      <h2 class="alert-title">{faults.title}</h2>
      <div class="text-secondary">{faults.detail}</div>
    </div>
  );
}

/** Something that went well, or is good to know. */
export function NoticeAlert({ children }: { children: ComponentChildren }): VNode {
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
