import type { VNode } from 'preact';
import { Field, Select } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import type { Role } from '../../platform/security/actor.js';
import type { PlaceChoice, PlaceChoiceLists } from '../queries/place-choices.js';
import { roleNames } from './people-words.js';

export type PersonField = 'name' | 'email' | 'position' | 'phone' | 'role' | 'unit' | 'regionalOffice';

export interface PersonFieldsProps {
  /** What stands in a field: what was typed, or what is stored. */
  value: (field: PersonField) => string;
  /** Roles that may be chosen; a single one is not asked for. */
  roles: readonly Role[];
  places: PlaceChoiceLists;
  faults: FormFaults | null;
}

const optionsOf = (places: readonly PlaceChoice[]) => places.map(({ code, name }) => ({ value: code, name }));

/** Who somebody is. */
export function NameFields({ value, faults, first }: PersonFieldsProps & { first?: boolean }): VNode {
  return (
    <>
      <Field
        name="name"
        label="Nama"
        value={value('name')}
        autocomplete="off"
        maxLength={200}
        faults={faults}
        first={first ?? false}
      />
      <Field
        name="position"
        label="Jabatan"
        value={value('position')}
        autocomplete="off"
        maxLength={200}
        optional
        faults={faults}
      />
      <Field
        name="phone"
        label="Nomor telepon"
        type="tel"
        value={value('phone')}
        autocomplete="off"
        maxLength={40}
        optional
        faults={faults}
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
