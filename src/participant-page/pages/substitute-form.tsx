import type { VNode } from 'preact';
import { Field, RefusalAlert, Submit } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { PageForm } from '../../platform/pages/page-form.js';

/** A form that was refused, with what was typed. */
export interface RefusedSubstitute {
  faults: FormFaults;
  sent: SentForm | undefined;
}

/** "I can't come, this person comes in my place", folded away until wanted. */
export function SubstituteForm({ action, refused }: { action: string; refused?: RefusedSubstitute }): VNode {
  const faults = refused?.faults ?? null;
  const value = (field: string) => typed(refused?.sent, field);
  return (
    <details class="mt-3" open={faults !== null}>
      <summary class="fold">Ada orang lain yang menggantikan</summary>
      <PageForm action={action} class="mt-3">
        <RefusalAlert faults={faults} />
        <p class="text-secondary">
          Jawaban Anda menjadi “Tidak hadir”. Petugas kedua UPT menerima usulan ini dan memutuskannya.
        </p>
        <Field
          name="name"
          label="Nama pengganti"
          value={value('name')}
          maxLength={200}
          autocomplete="off"
          faults={faults}
        />
        <Field
          name="email"
          label="Alamat surel pengganti"
          type="email"
          value={value('email')}
          autocomplete="off"
          faults={faults}
        />
        <Field
          name="comment"
          label="Catatan"
          value={value('comment')}
          maxLength={500}
          autocomplete="off"
          optional
          faults={faults}
        />
        <Submit>Usulkan pengganti</Submit>
      </PageForm>
    </details>
  );
}
