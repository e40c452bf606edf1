import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Field, Select } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { zoneLabel, zoneNames } from '../../platform/text/zones.js';
import type { UnitChangeKind } from '../domain/unit-change.js';
import type { ChangeChoices } from '../queries/change-choices.js';
import { rowField, type openedFields } from './change-form.js';

interface OpenedFieldsProps {
  /** Which of the new units it is, from 0. */
  row: number;
  kind: UnitChangeKind;
  choices: ChangeChoices;
  sent: SentForm;
  faults: FormFaults | null;
}

/** The fields of one new unit. */
export function OpenedFields({ row, kind, choices, sent, faults }: OpenedFieldsProps): VNode {
  const optional = row > 0;
  const text = (field: (typeof openedFields)[number]) => {
    const name = rowField(row, field);
    return { name, value: typed(sent, name), faults, optional };
  };
  const codes = (list: readonly { code: string; name: string }[]) =>
    list.map(({ code, name }) => ({ value: code, name }));
  return (
    <Card title={kind === 'split' ? `UPT baru ${row + 1}${optional ? ' (bila ada)' : ''}` : 'UPT baru'}>
      <div class="card-body">
        <Field {...text('name')} label="Nama resmi" maxLength={200} />
        <Field
          {...text('code')}
          label="Kode"
          hint="Tetap untuk selamanya; huruf kecil dan tanda hubung, contoh: rutan-bobotsari."
          maxLength={80}
        />
        <Select {...text('type')} label="Jenis" options={codes(choices.types)} />
        <Field {...text('class')} label="Kelas" hint="Contoh: IIB" maxLength={20} optional />
        <Field {...text('place')} label="Kota atau kabupaten" maxLength={100} />
        <Select {...text('regionalOffice')} label="Kanwil" options={codes(choices.offices)} />
        <Select
          {...text('timeZone')}
          label="Zona waktu"
          value={typed(sent, rowField(row, 'timeZone')) || choices.offices[0]?.timeZone}
          options={zoneNames.map((zone) => ({ value: zone, name: zoneLabel(zone) }))}
        />
      </div>
    </Card>
  );
}
