import type { VNode } from 'preact';
import { Facts } from '../../platform/pages/card.js';
import { Layout } from '../../platform/pages/layout.js';
import { PrintHeading } from '../../platform/pages/print-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import { whereWords } from '../domain/visit-mode.js';
import type { ReadableVisit } from '../use-cases/read-visit.js';
import { sideWords } from './visit-words.js';

/** Empty lines for those who come without having been named. */
const EMPTY_LINES = 5;

interface AttendanceSheetPageProps {
  actor: Actor;
  readable: Pick<ReadableVisit, 'visit' | 'participants'>;
}

/** Those who take part as a list to sign on paper: names, NIP for those who know the contact, and offices; no addresses. */
export function AttendanceSheetPage({ actor, readable }: AttendanceSheetPageProps): VNode {
  const { visit, participants } = readable;
  return (
    <Layout
      title={`Daftar hadir ${visit.title}`}
      actor={actor}
      path="/kunjungan"
      styles={['visits/pages/visit.css']}
      scripts={['platform/pages/browser/print.js']}
    >
      <PrintHeading
        title="Daftar hadir"
        lead=", untuk ditandatangani"
        back={[`/kunjungan/${visit.id}`, visit.title]}
      />
      <article class="attendance-sheet">
        <h2 class="attendance-sheet-title">Daftar Hadir</h2>
        <Facts
          lines={[
            ['Kunjungan', visit.title],
            ['Tamu', visit.guestUnitName],
            ['Tuan rumah', visit.hostUnitName],
            ['Waktu', formatDateTimeRange(visit, visit.timeZone)],
            ['Tempat', whereWords({ ...visit, meetingLink: null }, visit.place || visit.hostUnitName)],
            ['Nomor', visit.reference],
          ]}
        />
        <div class="attendance-sheet-lines" role="region" aria-label="Peserta" tabIndex={0}>
          <SignTable participants={participants} />
        </div>
      </article>
    </Layout>
  );
}

function SignTable({ participants }: Pick<ReadableVisit, 'participants'>): VNode {
  return (
    <table class="attendance-sheet-table">
      <thead>
        <tr>
          <th scope="col">No.</th>
          <th scope="col">Nama dan NIP</th>
          <th scope="col">Pangkat, jabatan, instansi</th>
          <th scope="col">Pihak</th>
          <th scope="col">Tanda tangan</th>
        </tr>
      </thead>
      <tbody>
        {participants.map(({ id, name, nip, rank, position, office, side }, index) => (
          <tr key={id}>
            <td>{index + 1}</td>
            <th scope="row">
              {name}
              {nip && <span class="d-block fw-normal">NIP {nip}</span>}
            </th>
            <td>{[rank, position, office].filter(Boolean).join(', ')}</td>
            <td>{sideWords[side]}</td>
            <td class="attendance-sheet-sign">{index + 1}.</td>
          </tr>
        ))}
        {Array.from({ length: EMPTY_LINES }, (_, index) => participants.length + index + 1).map((number) => (
          <tr key={number}>
            <td>{number}</td>
            <td />
            <td />
            <td />
            <td class="attendance-sheet-sign">{number}.</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
