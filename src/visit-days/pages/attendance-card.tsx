import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Field, Select } from '../../platform/pages/form-parts.js';
import { typed } from '../../platform/pages/forms.js';
import { Icon } from '../../platform/pages/icon.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { Empty } from '../../platform/pages/page-heading.js';
import { hasDayCome } from '../../visits/index.js';
import type { DayPageProps } from './day-props.js';

type Participant = DayPageProps['day']['participants'][number];

const sides = [
  { value: 'guest', name: 'Tamu' },
  { value: 'host', name: 'Tuan rumah' },
  { value: 'invited', name: 'Undangan' },
];
const sideNames = new Map(sides.map(({ value, name }) => [value, name]));

/** Who is there, by one tap each, and somebody nobody expected. */
export function AttendanceCard(props: DayPageProps): VNode {
  const { day, now } = props;
  const { participants, visit } = day;
  const present = participants.filter(({ attendance }) => attendance === 'present').length;
  return (
    <Card title="Kehadiran">
      <div id="kehadiran" data-part>
        <p class="card-body pb-2 mb-0 text-secondary">
          <span data-present>{present}</span> hadir dari {participants.length} peserta
        </p>
        {!hasDayCome(visit, now) && (
          <p class="card-body pt-0 pb-2 mb-0">Kehadiran baru dapat disimpan pada hari kunjungan.</p>
        )}
        {participants.length === 0 && (
          <Empty icon="people" title="Belum ada peserta">
            Tambahkan yang datang dengan tombol di bawah.
          </Empty>
        )}
        <ul class="list-group list-group-flush">
          {participants.map((participant) => (
            <li class="list-group-item day-person" key={participant.id}>
              <Tap participant={participant} visitId={visit.id} />
            </li>
          ))}
        </ul>
      </div>
      <ul class="list-group list-group-flush" id="tamu-belum-terkirim" />
      <div class="card-footer">
        <Unannounced {...props} />
      </div>
    </Card>
  );
}

interface TapProps {
  participant: Participant;
  visitId: string;
}

function Tap({ participant, visitId }: TapProps): VNode {
  const { id, name, office, side, attendance } = participant;
  const nameId = `nama-${id}`;
  const pressed = (value: string): 'true' | 'false' => (attendance === value ? 'true' : 'false');
  return (
    <PageForm class="day-tap" action={`/kunjungan/${visitId}/hari-ini/hadir`} data-entry="attendance">
      <input type="hidden" name="participant" value={id} />
      <div class="day-tap-name">
        <span class="fw-medium" id={nameId}>
          {name}
        </span>
        <span class="d-block text-secondary">
          {[sideNames.get(side), office].filter(Boolean).join(' · ')}
        </span>
      </div>
      <div class="day-tap-buttons" role="group" aria-labelledby={nameId}>
        <button
          class="btn day-present"
          name="attendance"
          value="present"
          type="submit"
          aria-pressed={pressed('present')}
          aria-label={`${name}: hadir`}
        >
          <Icon name="check" />
          Hadir
        </button>
        <button
          class="btn day-absent"
          name="attendance"
          value="absent"
          type="submit"
          aria-pressed={pressed('absent')}
          aria-label={`${name}: tidak hadir`}
        >
          <Icon name="close" />
          Tidak
        </button>
      </div>
    </PageForm>
  );
}

function Unannounced({ day, refusal, ids }: DayPageProps): VNode {
  const refused = refusal?.form === 'guest' ? refusal : null;
  const faults = refused?.faults ?? null;
  return (
    <details open={refused !== null}>
      <summary class="day-summary">
        <Icon name="plus" />
        Tambah yang datang tanpa terdaftar
      </summary>
      <PageForm class="mt-3" action={`/kunjungan/${day.visit.id}/hari-ini/tamu`} data-entry="guest">
        <input type="hidden" name="id" value={ids.guest} />
        <Field
          name="name"
          label="Nama"
          value={typed(refused?.sent, 'name')}
          maxLength={200}
          faults={faults}
        />
        <Field
          name="office"
          label="Jabatan atau instansi"
          value={typed(refused?.sent, 'office')}
          maxLength={200}
          faults={faults}
          optional
        />
        <Select
          name="side"
          label="Datang sebagai"
          options={sides}
          value={typed(refused?.sent, 'side') || 'guest'}
          faults={faults}
        />
        <button class="btn w-100" type="submit">
          <Icon name="plus" />
          Tambah dan catat hadir
        </button>
      </PageForm>
    </details>
  );
}
