import type { ComponentChildren, VNode } from 'preact';
import { Facts } from '../../platform/pages/card.js';
import { Check, NoticeAlert, RefusalAlert, Submit, TextArea } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { formatDate, formatDateTimeRange } from '../../platform/text/dates.js';
import { asksWelcome, LONGEST_TEXT, usefulnessWords, welcomeWords } from '../domain/feedback-form.js';
import { releaseWords } from '../domain/release-words.js';
import type { DatedForm } from '../use-cases/feedback-forms.js';
import { Scale } from './scale.js';

interface FeedbackPageProps {
  form: DatedForm;
  notice?: string | undefined;
  /** What was handed in and refused. */
  refused?: { sent: SentForm | undefined; faults: FormFaults };
}

/** A participant's form: it sends to its own address, so that the secret stands nowhere in the page. */
export function FeedbackPage({ form, notice, refused }: FeedbackPageProps): VNode {
  const { given, isGiven } = form;
  return (
    <Frame title={`Masukan: ${form.title}`} form={form}>
      <RefusalAlert faults={refused?.faults ?? null} />
      {notice && <NoticeAlert>{notice}</NoticeAlert>}
      {isGiven && !refused && !notice && <NoticeAlert>{given ? CHANGEABLE : UNSHOWN}</NoticeAlert>}
      <p>Dua menit saja; tidak perlu akun. Dapat diisi dan diubah sampai {lastDay(form)}.</p>
      <p class="text-secondary">Kedua UPT dan Kanwil membaca hasilnya. {releaseWords}</p>
      <Questions form={form} sent={refused?.sent ?? sentBefore(form)} faults={refused?.faults ?? null} />
      {isGiven && <Withdraw />}
    </Frame>
  );
}

const CHANGEABLE = 'Anda sudah mengisi. Jawaban di bawah ini masih dapat diubah.';
const UNSHOWN =
  'Anda sudah mengisi. Isinya tidak ditampilkan di sini, karena petugas yang mengirimkan tautan ini ikut mengenalnya. Yang dikirim sekarang menggantikan yang lama.';

const lastDay = ({ expiresAt, timeZone }: DatedForm): string => formatDate(expiresAt, timeZone);

function sentBefore({ given }: DatedForm): SentForm {
  if (!given) return {};
  const { usefulness, welcome, toCopy, toImprove, mayName } = given;
  return {
    usefulness: String(usefulness),
    welcome: String(welcome ?? ''),
    toCopy,
    toImprove,
    mayName: mayName ? 'ya' : '',
  };
}

interface QuestionsProps {
  form: DatedForm;
  sent: SentForm | undefined;
  faults: FormFaults | null;
}

function Questions({ form, sent, faults }: QuestionsProps): VNode {
  const isHost = !asksWelcome(form.side);
  const text = (name: string) => ({
    name,
    value: typed(sent, name),
    maxLength: LONGEST_TEXT,
    optional: true,
    faults,
  });
  return (
    <PageForm>
      <Scale
        name="usefulness"
        legend={`Seberapa bermanfaat kunjungan ini bagi ${isHost ? 'UPT' : 'pekerjaan'} Anda?`}
        words={usefulnessWords}
        value={typed(sent, 'usefulness')}
        faults={faults}
      />
      {!isHost && (
        <Scale
          name="welcome"
          legend={`Bagaimana sambutan ${form.hostUnitName}?`}
          words={welcomeWords}
          value={typed(sent, 'welcome')}
          faults={faults}
        />
      )}
      <TextArea
        {...text('toCopy')}
        label={isHost ? 'Apa yang Anda pelajari dari para tamu?' : 'Apa yang layak ditiru di tempat Anda?'}
      />
      <TextArea
        {...text('toImprove')}
        label="Apa yang dapat lebih baik?"
        hint="Jangan menulis nama atau keadaan warga binaan."
      />
      <Check
        name="mayName"
        label="Nama saya boleh disebut"
        hint="Tanpa centang ini tulisan Anda tampil tanpa nama."
        checked={typed(sent, 'mayName') === 'ya'}
        faults={faults}
      />
      <div class="mt-4">
        <Submit>{form.isGiven ? 'Simpan perubahan' : 'Kirim masukan'}</Submit>
      </div>
    </PageForm>
  );
}

