import type { VNode } from 'preact';
import { Field, Select } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { NipField, RankChoices, RankField } from '../../platform/pages/official-fields.js';
import type { Role } from '../../platform/security/actor.js';
import type { PlaceChoice, PlaceChoiceLists } from '../queries/place-choices.js';
import { roleNames } from './people-words.js';

export type PersonField =
  'name' | 'email' | 'position' | 'rank' | 'nip' | 'phone' | 'role' | 'unit' | 'regionalOffice';

export interface PersonFieldsProps {
  /** What stands in a field: what was typed, or what is stored. */
  value: (field: PersonField) => string;
  /** Roles that may be chosen; a single one is not asked for. */
  roles: readonly Role[];
  places: PlaceChoiceLists;
  faults: FormFaults | null;
}

const optionsOf = (places: readonly PlaceChoice[]) => places.map(({ code, name }) => ({ value: code, name }));

type NameFieldsProps = Pick<PersonFieldsProps, 'value' | 'faults'> & {
  /** The NIP as it is stored, which no form shows whole; null for none. */
  nip: string | null;
  /** It is the actor who is written about: the browser may fill the fields in. */
  own?: boolean;
};

/** Who somebody is. */
export function NameFields({ value, faults, nip, own = false }: NameFieldsProps): VNode {
  const common = (name: PersonField, autocomplete: string) => ({
    ...{ name, faults, value: value(name), autocomplete: own ? autocomplete : 'off' },
  });
  return (
    <>
      <Field {...common('name', 'name')} label="Nama" maxLength={200} />
      <Field {...common('position', 'organization-title')} label="Jabatan" maxLength={200} optional />
      <RankChoices />
      <RankField value={value('rank')} faults={faults} />
      <NipField value={value('nip')} stored={nip} faults={faults} />
      <Field
        {...common('phone', 'tel')}
        label="Nomor telepon"
        type="tel"
        maxLength={40}
        hint="Misalnya 0812 3456 7890."
        optional
      />
    </>
  );
}

/** What somebody does, and where. */
export function PostFields({ value, roles, places, faults }: PersonFieldsProps): VNode {
  return (
    <>
      {roles.length > 1 && (
        <Select
          name="role"
          label="Peran"
          value={value('role')}
          options={roles.map((role) => ({ value: role, name: roleNames[role] }))}
          faults={faults}
        />
      )}
      {roles.length > 1 && (
        <Select
          name="unit"
          label="UPT"
          value={value('unit')}
          options={optionsOf(places.units)}
          none={places.regionalOffices.length > 0 ? 'Tidak ada' : 'Pilih UPT'}
          hint="Untuk petugas dan kepala UPT."
          optional={places.regionalOffices.length > 0}
          faults={faults}
        />
      )}
      {places.regionalOffices.length > 0 && (
        <Select
          name="regionalOffice"
          label="Kanwil"
          value={value('regionalOffice')}
          options={optionsOf(places.regionalOffices)}
          none="Tidak ada"
          hint="Hanya untuk petugas Kanwil."
          optional
          faults={faults}
        />
      )}
    </>
  );
}
