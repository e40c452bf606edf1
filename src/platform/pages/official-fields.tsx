import type { VNode } from 'preact';
import { maskNip } from '../text/nip.js';
import { knownRanks } from '../text/ranks.js';
import { Field } from './form-parts.js';
import type { FieldFaults, SentForm } from './forms.js';

interface OfficialFieldProps {
  value: string;
  scope?: string;
  faults: FieldFaults | null;
}

const RANKS = 'daftar-pangkat';

/** The ranks that a field may offer; once on a page that has such a field. */
export function RankChoices(): VNode {
  return (
    <datalist id={RANKS}>
      {knownRanks.map((rank) => (
        <option key={rank} value={rank} />
      ))}
    </datalist>
  );
}

/** Pangkat and golongan: known ones are offered by `RankChoices`, others are typed. */
export const RankField = (props: OfficialFieldProps): VNode => (
  <Field
    name="rank"
    label="Pangkat dan golongan"
    maxLength={100}
    list={RANKS}
    hint="Cukup golongannya, misalnya III/c."
    optional
    {...props}
  />
);

/** A NIP, which nobody is shown whole in a form. @param stored as it is stored; null for none */
export const NipField = ({ stored, ...props }: OfficialFieldProps & { stored: string | null }): VNode => (
  <Field
    name="nip"
    label="NIP"
    maxLength={30}
    hint={
      stored === null
        ? '18 angka; disamarkan di luar surat resmi.'
        : `Tersimpan ${maskNip(stored)}. Kosongkan agar tetap; isi untuk menggantinya.`
    }
    optional
    {...props}
  />
);

/** A NIP is shown to nobody whole, so that one left empty stays as it is. */
export function withoutEmptyNip(sent: SentForm | undefined): SentForm {
  const { nip, ...others } = sent ?? {};
  return typeof nip === 'string' && nip.trim() === '' ? others : { ...sent };
}