/** After the form was handed in. */
export function ThanksPage({ form }: { form: DatedForm }): VNode {
  return (
    <Frame title="Terima kasih" form={form}>
      <div role="status">
        <p>
          Masukan Anda sudah tersimpan. Kedua UPT dan Kanwil membacanya untuk memperbaiki kunjungan
          berikutnya.
        </p>
      </div>
      <p>Berubah pikiran? Bukalah tautan yang sama sampai {lastDay(form)}.</p>
      <a class="btn w-100" href="?">
        {form.given ? 'Lihat atau ubah jawaban saya' : 'Isi lagi'}
      </a>
    </Frame>
  );
}

/** After the form's time: what was said can be taken back still. */
export function ClosedFeedbackPage({
  form,
  notice,
}: {
  form: DatedForm;
  notice?: string | undefined;
}): VNode {
  return (
    <Frame title="Masukan sudah ditutup" form={form}>
      {notice && <NoticeAlert>{notice}</NoticeAlert>}
      <p>
        Masukan untuk kunjungan ini dapat diisi sampai {lastDay(form)}.{' '}
        {form.isGiven ? 'Jawaban Anda sudah kami terima; terima kasih.' : 'Anda belum sempat mengisinya.'}
      </p>
      <p class="text-secondary">
        Masih ada yang ingin disampaikan? Balaslah surel undangan kunjungan, atau hubungi narahubungnya.
      </p>
      {form.isGiven && <Withdraw />}
    </Frame>
  );
}

/** For a link nobody was sent. */
export function UnknownFeedbackPage(): VNode {
  return (
    <Frame title="Tautan tidak dikenal" form={null}>
      <p>Kami tidak menemukan formulir masukan dengan tautan ini.</p>
      <ul class="mb-0">
        <li>Salin tautan dari surel seutuhnya; kadang terpotong di akhir baris.</li>
        <li>Bila Anda tidak lagi tercatat sebagai peserta, tautannya ikut dihapus.</li>
        <li>Masih belum terbuka? Tanyakan kepada narahubung kunjungan.</li>
      </ul>
    </Frame>
  );
}

function Withdraw(): VNode {
  return (
    <details class="mt-4">
      <summary class="withdraw">Hapus masukan saya</summary>
      <PageForm class="mt-2">
        <p>
          Semua yang Anda isi dihapus. Tulisan yang sudah ditampilkan langsung hilang; nilainya keluar dari
          rata-rata pada pembaruan berikutnya, agar tidak ketahuan dari selisihnya.
        </p>
        <button class="btn btn-outline-danger w-100" type="submit" name="aksi" value="hapus">
          Hapus masukan saya
        </button>
      </PageForm>
    </details>
  );
}

interface FrameProps {
  title: string;
  form: DatedForm | null;
  children: ComponentChildren;
}

function Frame({ title, form, children }: FrameProps): VNode {
  return (
    <Layout title={title} actor={undefined} narrow styles={['feedback/pages/feedback.css']}>
      <div class="card">
        <div class="card-body">
          <h1>{title}</h1>
          {form && <Visit form={form} />}
          {children}
        </div>
      </div>
    </Layout>
  );
}

function Visit({ form }: { form: DatedForm }): VNode {
  const { name, timeZone, guestUnitName, hostUnitName } = form;
  return (
    <>
      <p>Yth. {name},</p>
      <div class="mb-3">
        <Facts
          lines={[
            ['Waktu', formatDateTimeRange(form, timeZone)],
            ['Tamu', guestUnitName],
            ['Tuan rumah', hostUnitName],
          ]}
        />
      </div>
    </>
  );
}
