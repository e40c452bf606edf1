import type { VNode } from 'preact';
import { Field, Select, type Option } from '../../platform/pages/form-parts.js';
import { typed } from '../../platform/pages/forms.js';
import { Icon } from '../../platform/pages/icon.js';
import { PageForm } from '../../platform/pages/page-form.js';
import type { RefusedParticipant } from './refused-participant.js';
import { ParticipantWords, type Participant } from './participants-card.js';
import { answerWords, participantRoleWords } from './visit-words.js';

const optionsOf = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([value, name]) => ({
    value,
    name: name.charAt(0).toUpperCase() + name.slice(1),
  }));

export const roleOptions = optionsOf(participantRoleWords);
const answerOptions = optionsOf(answerWords);

interface ParticipantEditorProps {
  visitId: string;
  participant: Participant;
  /** Whether the visit has begun, so that attendance can be told. */
  hasBegun: boolean;
  refused: RefusedParticipant | null;
}

/** One participant, with buttons for attendance and forms to change and remove. */
export function ParticipantEditor({
  visitId,
  participant,
  hasBegun,
  refused,
}: ParticipantEditorProps): VNode {
  const address = `/kunjungan/${visitId}/peserta/${participant.id}`;
  return (
    <>
      <ParticipantWords participant={participant} />
      {participant.email && <div class="text-secondary">{participant.email}</div>}
      {participant.isContactHidden && (
        <div class="text-secondary">Surel dan telepon tampak setelah kunjungan disepakati.</div>
      )}
      {(hasBegun || participant.attendance !== null) && (
        <Attendance address={address} participant={participant} />
      )}
      <details class="participant-form" open={refused !== null}>
        <summary class="visit-filters-more">
          <Icon name="down" />
          Ubah atau hapus<span class="visually-hidden"> {participant.name}</span>
        </summary>
        <Change address={address} participant={participant} refused={refused} />
        <PageForm action={`${address}/hapus`}>
          <p class="mb-2">
            Peserta hilang dari daftar beserta jawabannya; undangan kunjungan yang akan datang ditarik dari
            kalendernya.
          </p>
          <button class="btn btn-danger" type="submit">
            Hapus dari kunjungan
          </button>
        </PageForm>
      </details>
    </>
  );
}

function Attendance({ address, participant }: { address: string; participant: Participant }): VNode {
  const { name, attendance, attendanceByName } = participant;
  const choices = [
    ['present', 'Hadir'],
    ['absent', 'Tidak hadir'],
  ] as const;
  return (
    <PageForm class="attendance" action={address}>
      <span class="text-secondary">
        Kehadiran{attendanceByName && ` (dicatat ${attendanceByName})`}
        <span class="visually-hidden"> {name}</span>
      </span>
      {choices.map(([value, text]) => (
        <button
          key={value}
          class={attendance === value ? 'btn active' : 'btn'}
          type="submit"
          name="attendance"
          value={value}
          aria-pressed={attendance === value}
        >
          {text}
        </button>
      ))}
    </PageForm>
  );
}

function Change({
  address,
  participant,
  refused,
}: Omit<ParticipantEditorProps, 'visitId' | 'hasBegun'> & { address: string }): VNode {
  const value = (name: 'name' | 'office' | 'phone' | 'role' | 'answer'): string =>
    refused ? typed(refused.sent, name) : (participant[name] ?? '');
  const common = { scope: participant.id, faults: refused?.faults ?? null };
  return (
    <PageForm class="mb-4" action={address}>
      <Field name="name" label="Nama" value={value('name')} maxLength={200} {...common} />
      <Field
        name="office"
        label="Jabatan atau instansi"
        value={value('office')}
        maxLength={200}
        optional
        {...common}
      />
      {!participant.isContactHidden && (
        <Field name="phone" label="Telepon" type="tel" value={value('phone')} optional {...common} />
      )}
      <div class="letter-fields">
        <Select name="role" label="Peran" options={roleOptions} value={value('role')} {...common} />
        <Select name="answer" label="Jawaban" options={answerOptions} value={value('answer')} {...common} />
      </div>
      <button class="btn btn-primary" type="submit">
        Simpan
      </button>
    </PageForm>
  );
}
