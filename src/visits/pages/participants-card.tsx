import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Icon } from '../../platform/pages/icon.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { Empty } from '../../platform/pages/page-heading.js';
import { deliveryProblem } from '../../platform/mail/delivery-words.js';
import { attendances, attendanceWords, type Attendance } from '../domain/attendance.js';
import { standingOf } from '../domain/participant.js';
import type { ReadableVisit } from '../use-cases/read-visit.js';
import { participantRoleWords, sideWords, standingWords } from './visit-words.js';

/** Of a party larger than this, the first few stand open and the others are folded. */
const MOST_OPEN = 15;
const SHOWN = 10;

export type Participant = ReadableVisit['participants'][number];

export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

interface ParticipantsCardProps {
  visitId: string;
  participants: readonly Participant[];
  mayEdit: boolean;
  /** Whether only attendance is told, and who takes part stays. */
  recordsOnly: boolean;
}

/** Who takes part, what each answered, and who was there. */
export function ParticipantsCard({
  visitId,
  participants,
  mayEdit,
  recordsOnly,
}: ParticipantsCardProps): VNode {
  const line = { visitId, mayEdit: mayEdit && !recordsOnly };
  const shown = participants.length > MOST_OPEN ? SHOWN : participants.length;
  return (
    <Card title={`Peserta (${participants.length})`}>
      {participants.length > 0 ? (
        <>
          <p class="card-body pb-2 mb-0 text-secondary">{partySummaryOf(participants)}</p>
          <Lines {...line} participants={participants.slice(0, shown)} />
          {shown < participants.length && (
            <details>
              <summary class="card-footer participants-more">
                {participants.length - shown} peserta lain
              </summary>
              <Lines {...line} participants={participants.slice(shown)} />
            </details>
          )}
        </>
      ) : (
        <Empty icon="people" title="Belum ada peserta">
          {mayEdit
            ? 'Tambahkan orang dari kedua UPT agar undangannya terkirim.'
            : 'Kedua UPT belum menambahkan peserta.'}
        </Empty>
      )}
      <div class="card-footer btn-list">
        {mayEdit && (
          <a class="btn" href={`/kunjungan/${visitId}/peserta`}>
            <Icon name="people" />
            {recordsOnly ? 'Catat kehadiran' : 'Kelola peserta'}
          </a>
        )}
        <a class="btn" href={`/kunjungan/${visitId}/daftar-hadir`}>
          <Icon name="printer" />
          Daftar hadir
        </a>
      </div>
    </Card>
  );
}

function Lines({ visitId, participants, mayEdit }: Omit<ParticipantsCardProps, 'recordsOnly'>): VNode {
  return (
    <ul class="list-group list-group-flush">
      {participants.map((participant) => (
        <li class="list-group-item" key={participant.id}>
          <ParticipantWords participant={participant} />
          {mayEdit && participant.mailStatus && <AddressIsRight {...{ visitId, participant }} />}
        </li>
      ))}
    </ul>
  );
}

/** Answers, or attendance once somebody noted it, counted. */
export function partySummaryOf(participants: readonly Participant[]): string {
  const count = (value: string, of: (participant: Participant) => string | null): number =>
    participants.filter((participant) => of(participant) === value).length;
  const stand = (standing: string): number => count(standing, standingOf);
  const attended = (attendance: string): number => count(attendance, (participant) => participant.attendance);
  const unmarked = participants.filter(({ attendance }) => attendance === null).length;
  const lines =
    unmarked < participants.length
      ? [
          ...attendances.map((attendance) => [attended(attendance), attendanceWords[attendance]] as const),
          [unmarked, 'belum dicatat'] as const,
        ]
      : Object.entries(standingWords).map(([standing, { counted }]) => [stand(standing), counted] as const);
  return lines
    .filter(([number]) => number > 0)
    .map(([number, text]) => `${number} ${text}`)
    .join(' · ');
}

/** One participant: name, side and role, answer or attendance, and trouble with the address. */
export function ParticipantWords({ participant }: { participant: Participant }): VNode {
  const { name, office, position, rank, side, role, mailStatus, hasEmail, walkIn } = participant;
  return (
    <div class="participant">
      <div class="participant-words">
        <div class="fw-medium">{name}</div>
        <div class="text-secondary">
          {[sideWords[side], participantRoleWords[role], position, rank, office].filter(Boolean).join(' · ')}
        </div>
      </div>
      <AnswerBadge participant={participant} />
      {mailStatus && (
        <div class="text-danger participant-problem">
          Surel tidak sampai: {deliveryProblem(mailStatus)}. Mohon periksa alamatnya.
        </div>
      )}
      {walkIn === 'waits' && (
        <div class="text-secondary participant-problem">Datang tanpa terdaftar: mohon diperiksa.</div>
      )}
      {!hasEmail && (
        <div class="text-secondary participant-problem">Tanpa surel: undangan tidak terkirim.</div>
      )}
    </div>
  );
}

/** Ends the warning about an address that was looked at and is right. */
function AddressIsRight({ visitId, participant }: { visitId: string; participant: Participant }): VNode {
  return (
    <PageForm action={`/kunjungan/${visitId}/peserta/${participant.id}/alamat-benar`} class="mt-2">
      <button class="btn btn-sm" type="submit" aria-label={`Alamat sudah benar: ${participant.name}`}>
        Alamat sudah benar
      </button>
    </PageForm>
  );
}

const attendanceColours: Readonly<Record<Attendance, string>> = {
  present: 'green',
  late: 'yellow',
  excused: 'azure',
  absent: 'red',
  represented: 'purple',
};

function AnswerBadge({ participant }: { participant: Participant }): VNode {
  const { attendance, attendanceLateAt, representedBy } = participant;
  const { name, colour: standingColour } = standingWords[standingOf(participant)];
  const [text, colour] =
    attendance === null
      ? [name, standingColour]
      : [capitalised(attendanceWords[attendance]), attendanceColours[attendance]];
  return (
    <span class="badge badge-outline state-badge">
      <span class={`status-dot bg-${colour} me-1`} />
      {text}
      {representedBy && ` ${representedBy}`}
      {attendanceLateAt && ' (menyusul)'}
    </span>
  );
}
