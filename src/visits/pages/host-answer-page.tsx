import { timeNames } from './visit-forms.js';
import type { ComponentChildren, VNode } from 'preact';
import { Facts } from '../../platform/pages/card.js';
import { Field, NoticeAlert, RefusalAlert, TextArea } from '../../platform/pages/form-parts.js';
import { FieldText, PlainText } from '../../platform/pages/free-text.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { formatCalendarDate, formatMoment } from '../../platform/text/dates.js';
import { readerTimeLine } from '../../platform/text/reader-time.js';
import { isPast, lastMoment } from '../../platform/text/deadline.js';
import { acceptanceFields } from '../domain/acceptance.js';
import { answerDue } from '../domain/answer-deadline.js';
import { withWay, type AnswerStep } from '../domain/answer-ways.js';
import { timeInQuestion, proposedTime } from '../domain/host-time.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import { visitFields } from '../domain/visit-fields.js';
import { isOnline, visitModes } from '../domain/visit-mode.js';
import { visitStateWords } from '../domain/visit-state-words.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import type { AskedHost, OpenQuestion } from '../use-cases/answer-as-host.js';
import type { BlockedStep } from './blocked-steps.js';
import { HostDayList } from './host-day.js';
import { AcceptanceWords } from './receiving-fields.js';
import { TimeFields, timesOf, typedTimes } from './time-fields.js';
import { actionWords, kindWords } from './visit-words.js';

export interface HostAnswerPageProps {
  asked: AskedHost;
  /** Why the usual answer cannot be given now. */
  blocked: readonly BlockedStep[];
  now: Date;
  /** What was sent and refused. */
  refused?: { sent: SentForm; faults: FormFaults } | undefined;
  /** Whether it was answered just now. */
  isAnswered?: boolean;
}

/** What a host without accounts is asked, and its answer; sends to its own address, so that the secret stands nowhere in it. */
export function HostAnswerPage(props: HostAnswerPageProps): VNode {
  const { asked, refused, isAnswered = false } = props;
  const { visit, open } = asked;
  return (
    <Frame title={visit.title}>
      <RefusalAlert faults={refused?.faults ?? null} />
      {isAnswered && <NoticeAlert>Terima kasih, jawaban Anda sudah tercatat.</NoticeAlert>}
      {open ? <OpenPage {...props} open={open} /> : <Outcome visit={visit} now={props.now} />}
      {!open && <Unsaid sent={refused?.sent} />}
    </Frame>
  );
}

function OpenPage({ open, ...props }: HostAnswerPageProps & { open: OpenQuestion }): VNode {
  const { asked, blocked, now, refused } = props;
  const { visit } = asked;
  const { startsAt } = timeInQuestion(visit);
  const { shortestNoticeDays } = open.surroundings;
  const due = answerDue({ ...visit, startsAt, shortestNoticeDays });
  return (
    <>
      <p>
        Yth. Pimpinan {visit.hostUnitName}, {visit.guestUnitName} {askingWords(visit)}
        {isPast(due, now) ? '.' : ` Mohon dijawab paling lambat ${lastMoment(due)}.`}
      </p>
      <RequestFacts visit={visit} open={open} now={now} />
      <section class="mt-3" aria-label="Kunjungan lain">
        <h2 class="h4 mb-1">Kunjungan lain pada hari itu</h2>
        <HostDayList visit={visit} day={open.hostDay} isHost isLinked={false} />
      </section>
      <Waiting blocked={blocked} open={open} />
      <AnswerForm visit={visit} allowed={open.allowed} refused={refused} />
    </>
  );
}

const askingWords = (visit: VisitFacts): string =>
  hasTrait(visit.state, 'standing')
    ? 'mengusulkan jadwal lain untuk kunjungan berikut.'
    : visit.proposedBy === 'guest'
      ? 'mengusulkan waktu lain untuk permintaan kunjungan berikut.'
      : 'meminta izin berkunjung.';

