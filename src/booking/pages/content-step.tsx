import type { VNode } from 'preact';
import { DescribedField, type FieldWords } from '../../platform/pages/described-field.js';
import { Check, Group, Select } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { namesOf } from '../../platform/text/field-description.js';
import { bookingFields, fieldLines, type BookingField } from '../../visits/index.js';
import type { BookingInput, TypedField } from '../domain/booking-input.js';
import type { Choices, OfferedProgram } from '../queries/booking-choices.js';
import { kindOptions } from './booking-words.js';
import { Step } from './step.js';

interface ContentStepProps {
  number: number;
  input: BookingInput;
  choices: Choices;
  faults: FormFaults | null;
}

/** Step 3: what the visit is about, the letter, and whom the host asks back. */
export function ContentStep({ number, input, choices, faults }: ContentStepProps): VNode {
  return (
    <Step number={number} id="isi" title="Isi permintaan">
      {rows.map(({ key, names }) =>
        names.includes('programs') ? (
          <Programs key={key} programs={choices.programs} chosen={input.programs} faults={faults} />
        ) : (
          <Row key={key} names={names} input={input} faults={faults} />
        ),
      )}
    </Step>
  );
}

/** Fields of a group stand beside each other; how to meet is asked with the time, which depends on it. */
const rows = fieldLines(namesOf(bookingFields).filter((name) => name !== 'mode'));

type RowProps = Pick<ContentStepProps, 'input' | 'faults'> & { names: readonly BookingField[] };

function Row({ names, input: { content }, faults }: RowProps): VNode {
  const inputs = names.map(
    (name) => name !== 'programs' && <Input key={name} name={name} value={content[name]} faults={faults} />,
  );
  if (names.length === 1 && !names.includes('title')) return <>{inputs}</>;
  return (
    <div class="booking-fields">
      {names.includes('title') && (
        <Select
          name="kind"
          label="Bentuk kunjungan"
          options={kindOptions}
          value={content.kind}
          faults={faults}
        />
      )}
      {inputs}
    </div>
  );
}

function Input({ name, ...typed }: { name: TypedField; value: string; faults: FormFaults | null }): VNode {
  const { needed, ...words }: { needed: boolean } & FieldWords = bookingFields[name].booking;
  return (
    <DescribedField
      name={name}
      field={bookingFields[name]}
      optional={!needed}
      lists="commas"
      {...typed}
      {...words}
    />
  );
}

interface ProgramsProps {
  programs: readonly OfferedProgram[];
  chosen: readonly string[];
  faults: FormFaults | null;
}

/** The programs by their framework. */
function Programs({ programs, chosen, faults }: ProgramsProps): VNode {
  const frameworks = [...new Set(programs.map(({ framework }) => framework))];
  return (
    <>
      {frameworks.map((framework) => (
        <Group key={framework} legend={`${framework} (boleh lebih dari satu)`}>
          {programs
            .filter((program) => program.framework === framework)
            .map(({ code, name }) => (
              <Check
                key={code}
                name="programs"
                scope={code}
                value={code}
                label={name}
                checked={chosen.includes(code)}
                faults={null}
              />
            ))}
        </Group>
      ))}
      {faults?.fields['programs'] && <p class="invalid-feedback d-block">{faults.fields['programs']}</p>}
    </>
  );
}
