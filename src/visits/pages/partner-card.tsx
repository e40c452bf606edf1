import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Field } from '../../platform/pages/form-parts.js';
import { typed } from '../../platform/pages/forms.js';
import { PageForm } from '../../platform/pages/page-form.js';
import type { RefusedStep } from './step-forms.js';

interface PartnerCardProps {
  visitId: string;
  refused: RefusedStep | null;
}

/** Where an outside partner is written down that comes along. */
export function PartnerCard({ visitId, refused }: PartnerCardProps): VNode {
  const given = (name: string) => ({
    name,
    value: typed(refused?.sent, name),
    faults: refused?.faults ?? null,
    scope: 'mitra',
  });
  return (
    <Card title="Mitra luar">
      <PageForm class="card-body" action={`/kunjungan/${visitId}/tamu`} asks>
        <p class="text-secondary">
          Universitas, dinas, media, lembaga, atau perusahaan yang ikut. Yang pernah tercatat ditemukan lagi
          dari namanya.
        </p>
        <Field {...given('partnerName')} label="Nama mitra" maxLength={200} />
        <Field {...given('partnerPlace')} label="Kota atau kabupaten" maxLength={100} optional />
        <Field {...given('partySize')} label="Jumlah orang" type="number" min={1} max={1000} optional />
        <button class="btn" type="submit">
          Catat sebagai tamu
        </button>
      </PageForm>
    </Card>
  );
}