/** Who comes, when and what for: what a host decides by, and no more of people than the contact's name. */
function RequestFacts({ visit, open, now }: { visit: VisitFacts; open: OpenQuestion; now: Date }): VNode {
  const { timeZone } = visit;
  const proposed = proposedTime(visit);
  const reader = { timeZone, now };
  const proposal = proposed && readerTimeLine({ ...proposed, timeZone }, reader);
  const { requestLetterNumber, requestLetterDate } = visit;
  const dated = requestLetterDate && formatCalendarDate(requestLetterDate);
  const letter = [requestLetterNumber, dated].filter(Boolean).join(', ');
  return (
    <Facts
      lines={[
        ['Bentuk', kindWords[visit.kind] ?? ''],
        ['Tamu', visit.guestUnitName],
        ['Narahubung', visit.contactName],
        ['Waktu', readerTimeLine(visit, reader)],
        ['Waktu yang diusulkan', proposal],
        ['Cara bertemu', isOnline(visit) && visitModes[visit.mode]],
        ['Jumlah rombongan', `${visit.partyCount} orang`],
        ['Tujuan', visit.purpose && <FieldText field={visitFields.purpose} text={visit.purpose} />],
        ['Topik', visit.topics.join(', ')],
        ['Program', open.surroundings.programs.map(({ name }) => name).join('; ')],
        ['Surat permohonan', letter],
        ['Nomor kunjungan', visit.reference],
      ]}
    />
  );
}

/** Why it cannot be accepted yet. */
function Waiting({ blocked, open }: { blocked: readonly BlockedStep[]; open: OpenQuestion }): VNode | null {
  const because = blocked.find(({ step }) => step === 'accept')?.because;
  if (open.allowed.includes('accept')) return null;
  return (
    <div class="alert alert-warning d-block mt-3">
      <h2 class="alert-title">Belum dapat diterima</h2>
      <p class="mb-0">
        {because ??
          'Kunjungan ini memerlukan persetujuan Kanwil lebih dulu. Anda menerima surel lagi sesudah Kanwil menyetujuinya.'}
      </p>
    </div>
  );
}

interface AnswerFormProps {
  visit: VisitFacts;
  allowed: readonly AnswerStep[];
  refused: HostAnswerPageProps['refused'];
}

/** One form: who answers, and a button for each answer. */
function AnswerForm({ visit, allowed, refused }: AnswerFormProps): VNode {
  const { sent, faults = null } = refused ?? {};
  const chosen = typed(sent, 'aksi');
  return (
    <PageForm class="mt-3" asks>
      <WhoAnswers sent={sent} faults={faults} />
      {allowed.length > 0 && (
        <details class="step-other" open={chosen !== '' && faults !== null}>
          <summary>Ruang, pesan, syarat, dan nomor surat (boleh kosong)</summary>
          <AcceptanceWords visit={visit} sent={sent} faults={faults} />
        </details>
      )}
      {allowed.includes('accept') && (
        <button class="btn btn-primary w-100 mb-3" type="submit" name="aksi" value="accept">
          Terima kunjungan
        </button>
      )}
      {allowed.includes('propose') && (
        <details class="step-other" open={chosen === 'propose' || !allowed.includes('accept')}>
          <summary>Usulkan waktu lain</summary>
          <OtherTime visit={visit} sent={sent} faults={faults} />
          <button class="btn btn-primary w-100 mb-3" type="submit" name="aksi" value="propose">
            Kirim usulan waktu
          </button>
        </details>
      )}
      {allowed.includes('decline') && (
        <details class="step-other" open={chosen === 'decline'}>
          <summary>Tolak</summary>
          <TextArea
            name="reason"
            label="Alasan"
            hint="Dibaca oleh tamu dan Kanwil."
            rows={3}
            maxLength={2000}
            optional
            needed="untuk menolak"
            value={typed(sent, 'reason')}
            faults={faults}
          />
          <button class="btn btn-danger w-100" type="submit" name="aksi" value="decline">
            Tolak permintaan
          </button>
        </details>
      )}
    </PageForm>
  );
}

