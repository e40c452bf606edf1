import type { VNode } from 'preact';
import { Check, Field, Group, NoticeAlert, RefusalAlert } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import type { OfficeLine } from '../queries/list-reference.js';

interface OfficePageProps {
  actor: Actor;
  office: OfficeLine;
  notice?: string | undefined;
  sent?: SentForm | undefined;
  faults: FormFaults | null;
}

/** The settings of a regional office. */
export function OfficePage({ actor, office, notice, sent, faults }: OfficePageProps): VNode {
  const value = (field: 'name' | 'shortName' | 'email') => (sent ? typed(sent, field) : office[field]);
  const isTicked: ApprovalsProps['isTicked'] = (field) =>
    sent ? typed(sent, field) === 'ya' : office[field];
  const isFromList = can(actor, 'reference.keep');
  return (
    <Layout title={office.name} actor={actor} path="/pengelolaan">
      <PageHeading
        title={office.name}
        lead={`Wilayah ${office.region}, berkedudukan di ${office.seat}.`}
        back={isFromList ? ['/pengelolaan/kanwil', 'Kanwil'] : ['/pengelolaan', 'Pengelolaan']}
      />
      {notice !== undefined && <NoticeAlert>{notice}</NoticeAlert>}
      <RefusalAlert faults={faults} />
      <PageForm
        class="card card-body prose"
        action={`/pengelolaan/kanwil/${office.code}`}
        version={office.version}
      >
        <Field name="name" label="Nama" value={value('name')} maxLength={200} faults={faults} />
        <Field
          name="shortName"
          label="Nama pendek"
          value={value('shortName')}
          maxLength={100}
          hint="Dipakai di daftar dan surat."
          faults={faults}
        />
        <Field
          name="email"
          label="Alamat surel"
          type="email"
          value={value('email')}
          maxLength={254}
          optional
          faults={faults}
        />
        <Approvals isTicked={isTicked} faults={faults} />
        <div>
          <button class="btn btn-primary" type="submit">
            Simpan
          </button>
        </div>
      </PageForm>
    </Layout>
  );
}

interface ApprovalsProps {
  isTicked: (field: 'approvesInside' | 'approvesAcross') => boolean;
  faults: FormFaults | null;
}

function Approvals({ isTicked, faults }: ApprovalsProps): VNode {
  return (
    <Group legend="Kunjungan yang perlu disetujui Kanwil">
      <Check
        name="approvesInside"
        label="Antar-UPT di dalam wilayah"
        checked={isTicked('approvesInside')}
        faults={faults}
      />
      <Check
        name="approvesAcross"
        label="Ke atau dari UPT wilayah lain"
        hint="Tanpa persetujuan, Kanwil tetap menerima ringkasannya."
        checked={isTicked('approvesAcross')}
        faults={faults}
      />
    </Group>
  );
}

/** All regional offices, to choose one. */
export function OfficesPage({ actor, offices }: { actor: Actor; offices: readonly OfficeLine[] }): VNode {
  return (
    <Layout title="Kanwil" actor={actor} path="/pengelolaan">
      <PageHeading
        title="Kanwil"
        lead="Nama, surel, dan kunjungan yang perlu disetujui tiap Kanwil."
        back={['/pengelolaan', 'Pengelolaan']}
      />
      <div class="card">
        <ul class="list-group list-group-flush">
          {offices.map((office) => (
            <li class="list-group-item" key={office.code}>
              <a class="row-link" href={`/pengelolaan/kanwil/${office.code}`}>
                <span class="fw-medium">{office.name}</span>
                <span class="text-secondary">{approvalWords(office)}</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </Layout>
  );
}

function approvalWords({ approvesInside, approvesAcross }: OfficeLine): string {
  if (approvesInside && approvesAcross) return 'Menyetujui semua kunjungan';
  if (approvesInside) return 'Menyetujui kunjungan di dalam wilayah';
  return approvesAcross ? 'Menyetujui kunjungan antarwilayah' : 'Kunjungan tanpa persetujuan Kanwil';
}
