import type { VNode } from 'preact';
import { Field } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { NipField, RankField } from '../../platform/pages/official-fields.js';

interface OfficialFieldsProps {
  value: (name: 'position' | 'office' | 'rank' | 'nip') => string;
  /** The NIP as it is stored; null for none. Left out where it is not the reader's to know. */
  stored?: string | null;
  scope?: string;
  faults: FormFaults | null;
}

/** What somebody is, and where: as lists of official papers have it. The page has `RankChoices` once. */
export function OfficialFields({ value, stored, ...common }: OfficialFieldsProps): VNode {
  const texts = [
    ['position', 'Jabatan'],
    ['office', 'Instansi'],
  ] as const;
  return (
    <>
      {texts.map(([name, label]) => (
        <Field key={name} value={value(name)} maxLength={200} optional {...{ name, label, ...common }} />
      ))}
      <RankField value={value('rank')} {...common} />
      {stored !== undefined && <NipField value={value('nip')} stored={stored} {...common} />}
    </>
  );
}
