import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Field, RefusalAlert, Submit } from '../../platform/pages/form-parts.js';
import { typed } from '../../platform/pages/forms.js';
import { NipField, RankChoices, RankField } from '../../platform/pages/official-fields.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { shownEmail } from '../../platform/text/shown-email.js';
import type { ParticipantPage } from '../use-cases/read-participant-page.js';
import { addressOf } from './addresses.js';
import type { Refused } from './refused.js';

interface OwnDataCardProps {
  token: string;
  page: ParticipantPage;
  refused?: Refused | undefined;
}

const ADDRESS_HINT =
  'Alamat baru berlaku setelah Anda membuka tautan yang kami kirim ke sana. Jawaban dan kalender Anda tetap.';

const ownFields = [
  { name: 'name', label: 'Nama', maxLength: 200, autocomplete: 'name' },
  { name: 'position', label: 'Jabatan', maxLength: 200, optional: true },
  { name: 'office', label: 'Instansi', maxLength: 200, optional: true },
  { name: 'phone', label: 'Telepon', type: 'tel', autocomplete: 'tel', optional: true },
  {
    name: 'email',
    label: 'Alamat surel',
    type: 'email',
    maxLength: 254,
    autocomplete: 'email',
    hint: ADDRESS_HINT,
    optional: true,
  },
] as const;
type OwnField = (typeof ownFields)[number]['name'];

/** What the visit knows of the person, to be put right. */
export function OwnDataCard({ token, page: { participant }, refused }: OwnDataCardProps): VNode {
  const own = refused?.form === 'data' ? refused : null;
  const faults = own?.faults ?? null;
  const common = { scope: 'data', faults };
  const value = (name: OwnField): string => {
    if (own) return typed(own.sent, name);
    const stored = participant[name] ?? '';
    return name === 'email' ? shownEmail(stored) : stored;
  };
  return (
    <Card title="Data Anda">
      <details class="card-body" open={own !== null}>
        <summary class="fold">Ada yang keliru? Betulkan sendiri</summary>
        <PageForm action={addressOf(token, 'data')} class="mt-3">
          <RefusalAlert {...common} />
          {ownFields.map(({ name, ...field }) => (
            <Field key={name} name={name} {...field} value={value(name)} {...common} />
          ))}
          <RankChoices />
          <RankField value={own ? typed(own.sent, 'rank') : (participant.rank ?? '')} {...common} />
          <NipField value={typed(own?.sent, 'nip')} stored={participant.nip} {...common} />
          <Submit>Simpan</Submit>
        </PageForm>
      </details>
    </Card>
  );
}
