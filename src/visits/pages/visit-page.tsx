import type { VNode } from 'preact';
import { Card, Facts } from '../../platform/pages/card.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import {
  formatCalendarDate,
  formatDate,
  formatDateTimeRange,
  formatTime,
} from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import type { VisitState } from '../domain/visit-states.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import type { HistoryLine } from '../queries/visit-history.js';
import type { ReadableVisit } from '../use-cases/read-visit.js';
import { VisitStateBadge } from './state-badge.js';
import {
  actionWords,
  answerWords,
  kindWords,
  participantRoleWords,
  sideWords,
  visitStateWords,
} from './visit-words.js';

interface VisitPageProps {
  actor: Actor;
  readable: ReadableVisit;
  history: HistoryLine[];
  /** What other features have to show of the visit. */
  parts: VNode[];
  /** Links to what is done next about it. */
  links: VNode[];
}

/** A visit as those see it who may: what, when, who, and what became of it. */
export function VisitPage({ actor, readable, history, parts, links }: VisitPageProps): VNode {
  const { visit, participants } = readable;
  const zone = visit.timeZone as Zone;
  return (
    <Layout title={visit.title} actor={actor} path="/kunjungan">
      <PageHeading title={visit.title} back={['/kunjungan', 'Semua kunjungan']}>
        {links.length > 0 && links}
      </PageHeading>
      <p class="text-secondary">
        <VisitStateBadge state={visit.state} /> {visitStateWords[visit.state as VisitState].meaning}
      </p>
      <Card title={`${kindWords[visit.kind] ?? ''} ${visit.reference}`}>
        <div class="card-body">
          <VisitFactList visit={visit} zone={zone} />
          <a class="btn mt-3" href={`/api/visits/${visit.id}/invite.ics`}>
            Simpan ke kalender
          </a>
        </div>
      </Card>
      {parts}
      <Participants participants={participants} />
      <History history={history} zone={zone} />
    </Layout>
  );
}

const letter = (number: string | null, date: string | null): string =>
  [number, date && formatCalendarDate(date)].filter(Boolean).join(', ');

function VisitFactList({ visit, zone }: { visit: VisitFacts; zone: Zone }): VNode {
  const { proposedStartsAt, proposedEndsAt, contactName, contactPhone, contactEmail } = visit;
  const contact = [contactName, contactPhone, contactEmail].filter(Boolean).join(', ');
  const proposal =
    proposedStartsAt && proposedEndsAt ? formatDateTimeRange(proposedStartsAt, proposedEndsAt, zone) : '';
  return (
    <Facts
      lines={[
        ['Waktu', formatDateTimeRange(visit.startsAt, visit.endsAt, zone)],
        ['Usulan waktu', proposal],
        ['Tamu', visit.guestUnitName],
        ['Tuan rumah', visit.hostUnitName],
        ['Tempat', visit.place],
        ['Tujuan', visit.purpose],
        ['Topik', visit.topics.join('; ')],
        ['Narahubung', contact],
        ['Surat permohonan', letter(visit.requestLetterNumber, visit.requestLetterDate)],
        ['Surat balasan', letter(visit.replyLetterNumber, visit.replyLetterDate)],
        ['Surat tugas', letter(visit.assignmentLetterNumber, visit.assignmentLetterDate)],
      ]}
    />
  );
}

function Participants({ participants }: { participants: ReadableVisit['participants'] }): VNode {
  return (
    <Card title={`Peserta (${participants.length})`}>
      <ul class="list-group list-group-flush">
        {participants.map(({ id, name, office, side, role, answer, attendance, mailProblem }) => (
          <li class="list-group-item" key={id}>
            <div class="fw-medium">{name}</div>
            <div class="text-secondary">
              {[sideWords[side], participantRoleWords[role], office].filter(Boolean).join(', ')} ·{' '}
              {attendance === null ? answerWords[answer] : attendance === 'present' ? 'hadir' : 'tidak hadir'}
            </div>
            {mailProblem && (
              <div class="text-danger">Surel tidak sampai. Mohon periksa alamatnya: {mailProblem}</div>
            )}
          </li>
        ))}
        {participants.length === 0 && <li class="list-group-item">Belum ada peserta.</li>}
      </ul>
    </Card>
  );
}

function History({ history, zone }: { history: HistoryLine[]; zone: Zone }): VNode {
  return (
    <Card title="Riwayat">
      <ol class="list-group list-group-flush list-unstyled">
        {history.toReversed().map(({ version, at, actorName, action, reason }) => (
          <li class="list-group-item" key={version}>
            <div>
              {actorName} {actionWords[action] ?? action}
            </div>
            {reason && <div class="fst-italic">{reason}</div>}
            <div class="text-secondary">
              {formatDate(at, zone)}, pukul {formatTime(at, zone)}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
