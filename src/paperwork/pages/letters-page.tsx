import type { VNode } from 'preact';
import { Card, Facts } from '../../platform/pages/card.js';
import { NoticeAlert, RefusalAlert } from '../../platform/pages/form-parts.js';
import { PlainText } from '../../platform/pages/free-text.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatCalendarDate, formatMoment } from '../../platform/text/dates.js';
import { maskNip } from '../../platform/text/nip.js';
import { detailNamesOf } from '../domain/letter-details.js';
import { letterNatures, signingWays } from '../domain/letter-fields.js';
import { letterDirectionWords, letterKindWords, type LetterSlot } from '../domain/letter-kinds.js';
import type { LetterSnapshot } from '../domain/letter-snapshot.js';
import type { LetterRegister, NamedLetter, ReadableLetter } from '../use-cases/read-letters.js';
import { paperFormats } from '../use-cases/take-paper.js';
import { CopyPart } from './copy-card.js';
import { LetterForms, NewLetterForm, type RefusedLetter } from './letter-form.js';

export interface LettersPageProps {
  actor: Actor;
  /** Address of the register, and of what it belongs to. */
  path: string;
  back: string;
  register: LetterRegister;
  notice?: string | undefined;
  refused?: RefusedLetter | undefined;
  /** The letter whose NIP stand there whole. */
  shown?: string | undefined;
}

const slotWords: Readonly<Record<LetterSlot, string>> = {
  request: 'Surat permohonan',
  reply: 'Surat balasan',
  assignment: 'Surat tugas',
};

/** Where the register of a visit or a trip is. */
export const registerOf = ({ visitId, tripId }: { visitId: string | null; tripId: string | null }): string =>
  visitId === null ? `/perjalanan/${tripId}/surat` : `/kunjungan/${visitId}/surat`;

/** The register of letters of a visit or a trip. */
export function LettersPage(props: LettersPageProps): VNode {
  const { actor, path, back, register, notice, refused } = props;
  const { around, letters, named } = register;
  return (
    <Layout
      title={`Surat – ${around.title}`}
      actor={actor}
      path={path.startsWith('/perjalanan') ? '/perjalanan' : '/kunjungan'}
    >
      <PageHeading
        title="Register surat"
        lead="Tiap pihak mencatat suratnya sendiri; pihak lain membacanya setelah ditandai terkirim."
        back={[back, around.title]}
      />
      {notice && <NoticeAlert>{notice}</NoticeAlert>}
      <RefusalAlert faults={refused?.faults ?? null} />
      {letters.length + named.length === 0 && (
        <Card title="Surat">
          <Empty icon="file" title="Belum ada surat">
            Surat yang dicatat di sini menyimpan kop, penanda tangan, dan peserta sebagaimana pada harinya.
          </Empty>
        </Card>
      )}
      {named.length > 0 && <NamedCard named={named} />}
      {letters.map((letter) => (
        <LetterCard key={letter.id} {...props} letter={letter} />
      ))}
      {around.offices.length > 0 && (
        <p>
          <a class="btn" href={`${back}/bundel`}>
            Bundel bukti
          </a>
        </p>
      )}
      {around.offices.length > 0 && (
        <Card title="Catat surat">
          <NewLetterForm path={path} register={register} refused={refused} />
        </Card>
      )}
    </Layout>
  );
}

const dated = ({ number, datedOn }: { number: string; datedOn: string | null }): string =>
  [number || 'tanpa nomor', datedOn && formatCalendarDate(datedOn)].filter(Boolean).join(', ');

/** Letters of which the visit tells number and date alone. */
const NamedCard = ({ named }: { named: readonly NamedLetter[] }): VNode => (
  <Card title="Tercatat pada kunjungan">
    <div class="card-body">
      <Facts lines={named.map((one) => [slotWords[one.slot], dated(one)] as const)} />
      <p class="text-secondary mb-0">
        Catat suratnya di bawah bila rinciannya perlu disimpan; nomor dan tanggalnya ikut.
      </p>
    </div>
  </Card>
);

function LetterCard(props: LettersPageProps & { letter: ReadableLetter }): VNode {
  const { actor, path, letter, register, refused, shown } = props;
  return (
    <Card title={letterKindWords[letter.kind]}>
      <div class="card-body" id={`surat-${letter.id}`}>
        <Facts lines={linesOf(letter, actor)} />
        {letter.basis !== '' && <PlainText text={letter.basis} />}
        <Signed snapshot={letter.snapshot} isWhole={shown === letter.id} />
        <LookForm path={path} letter={letter} isWhole={shown === letter.id} />
        {letter.mayTake && <PaperLinks path={path} letter={letter} />}
        <DetailLinks letter={letter} />
        <CopyPart
          {...{ path, letter, about: dated(letter), zone: actor.timeZone }}
          faults={refused?.form === letter.id && refused.isCopy ? refused.faults : null}
        />
        {letter.mayChange && (
          <details open={refused?.form === letter.id && !refused.isCopy}>
            <summary>
              Ubah atau lampirkan berkas<span class="visually-hidden"> {dated(letter)}</span>
            </summary>
            <LetterForms path={path} register={register} refused={refused} letter={letter} />
          </details>
        )}
      </div>
      {letter.mayChange && letter.sentAt === null && <Steps path={path} letter={letter} />}
    </Card>
  );
}

