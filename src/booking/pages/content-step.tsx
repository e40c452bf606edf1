import type { VNode } from 'preact';
import { Check, Field, Group, Select, TextArea } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import type { BookingInput, ContentField } from '../domain/booking-input.js';
import type { Choices, ProgramChoice } from '../queries/booking-choices.js';
import { kindOptions } from './booking-words.js';
import { Step } from './step.js';

interface ContentStepProps {
  input: BookingInput;
  choices: Choices;
  faults: FormFaults | null;
}

/** Step 3: what the visit is about, the letter, and whom the host asks back. */
export function ContentStep({ input, choices, faults }: ContentStepProps): VNode {
  const field = (name: ContentField) => ({ name, faults, value: input.content[name] });
  return (
    <Step number={3} id="isi" title="Isi permintaan">
      <div class="booking-fields">
        <Select {...field('bentuk')} label="Bentuk kunjungan" options={kindOptions} />
        <Field
          {...field('judul')}
          label="Judul"
          maxLength={200}
          placeholder="mis. Belajar ketahanan pangan"
        />
      </div>
      <TextArea
        {...field('maksud')}
        label="Maksud dan tujuan"
        hint="Apa yang ingin dilihat dan dibawa pulang, agar tuan rumah dapat menyiapkannya."
        maxLength={4000}
      />
      <Field
        {...field('topikKunjungan')}
        label="Topik"
        optional
        hint="Pisahkan dengan koma."
        maxLength={2000}
      />
      <Programs programs={choices.programs} chosen={input.programs} faults={faults} />
      <Field
        {...field('tempat')}
        label="Tempat di tuan rumah"
        optional
        hint="Bila kosong, di kantor UPT tuan rumah."
        maxLength={300}
      />
      <div class="booking-fields">
        <Field
          {...field('nomorSurat')}
          label="Nomor surat permohonan"
          optional
          maxLength={100}
          placeholder="mis. WP.13.PAS.7-PK.01.08-120"
        />
        <Field {...field('tanggalSurat')} type="date" label="Tanggal surat" optional />
      </div>
      <div class="booking-fields">
        <Field {...field('narahubung')} label="Narahubung" maxLength={200} autocomplete="name" />
        <Field {...field('telepon')} type="tel" label="Telepon" optional maxLength={40} autocomplete="tel" />
        <Field {...field('surel')} type="email" label="Surel" optional maxLength={254} autocomplete="email" />
      </div>
    </Step>
  );
}

interface ProgramsProps {
  programs: readonly ProgramChoice[];
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
                name="programKunjungan"
                scope={code}
                value={code}
                label={name}
                checked={chosen.includes(code)}
                faults={null}
              />
            ))}
        </Group>
      ))}
      {faults?.fields['programKunjungan'] && (
        <p class="invalid-feedback d-block">{faults.fields['programKunjungan']}</p>
      )}
    </>
  );
}
