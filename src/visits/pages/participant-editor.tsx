import type { VNode } from 'preact';
import { Field, Select, type Option } from '../../platform/pages/form-parts.js';
import { typed } from '../../platform/pages/forms.js';
import { Icon } from '../../platform/pages/icon.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { shownEmail } from '../../platform/text/shown-email.js';
import { attendances, attendanceWords, isRepresented } from '../domain/attendance.js';
import { participantAnswers, standingOf } from '../domain/participant.js';
import { OfficialFields } from './official-fields.js';
import type { RefusedParticipant } from './refused-participant.js';
import { capitalised, ParticipantWords, type Participant } from './participants-card.js';
import { participantRoleWords, standingWords } from './visit-words.js';

const optionsOf = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([value, name]) => ({ value, name: capitalised(name) }));

export const roleOptions = optionsOf(participantRoleWords);

/** The answers that somebody can have given; where there is none, why. */
const answersOf = ({ invitedAt }: Participant): Option[] =>
  participantAnswers.map((answer) => ({
    value: answer,
    name: standingWords[standingOf({ answer, invitedAt: invitedAt ?? null })].name,
  }));

interface ParticipantEditorProps {
  visitId: string;
  participant: Participant;
  /** Whether the visit has begun, so that attendance can be told. */
  hasBegun: boolean;
  /** Whether people may still be changed and taken away. */
  isOpen: boolean;
  /** Whether the reader may say that the person is reached elsewhere. */
  mayReadress: boolean;
  refused: RefusedParticipant | null;
}

/** One participant, with buttons for attendance and forms to change and remove. */
export function ParticipantEditor({
  visitId,
  participant,
  hasBegun,
  isOpen,
  mayReadress,
  refused,
}: ParticipantEditorProps): VNode {
  const address = `/kunjungan/${visitId}/peserta/${participant.id}`;
  return (
    <>
      <ParticipantWords participant={participant} />
      {participant.email && <div class="text-secondary">{shownEmail(participant.email)}</div>}
      {participant.isContactHidden && (
        <div class="text-secondary">Surel dan telepon tampak setelah kunjungan disepakati.</div>
      )}
      {(hasBegun || participant.attendance !== null) && (
        <Attendance address={address} participant={participant} refused={refused} />
      )}
      {isOpen && (
        <details class="participant-form" open={refused !== null}>
          <summary class="visit-filters-more">
            <Icon name="down" />
            Ubah atau hapus<span class="visually-hidden"> {participant.name}</span>
          </summary>
          <Change address={address} {...{ participant, mayReadress, refused }} />
          {participant.hasEmail && (
            <PageForm class="mb-4" action={`${address}/tautan`}>
              <p class="mb-2">
                Tautan halaman kunjungannya hilang atau sampai ke orang lain? Tautan baru dikirim ke alamat
                surelnya; yang lama, beserta kalendernya, tidak berlaku lagi.
              </p>
              <button class="btn" type="submit">
                Kirim tautan lagi
              </button>
            </PageForm>
          )}
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
      )}
    </>
  );
}

interface AttendanceProps {
  address: string;
  participant: Participant;
  refused: RefusedParticipant | null;
}

/** Who was there, by one press; whoever sent somebody else names them. */
function Attendance({ address, participant, refused }: AttendanceProps): VNode {
  const { id, name, attendance, representedBy } = participant;
  const isRefused = typed(refused?.sent, 'attendance') === 'represented';
  return (
    <>
      <PageForm class="attendance" action={address}>
        <span class="text-secondary">
          Kehadiran{recordedBy(participant)}
          <span class="visually-hidden"> {name}</span>
        </span>
        {attendances
          .filter((value) => !isRepresented(value))
          .map((value) => (
            <button
              key={value}
              class={attendance === value ? 'btn active' : 'btn'}
              type="submit"
              name="attendance"
              value={value}
              aria-pressed={attendance === value}
            >
              {capitalised(attendanceWords[value])}
            </button>
          ))}
      </PageForm>
      <details class="participant-form" open={isRefused}>
        <summary class="visit-filters-more">
          <Icon name="down" />
          {representedBy ? `Diwakili ${representedBy}` : 'Diwakili orang lain'}
          <span class="visually-hidden"> {name}</span>
        </summary>
        <PageForm class="mb-4" action={address} about="wakil">
          <input type="hidden" name="attendance" value="represented" />
          <Field
            name="representedBy"
            label="Nama wakil"
            value={isRefused ? typed(refused?.sent, 'representedBy') : (representedBy ?? '')}
            maxLength={200}
            scope={`wakil-${id}`}
            faults={isRefused ? (refused?.faults ?? null) : null}
          />
          <button class="btn" type="submit">
            Catat diwakili
          </button>
        </PageForm>
      </details>
    </>
  );
}

/** By whom it was written down; who said so in person at the door is told apart. */
function recordedBy({ attendanceByName, attendanceOwn }: Participant): string {
  if (attendanceOwn) return ' (lewat kode hadir)';
  return attendanceByName ? ` (dicatat ${attendanceByName})` : '';
}

const shownValue = (name: string, value: string): string => (name === 'email' ? shownEmail(value) : value);

function Change({
  address,
  participant,
  mayReadress,
  refused,
}: Omit<ParticipantEditorProps, 'visitId' | 'hasBegun' | 'isOpen'> & { address: string }): VNode {
  const value = (
    name: 'name' | 'office' | 'position' | 'rank' | 'email' | 'phone' | 'role' | 'answer',
  ): string => (refused ? typed(refused.sent, name) : shownValue(name, participant[name] ?? ''));
  const common = { scope: participant.id, faults: refused?.faults ?? null };
  return (
    <PageForm class="mb-4" action={address}>
      <Field name="name" label="Nama" value={value('name')} maxLength={200} {...common} />
      <OfficialFields
        value={(name) => (name === 'nip' ? typed(refused?.sent, 'nip') : value(name))}
        {...(participant.isContactHidden ? {} : { stored: participant.nip })}
        {...common}
      />
      {mayReadress && !participant.isContactHidden && (
        <Field
          name="email"
          label="Alamat surel"
          type="email"
          value={value('email')}
          maxLength={254}
          hint="Bila diganti, undangan dikirim ke alamat baru; jawabannya tetap. Alamat lama tidak menerima apa-apa lagi."
          optional
          {...common}
        />
      )}
      {!participant.isContactHidden && (
        <Field name="phone" label="Telepon" type="tel" value={value('phone')} optional {...common} />
      )}
      <div class="letter-fields">
        <Select name="role" label="Peran" options={roleOptions} value={value('role')} {...common} />
        <Select
          name="answer"
          label="Jawaban"
          options={answersOf(participant)}
          value={value('answer')}
          {...common}
        />
      </div>
      <button class="btn btn-primary" type="submit">
        Simpan
      </button>
    </PageForm>
  );
}