const linesOf = (letter: ReadableLetter, actor: Actor) =>
  [
    ['Kantor', letter.snapshot.office.name],
    ['Arah', letterDirectionWords[letter.direction]],
    ['Nomor dan tanggal', dated(letter)],
    ['Sifat', letterNatures[letter.nature]],
    ['Lampiran', letter.attachment],
    ['Hal', letter.subject],
    ['Klasifikasi', letter.classification],
    ['Tembusan', letter.copies.join('; ')],
    ['DIPA', letter.dipa],
    ['Penandatanganan', letter.direction === 'out' ? signingWays[letter.signing] : null],
    ['Untuk', letter.isOfTrip ? 'seluruh perjalanan' : null],
    ['Terkirim', letter.sentAt && formatMoment(letter.sentAt, actor.timeZone)],
  ] as const;

/** Who signs and who is in it, as written down on the day. */
function Signed({
  snapshot: { signer, party, takenOn },
  isWhole,
}: {
  snapshot: LetterSnapshot;
  isWhole: boolean;
}): VNode {
  const nipOf = (nip: string | null): string | null => nip && `NIP ${isWhole ? nip : maskNip(nip)}`;
  return (
    <>
      <p class="mb-1">
        {signer
          ? [
              'Penanda tangan:',
              [signer.name, signer.position, signer.rank, nipOf(signer.nip)].filter(Boolean).join(', '),
            ].join(' ')
          : 'Penanda tangan belum tercatat.'}
      </p>
      {party.length > 0 && (
        <details class="mb-2">
          <summary>
            {party.length} peserta, menurut data {formatCalendarDate(takenOn)}
          </summary>
          <ol class="mb-0">
            {party.map(({ name, nip, rank, position }) => (
              <li>{[name, nipOf(nip), rank, position].filter(Boolean).join(', ')}</li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

function LookForm({
  path,
  letter,
  isWhole,
}: {
  path: string;
  letter: ReadableLetter;
  isWhole: boolean;
}): VNode | null {
  const { signer, party } = letter.snapshot;
  const hasNip = [signer, ...party].some((person) => person?.nip);
  if (!letter.mayLook || !hasNip || isWhole) return null;
  return (
    <PageForm class="mb-2" action={`${path}/${letter.id}/nip`}>
      <p class="text-secondary mb-2">
        NIP disamarkan. Bila ditampilkan utuh, nama Anda dan waktunya dicatat.
      </p>
      <button class="btn" type="submit">
        Tampilkan NIP
      </button>
    </PageForm>
  );
}

/** The letter's paper to take away. */
const PaperLinks = ({ path, letter: { id, kind } }: { path: string; letter: ReadableLetter }): VNode => (
  <div class="mb-2">
    <p class="text-secondary mb-2">
      Naskah disusun dari data kunjungan; yang belum ada diberi titik-titik untuk diisi. NIP tertulis utuh,
      jadi nama Anda dan waktunya dicatat. DOCX memakai templat kantor bila ada; PDF selalu memakai tata letak
      Sambang.
    </p>
    <div class="btn-list">
      {paperFormats.map((format) => (
        <a key={format} class="btn" href={`${path}/${id}/unduh?format=${format}`} download rel="nofollow">
          Unduh {format.toUpperCase()}
          <span class="visually-hidden"> {letterKindWords[kind]}</span>
        </a>
      ))}
    </div>
  </div>
);

/** Where a letter is completed by what only its office knows. */
function DetailLinks({
  letter: { id, kind, mayChange, mayTake, sentAt },
}: {
  letter: ReadableLetter;
}): VNode | null {
  const hasDetails = mayChange && sentAt === null && detailNamesOf(kind).length > 0;
  const hasCertificates = mayTake && kind === 'piagam';
  if (!hasDetails && !hasCertificates) return null;
  return (
    <div class="btn-list mb-2">
      {hasDetails && (
        <a class="btn" href={`/naskah/${id}/isian`}>
          Isian {letterKindWords[kind].toLowerCase()}
        </a>
      )}
      {hasCertificates && (
        <a class="btn" href={`/naskah/${id}/piagam`}>
          Piagam peserta
        </a>
      )}
    </div>
  );
}

const Steps = ({ path, letter: { id, version } }: { path: string; letter: ReadableLetter }): VNode => (
  <div class="card-footer btn-list">
    <PageForm action={`${path}/${id}/kirim`} version={version}>
      <button class="btn btn-primary" type="submit">
        Tandai terkirim
      </button>
    </PageForm>
    <PageForm action={`${path}/${id}/hapus`} version={version}>
      <button class="btn btn-danger" type="submit">
        Hapus
      </button>
    </PageForm>
  </div>
);
