import type { VNode } from 'preact';
import { Field } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { maskNip } from '../../platform/text/nip.js';

interface OfficialFieldsProps {
  value: (name: 'position' | 'office' | 'rank' | 'nip') => string;
  /** The NIP as it is stored; null for none. Left out where it is not the reader's to know. */
  stored?: string | null;
  scope?: string;
  faults: FormFaults | null;
}

/** What somebody is, and where: as lists of official papers have it. */
export function OfficialFields({ value, stored, ...common }: OfficialFieldsProps): VNode {
  const texts = [
    ['position', 'Jabatan', 200],
    ['office', 'Instansi', 200],
    ['rank', 'Pangkat dan golongan', 100],
  ] as const;
  return (
    <>
      {texts.map(([name, label, maxLength]) => (
        <Field key={name} value={value(name)} optional {...{ name, label, maxLength, ...common }} />
      ))}
      {stored !== undefined && (
        <Field
          name="nip"
          label="NIP"
          value={value('nip')}
          maxLength={30}
          hint={
            stored === null
              ? '18 angka; disamarkan di luar surat resmi.'
              : `Tersimpan ${maskNip(stored)}. Kosongkan agar tetap; isi untuk menggantinya.`
          }
          optional
          {...common}
        />
      )}
    </>
  );
}