interface FilledProps {
  sent: SentForm | undefined;
  faults: FormFaults | null;
}

function WhoAnswers({ sent, faults }: FilledProps): VNode {
  return (
    <>
      <h2 class="h4">Siapa yang menjawab</h2>
      <Field name="name" label="Nama" value={typed(sent, 'name')} maxLength={200} faults={faults} />
      <Field
        name="office"
        label="Jabatan"
        value={typed(sent, 'office')}
        maxLength={200}
        faults={faults}
        placeholder="mis. Kepala Rutan"
      />
      <Field
        name="phone"
        label="Telepon"
        type="tel"
        value={typed(sent, 'phone')}
        maxLength={40}
        hint="Dibaca oleh tamu dan Kanwil, agar Anda dapat dihubungi."
        faults={faults}
      />
    </>
  );
}

function OtherTime({
  visit,
  sent,
  faults,
}: {
  visit: VisitFacts;
  sent: SentForm | undefined;
  faults: FormFaults | null;
}): VNode {
  const zone = visit.timeZone;
  const times = sent ? typedTimes(sent) : timesOf(timeInQuestion(visit), zone);
  return <TimeFields typed={times} zone={zone} own={zone} faults={faults} />;
}

/** What became of what the link asked. */
function Outcome({ visit, now }: { visit: VisitFacts; now: Date }): VNode {
  return (
    <>
      <p>
        <strong>{visitStateWords[visit.state].meaning}</strong> {outcomeWords(visit)}
      </p>
      <Facts
        lines={[
          ['Tamu', visit.guestUnitName],
          ['Tuan rumah', visit.hostUnitName],
          ['Waktu', readerTimeLine(visit, { timeZone: visit.timeZone, now })],
          ['Nomor kunjungan', visit.reference],
        ]}
      />
      <p class="text-secondary mt-3 mb-0">
        Tautan ini tidak berlaku lagi. Bila ada pertanyaan baru untuk Anda, tautannya dikirim dengan surel
        tersendiri.
      </p>
    </>
  );
}

const typedNames = [...['name', 'office', 'phone', ...acceptanceFields, 'reason'], ...timeNames];

/** What was typed for an answer that came too late. */
function Unsaid({ sent }: { sent: SentForm | undefined }): VNode | null {
  const texts = typedNames.map((name) => typed(sent, name).trim()).filter(Boolean);
  if (texts.length === 0) return null;
  return (
    <div class="mt-3">
      <p class="mb-0">Yang Anda tulis dan tidak tersimpan:</p>
      <ul class="mb-0">
        {texts.map((text, index) => (
          <li key={index}>
            <PlainText text={text} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function outcomeWords(visit: VisitFacts): string {
  const { answerAction, answerName, answerCameBy, answeredAt, timeZone } = visit;
  if (answerAction === null || answerName === null || answeredAt === null) return '';
  return `${withWay(answerName, answerCameBy)} ${actionWords[answerAction] ?? answerAction}, ${formatMoment(answeredAt, timeZone)}.`;
}

/** For a link nobody was sent. */
export function UnknownAnswerPage(): VNode {
  return (
    <Frame title="Tautan tidak dikenal">
      <p>Kami tidak menemukan permintaan kunjungan dengan tautan ini.</p>
      <ul class="mb-0">
        <li>Salin tautan dari surel seutuhnya; kadang terpotong di akhir baris.</li>
        <li>Masih belum terbuka? Tanyakan kepada kantor yang meminta kunjungan, atau kepada Kanwil Anda.</li>
      </ul>
    </Frame>
  );
}

function Frame({ title, children }: { title: string; children: ComponentChildren }): VNode {
  return (
    <Layout title={title} actor={undefined} narrow styles={['visits/pages/visit.css']}>
      <div class="card">
        <div class="card-body">
          <h1>{title}</h1>
          {children}
        </div>
      </div>
    </Layout>
  );
}
