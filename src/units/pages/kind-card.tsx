import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { DescribedField } from '../../platform/pages/described-field.js';
import { fieldText } from '../../platform/pages/described-form.js';
import { Check, Group, TextArea } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { weekLines } from '../domain/hosting-lines.js';
import { kindFields, kindNumbers, plainRule, type KindRule } from '../domain/kind-rules.js';
import { visitKindWords, visitKinds, type VisitKind } from '../domain/visit-kinds.js';
import { kindFieldName, kindText } from './kind-form.js';

interface KindCardProps {
  kinds: readonly KindRule[];
  /** What was typed, when the form was refused. */
  sent: SentForm | undefined;
  faults: FormFaults | null;
}

/** What a unit says of each kind of visit, where that differs from its other rules. */
export function KindCard({ kinds, ...form }: KindCardProps): VNode {
  return (
    <Card title="Aturan menurut bentuk kunjungan">
      <div class="card-body">
        <p class="text-secondary">Isi hanya yang berbeda dari aturan umum di atas.</p>
        {visitKinds.map((kind) => (
          <Kind key={kind} rule={kinds.find((each) => each.kind === kind) ?? plainRule(kind)} {...form} />
        ))}
      </div>
    </Card>
  );
}

type KindProps = Omit<KindCardProps, 'kinds'> & { rule: KindRule };

function Kind({ rule, sent, faults }: KindProps): VNode {
  const { kind } = rule;
  const name = (field: Parameters<typeof kindFieldName>[1]): string => kindFieldName(kind, field);
  return (
    <Group legend={visitKindWords[kind]}>
      <Check
        name={name('receives')}
        label={kindFields.receives.label}
        checked={sent ? typed(sent, name('receives')) === 'ya' : rule.receives}
        faults={faults}
      />
      <div class="row">
        {kindNumbers.map((field) => (
          <div class="col-sm-6" key={field}>
            <DescribedField
              name={name(field)}
              field={kindFields[field]}
              value={kindText(sent, name(field), fieldText(rule[field]))}
              faults={faults}
            />
          </div>
        ))}
      </div>
      <Days kind={kind} value={kindText(sent, name('windows'), weekLines(rule.windows))} faults={faults} />
    </Group>
  );
}

function Days({ kind, value, faults }: { kind: VisitKind; value: string; faults: FormFaults | null }): VNode {
  return (
    <TextArea
      name={kindFieldName(kind, 'windows')}
      label="Hanya pada hari dan jam"
      hint="Satu baris satu hari, di dalam jam menerima kunjungan, misalnya: Selasa 09.00–11.30. Hari saja berarti sepanjang hari itu. Kosong: semua jam."
      value={value}
      rows={2}
      faults={faults}
      optional
    />
  );
}
