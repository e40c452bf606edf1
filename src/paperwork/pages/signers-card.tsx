import type { VNode } from 'preact';
import { DateField } from '../../platform/pages/calendar-fields.js';
import { Card } from '../../platform/pages/card.js';
import { Field, Select } from '../../platform/pages/form-parts.js';
import { typed } from '../../platform/pages/forms.js';
import { NipField, RankField } from '../../platform/pages/official-fields.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { formatCalendarDate } from '../../platform/text/dates.js';
import { signedPosition, signerKinds, signerKindWords } from '../domain/signers.js';
import type { OfficePapers } from '../use-cases/keep-office-papers.js';
import type { RefusedOfficeForm } from './refused-office-form.js';

type Signer = OfficePapers['signers'][number];

interface SignersCardProps {
  read: OfficePapers;
  refused: RefusedOfficeForm | undefined;
}

const kindOptions = signerKinds.map((kind) => ({ value: kind, name: signerKindWords[kind] }));

const datesOf = ({ fromOn, untilOn }: Signer): string =>
  untilOn === null
    ? `sejak ${formatCalendarDate(fromOn)}`
    : `${formatCalendarDate(fromOn)} sampai ${formatCalendarDate(untilOn)}`;

/** Who signs for an office on which dates, each with a form to change it, and one for another. */
export function SignersCard({ read: { office, signers }, refused }: SignersCardProps): VNode {
  const path = `/upt/${office.code}/kop/penanda-tangan`;
  return (
    <Card title="Penanda tangan">
      <p class="card-body pb-2 mb-0 text-secondary">
        Pada surat tercetak yang menjabat pada tanggal surat: Plt. atau Plh. bila ada, selain itu pejabat
        tetap.
      </p>
      {signers.length > 0 && (
        <ul class="list-group list-group-flush">
          {signers.map((signer) => (
            <li class="list-group-item" key={signer.id}>
              <div class="fw-medium">{signer.name}</div>
              <div class="text-secondary">
                {[signedPosition(signer), signer.rank, datesOf(signer)].filter(Boolean).join(' · ')}
              </div>
              <details open={refused?.form === signer.id}>
                <summary>
                  Ubah atau hapus<span class="visually-hidden"> {signer.name}</span>
                </summary>
                <SignerForm action={`${path}/${signer.id}`} signer={signer} refused={refused} />
                <PageForm action={`${path}/${signer.id}/hapus`} version={signer.version}>
                  <button class="btn btn-danger" type="submit">
                    Hapus
                  </button>
                </PageForm>
              </details>
            </li>
          ))}
        </ul>
      )}
      <div class="card-body">
        <h3>Tambah penanda tangan</h3>
        <SignerForm action={path} signer={null} refused={refused} />
      </div>
    </Card>
  );
}

interface SignerFormProps {
  action: string;
  /** Null for a new one. */
  signer: Signer | null;
  refused: RefusedOfficeForm | undefined;
}

function SignerForm({ action, signer, refused }: SignerFormProps): VNode {
  const scope = signer?.id ?? 'new';
  const own = refused?.form === scope ? refused : null;
  const value = (name: 'kind' | 'name' | 'position' | 'rank' | 'fromOn' | 'untilOn'): string =>
    own ? typed(own.sent, name) : (signer?.[name] ?? '');
  const common = { scope, faults: own?.faults ?? null };
  return (
    <PageForm class="prose mt-2 mb-3" action={action} {...(signer && { version: signer.version })}>
      <Select name="kind" label="Sebagai" options={kindOptions} value={value('kind')} {...common} />
      <Field name="name" label="Nama dengan gelar" value={value('name')} maxLength={200} {...common} />
      <Field
        name="position"
        label="Jabatan"
        value={value('position')}
        maxLength={200}
        hint="Tanpa Plt. atau Plh., misalnya Kepala Rutan Kelas IIB Banjarnegara."
        {...common}
      />
      <RankField value={value('rank')} {...common} />
      <NipField value={own ? typed(own.sent, 'nip') : ''} stored={signer?.nip ?? null} {...common} />
      <DateField name="fromOn" label="Mulai menjabat" value={value('fromOn')} {...common} />
      <DateField
        name="untilOn"
        label="Sampai tanggal"
        value={value('untilOn')}
        hint="Wajib untuk Plt. dan Plh.; kosong bila masih menjabat."
        optional
        {...common}
      />
      <button class={signer ? 'btn' : 'btn btn-primary'} type="submit">
        {signer ? 'Simpan' : 'Tambah'}
      </button>
    </PageForm>
  );
}
