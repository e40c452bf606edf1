import type { VNode } from 'preact';
import { Select, type Option } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import type { OwnerChoice, PracticeChoice } from '../queries/follow-up-choices.js';

interface ChoiceFieldsProps {
  owners: readonly OwnerChoice[];
  practices: readonly PracticeChoice[];
  /** Whether owners are of several units, so that each is named with its own. */
  hasSeveralUnits?: boolean;
  personId: string;
  note: string;
  /** What stands and may no longer be among the choices; it stays until another is chosen. */
  standing?: { personId: string | null; personName: string; note: string | null; noteTitle: string | null };
  faults: FormFaults | null;
  scope?: string;
}

/** The owner's account and the practice that is copied; either may be left out. */
export function ChoiceFields(props: ChoiceFieldsProps): VNode {
  const { owners, practices, hasSeveralUnits, personId, note, standing, faults, scope } = props;
  const shared = { faults, optional: true, ...(scope === undefined ? {} : { scope }) };
  const people = owners.map(({ id, name, unitName }) => ({
    value: id,
    name: hasSeveralUnits ? `${name} · ${unitName}` : name,
  }));
  const notes = practices.map(({ id, title, unitName }) => ({ value: id, name: `${title} · ${unitName}` }));
  return (
    <>
      <Select
        name="personId"
        label="Akun penanggung jawab"
        none="Tanpa akun"
        value={personId}
        options={withStanding(people, standing?.personId, standing?.personName)}
        hint="Pengingat jatuh tempo dikirim juga kepadanya."
        {...shared}
      />
      <Select
        name="note"
        label="Praktik baik yang ditiru"
        none="Tidak meniru praktik dalam daftar"
        value={note}
        options={withStanding(
          notes,
          standing?.note,
          standing?.noteTitle ?? 'Praktik yang dipilih sebelumnya',
        )}
        hint="Setelah selesai dan dikonfirmasi, silsilah praktik itu bertambah."
        {...shared}
      />
    </>
  );
}

function withStanding(options: readonly Option[], value?: string | null, name = ''): readonly Option[] {
  if (!value || options.some((option) => option.value === value)) return options;
  return [{ value, name }, ...options];
}
