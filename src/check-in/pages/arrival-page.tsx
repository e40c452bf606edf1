import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Field, RefusalAlert, Select } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { formatTime } from '../../platform/text/dates.js';
import { newId } from '../../platform/text/tokens.js';
import { wasThere } from '../../visits/index.js';
import type { ListedName } from '../queries/check-in-facts.js';
import type { CheckInSession } from '../use-cases/check-in-codes.js';

/** The forms of the page; each has an address of its own. */
export type ArrivalForm = 'nama' | 'kode' | 'baru';

export interface ArrivalPageProps {
  /** The code that was scanned: the address of the page. */
  token: string;
  session: CheckInSession;
  names: readonly ListedName[];
  /** Who is signed in and listed, and so known without choosing a name. */
  own: ListedName | null;
  /** What was said before, where something was. */
  said: string | null;
  refused?: { form: ArrivalForm; sent: SentForm | undefined; faults: FormFaults };
}

const sides = [
  { value: 'guest', name: 'Rombongan tamu' },
  { value: 'host', name: 'Tuan rumah' },
  { value: 'invited', name: 'Undangan' },
];

/** What somebody sees who scanned the code at the door. */
export function ArrivalPage(props: ArrivalPageProps): VNode {
  const { session, own, said, refused } = props;
  const { facts, scannedAt } = session;
  const zone = facts.timeZone;
  return (
    <Layout
      title="Daftar hadir"
      actor={undefined}
      narrow
      styles={['check-in/pages/door.css']}
      scripts={['check-in/pages/browser/arrival.js']}
    >
      <h1>Daftar hadir</h1>
      <p class="text-secondary">
        {facts.title} · {facts.hostUnitName}. Anda memindai pukul {formatTime(scannedAt, zone)}.
      </p>
      <div class="door-said alert alert-success" id="kiriman" role="status" aria-live="polite">
        {said}
      </div>
      <RefusalAlert faults={refused?.faults ?? null} />
      <div data-arrival={facts.visitId} data-title={facts.title} data-enters>
        {own && !wasThere(own.attendance) && (
          <DoorForm {...props} form="nama">
            <button class="btn btn-primary w-100 mb-3" name="participant" value={own.id} type="submit">
              Saya hadir ({own.name})
            </button>
          </DoorForm>
        )}
        <Names {...props} />
        <PersonalCode {...props} />
        <Unlisted {...props} />
      </div>
    </Layout>
  );
}

interface DoorFormProps extends ArrivalPageProps {
  form: ArrivalForm;
  children: VNode | (VNode | null)[];
}

/** A form at the door: it carries the scan, and an id by which it is stored once. */
function DoorForm({ token, session, form, refused, children }: DoorFormProps): VNode {
  const before = refused?.form === form ? typed(refused.sent, 'id') : '';
  return (
    <PageForm action={`/hadir/${token}/${form}`} data-entry="attendance">
      <input type="hidden" name="id" value={before || newId()} />
      <input type="hidden" name="session" value={session.token} />
      {children}
    </PageForm>
  );
}

function Names(props: ArrivalPageProps): VNode {
  const { names } = props;
  return (
    <Card title="Pilih nama Anda">
      <div class="card-body">
        {names.length === 0 && <p class="mb-0">Belum ada nama dalam daftar.</p>}
        <DoorForm {...props} form="nama">
          <ul class="door-names">
            {names.map(({ id, name, attendance }) => (
              <li key={id}>
                <button
                  class="btn"
                  type="submit"
                  name="participant"
                  value={id}
                  aria-label={wasThere(attendance) ? undefined : `${name}: hadir`}
                  disabled={wasThere(attendance)}
                >
                  {name}
                  {wasThere(attendance) && <span class="badge badge-outline">sudah hadir</span>}
                </button>
              </li>
            ))}
          </ul>
        </DoorForm>
      </div>
    </Card>
  );
}

function PersonalCode(props: ArrivalPageProps): VNode {
  const refused = props.refused?.form === 'kode' ? props.refused : null;
  return (
    <Card title="Atau tulis kode pribadi">
      <div class="card-body">
        <DoorForm {...props} form="kode">
          <Field
            name="code"
            label="Kode pribadi"
            hint="Enam huruf dan angka, pada halaman kunjungan Anda sendiri."
            value={typed(refused?.sent, 'code')}
            maxLength={12}
            autocomplete="off"
            faults={refused?.faults ?? null}
          />
          <button class="btn w-100" type="submit">
            Catat hadir
          </button>
        </DoorForm>
      </div>
    </Card>
  );
}

function Unlisted(props: ArrivalPageProps): VNode {
  const refused = props.refused?.form === 'baru' ? props.refused : null;
  const faults = refused?.faults ?? null;
  const value = (name: string): string => typed(refused?.sent, name);
  return (
    <Card title="Nama Anda tidak ada?">
      <div class="card-body">
        <DoorForm {...props} form="baru">
          <Field name="name" label="Nama" value={value('name')} maxLength={200} faults={faults} />
          <Field name="office" label="Instansi" value={value('office')} maxLength={200} faults={faults} />
          <Select
            name="side"
            label="Datang sebagai"
            options={sides}
            value={value('side') || 'guest'}
            faults={faults}
          />
          <Field
            name="phone"
            label="Telepon"
            type="tel"
            hint="Telepon atau surel, salah satu perlu diisi."
            value={value('phone')}
            faults={faults}
            needed="bila tanpa surel"
            optional
          />
          <Field
            name="email"
            label="Surel"
            type="email"
            value={value('email')}
            maxLength={254}
            faults={faults}
            needed="bila tanpa telepon"
            optional
          />
          <button class="btn w-100" type="submit">
            Daftar dan catat hadir
          </button>
        </DoorForm>
      </div>
    </Card>
  );
}

/** What somebody sees who came back after the code wore out. */
export function ArrivedPage(): VNode {
  return (
    <Layout title="Daftar hadir" actor={undefined} narrow>
      <h1>Daftar hadir</h1>
      <p class="alert alert-success d-block" role="status">
        Kehadiran Anda sudah tercatat. Terima kasih.
      </p>
    </Layout>
  );
}
