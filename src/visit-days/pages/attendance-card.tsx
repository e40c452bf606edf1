import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Field, Select } from '../../platform/pages/form-parts.js';
import { typed } from '../../platform/pages/forms.js';
import { Icon } from '../../platform/pages/icon.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { Empty } from '../../platform/pages/page-heading.js';
import {
  attendanceWords,
  hasDayCome,
  tappedAttendances,
  wasThere,
  type Attendance,
} from '../../visits/index.js';
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
  const present = participants.filter(({ attendance }) => wasThere(attendance)).length;
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
      <DoorLinks {...props} />
      <div class="card-footer">
        <Unannounced {...props} />
      </div>
    </Card>
  );
}

/** What those who come can do themselves, by a code on the host's screen or on paper. */
function DoorLinks({ day: { visit, participants } }: DayPageProps): VNode {
  const waiting = participants.filter(({ walkIn }) => walkIn === 'waits').length;
  const at = (rest: string): string => `/kunjungan/${visit.id}/hari-ini/${rest}`;
  return (
    <div class="card-footer btn-list">
      <a class="btn" href={at('qr')}>
        <Icon name="check" />
        Layar kode hadir
      </a>
      <a class="btn" href={at('qr-cetak')}>
        <Icon name="printer" />
        Kode hadir cetak
      </a>
      {waiting > 0 && (
        <a class="btn text-wrap" href={at('tambahan')}>
          <Icon name="people" />
          {waiting} pendaftar di tempat menunggu diperiksa
        </a>
      )}
    </div>
  );
}

interface TapLook {
  words: string;
  icon: 'check' | 'close' | null;
  className: string;
}

/** The button of each state; one that names somebody else has none, and stands here so that no state is forgotten. */
const taps: Readonly<Record<Attendance, TapLook>> = {
  present: { words: 'Hadir', icon: 'check', className: 'day-present' },
  late: { words: 'Terlambat', icon: null, className: 'day-late' },
  excused: { words: 'Izin', icon: null, className: 'day-excused' },
  absent: { words: 'Tidak', icon: 'close', className: 'day-absent' },
  represented: { words: 'Diwakili', icon: null, className: '' },
};

interface TapProps {
  participant: Participant;
  visitId: string;
}

function Tap({ participant, visitId }: TapProps): VNode {
  const { id, name, office, side, attendance, representedBy } = participant;
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
          {[sideNames.get(side), office, representedBy && `diwakili ${representedBy}`]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <div class="day-tap-buttons" role="group" aria-labelledby={nameId}>
        {tappedAttendances.map((value) => {
          const { words, icon, className } = taps[value];
          return (
            <button
              key={value}
              class={`btn ${className}`}
              name="attendance"
              value={value}
              type="submit"
              aria-pressed={pressed(value)}
              aria-label={`${name}: ${attendanceWords[value]}`}
            >
              {icon && <Icon name={icon} />}
              {words}
            </button>
          );
        })}
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
