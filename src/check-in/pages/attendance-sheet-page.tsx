import type { VNode } from 'preact';
import { Facts } from '../../platform/pages/card.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PrintHeading } from '../../platform/pages/print-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import { maskNip } from '../../platform/text/nip.js';
import { attendanceWords, whereWords } from '../../visits/index.js';
import { Icon } from '../../platform/pages/icon.js';
import type { AttendanceSheet } from '../use-cases/read-attendance-sheet.js';
import { sideWords } from './side-words.js';
import { SignatureDrawing } from './signature-drawing.js';

/** Empty lines for those who come without having been named. */
const EMPTY_LINES = 5;

interface AttendanceSheetPageProps {
  actor: Actor;
  sheet: AttendanceSheet;
}

/**
 * Those who take part as a list to sign on paper: names, NIP for those who know the contact, and offices; no addresses. Whole
 * NIP are asked for by a press.
 */
export function AttendanceSheetPage({ actor, sheet }: AttendanceSheetPageProps): VNode {
  const { visit, participants, showsNip } = sheet;
  return (
    <Layout
      title={`Daftar hadir ${visit.title}`}
      actor={actor}
      path="/kunjungan"
      styles={['visits/pages/visit.css', 'check-in/pages/door.css']}
      scripts={['platform/pages/browser/print.js']}
    >
      <PrintHeading
        title="Daftar hadir"
        lead=", untuk ditandatangani"
        back={[`/kunjungan/${visit.id}`, visit.title]}
      />
      {!showsNip && participants.some(({ nip }) => nip !== null) && <ShowNips visitId={visit.id} />}
      {sheet.takesSignatures && (
        <p class="d-print-none">
          <a class="btn" href={`/kunjungan/${visit.id}/hari-ini/tanda-tangan`}>
            <Icon name="pencil" />
            Tanda tangan di layar
          </a>
        </p>
      )}
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
          <SignTable {...sheet} />
        </div>
      </article>
    </Layout>
  );
}

/** Whoever has them shown is told that it is noted down. */
const ShowNips = ({ visitId }: { visitId: string }): VNode => (
  <PageForm class="d-print-none mb-3" action={`/kunjungan/${visitId}/daftar-hadir`}>
    <p class="text-secondary mb-2">NIP disamarkan. Bila ditampilkan utuh, nama Anda dan waktunya dicatat.</p>
    <button class="btn" type="submit">
      Tampilkan NIP
    </button>
  </PageForm>
);

function SignTable({ participants, signatures, showsNip }: AttendanceSheet): VNode {
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
        {participants.map(
          ({ id, name, nip, rank, position, office, side, attendance, representedBy }, index) => (
            <tr key={id}>
              <td>{index + 1}</td>
              <th scope="row">
                {name}
                {nip && <span class="d-block fw-normal">NIP {showsNip ? nip : maskNip(nip)}</span>}
              </th>
              <td>{[rank, position, office].filter(Boolean).join(', ')}</td>
              <td>{sideWords[side]}</td>
              <td class="attendance-sheet-sign">
                {index + 1}. {attendance && attendanceWords[attendance]}
                {representedBy && ` ${representedBy}`}
                <SignatureDrawing strokes={signatures.get(id)} name={name} />
              </td>
            </tr>
          ),
        )}
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
