import type { VNode } from 'preact';
import type { FieldDescription } from '../text/field-description.js';
import { DescribedField } from './described-field.js';
import { Check, Group } from './form-parts.js';
import type { FormFaults } from './forms.js';

type TypedField = Exclude<FieldDescription, { kind: 'codes' | 'yes-no' }>;

interface DescribedFieldsProps<Name extends string> {
  fields: Readonly<Record<Name, TypedField>>;
  values: (name: Name) => string;
  /** Those that stand beside each other, after the others. */
  beside?: readonly Name[];
  faults: FormFaults | null;
  scope?: string | undefined;
}

/** Controls for fields of a table, in its order, each of which may be left empty. */
export function DescribedFields<Name extends string>(props: DescribedFieldsProps<Name>): VNode {
  const { fields, values, beside = [], faults, scope } = props;
  const control = (name: Name): VNode => (
    <DescribedField
      key={name}
      name={name}
      field={fields[name]}
      value={values(name)}
      faults={faults}
      {...(scope === undefined ? {} : { scope })}
      optional
    />
  );
  const names = Object.keys(fields) as Name[];
  return (
    <>
      {names.filter((name) => !beside.includes(name)).map(control)}
      <div class="row g-2">
        {beside.map((name) => (
          <div class="col-sm" key={name}>
            {control(name)}
          </div>
        ))}
      </div>
    </>
  );
}

interface ChosenBoxesProps {
  name: string;
  legend: string;
  hint: string;
  boxes: readonly { value: string; label: string; isChosen: boolean }[];
  faults: FormFaults | null;
}

/** Boxes of one name of which any may be ticked; nothing where there is none. */
export function ChosenBoxes({ name, legend, hint, boxes, faults }: ChosenBoxesProps): VNode | null {
  if (boxes.length === 0) return null;
  return (
    <Group legend={legend}>
      {boxes.map(({ value, label, isChosen }) => (
        <Check
          key={value}
          name={name}
          scope={value}
          value={value}
          checked={isChosen}
          label={label}
          faults={null}
        />
      ))}
      {faults?.fields[name] && <p class="text-danger mb-1">{faults.fields[name]}</p>}
      <p class="form-hint">{hint}</p>
    </Group>
  );
}
