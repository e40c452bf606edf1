import type { VNode } from 'preact';
import { Field, Select, type Option } from '../../platform/pages/form-parts.js';
import { typed } from '../../platform/pages/forms.js';
import { Icon } from '../../platform/pages/icon.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { shownEmail } from '../../platform/text/shown-email.js';
import { participantAnswers, standingOf } from '../domain/participant.js';
import { OfficialFields } from './official-fields.js';
import type { RefusedParticipant } from './refused-participant.js';
import { ParticipantWords, type Participant } from './participants-card.js';
import { participantRoleWords, standingWords } from './visit-words.js';

const optionsOf = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([value, name]) => ({
    value,
    name: name.charAt(0).toUpperCase() + name.slice(1),
  }));

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
        <Attendance address={address} participant={participant} />
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
