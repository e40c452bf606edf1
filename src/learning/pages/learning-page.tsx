import type { ComponentChildren, VNode } from 'preact';
import { Facts } from '../../platform/pages/card.js';
import {
  Check,
  Group,
  NoticeAlert,
  RefusalAlert,
  Submit,
  TextArea,
} from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { formatDate, formatDateTimeRange } from '../../platform/text/dates.js';
import { learningStands, standWords } from '../domain/learning-check.js';
import type { LearningForm } from '../queries/learning-form.js';

interface LearningPageProps {
  form: LearningForm;
  /** The answer that the tap chose; the one given before, or none, where it chose none. */
  chosen: string;
  notice?: string | undefined;
  refused?: { sent: SentForm | undefined; faults: FormFaults };
}

/** One answer and one button; it sends to its own address, so that the secret stands nowhere in the page. */
export function LearningPage({ form, chosen, notice, refused }: LearningPageProps): VNode {
  const { sent } = refused ?? {};
  const faults = refused?.faults ?? null;
  const answer = sent ? typed(sent, 'answer') : chosen;
  return (
    <Frame title={`Sesudah ${form.day} hari`} form={form}>
      <RefusalAlert faults={faults} />
      {notice && <NoticeAlert>{notice}</NoticeAlert>}
      <p>Yang ingin dipelajari waktu itu:</p>
      <ul>
        {form.learningQuestions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      <PageForm>
        <Group legend="Apa yang sudah dikerjakan dari yang dipelajari?">
          {learningStands.map((stand) => (
            <Check
              key={stand}
              type="radio"
              name="answer"
              scope={stand}
              value={stand}
              label={standWords[stand]}
              checked={answer === stand}
              faults={null}
            />
          ))}
          {faults?.fields['answer'] && (
            <p class="invalid-feedback d-block">Mohon pilih salah satu jawaban.</p>
          )}
        </Group>
        <TextArea
          name="words"
          label="Keterangan"
          hint="Misalnya apa yang berjalan, atau apa yang menghambat. Jangan menulis nama warga binaan."
          value={sent ? typed(sent, 'words') : form.words}
          rows={3}
          maxLength={2000}
          faults={faults}
          optional
        />
        <Submit>{form.answer ? 'Simpan perubahan' : 'Kirim jawaban'}</Submit>
      </PageForm>
      <p class="text-secondary mt-3 mb-0">
        Tidak perlu akun. Dapat diubah sampai {lastDay(form)}. Kedua UPT dan Kanwil membacanya.
      </p>
    </Frame>
  );
}

const lastDay = ({ expiresAt, timeZone }: LearningForm): string => formatDate(expiresAt, timeZone);

/** After the link's time. */
export const ClosedLearningPage = ({ form }: { form: LearningForm }): VNode => (
  <Frame title="Jawaban sudah ditutup" form={form}>
    <p class="mb-0">
      Jawaban dapat diisi sampai {lastDay(form)}.{' '}
      {form.answer
        ? `Jawaban Anda: ${standWords[form.answer]}; terima kasih.`
        : 'Anda belum sempat mengisinya.'}
    </p>
  </Frame>
);

/** For a link nobody was sent. */
export const UnknownLearningPage = (): VNode => (
  <Frame title="Tautan tidak dikenal" form={null}>
    <p class="mb-0">
      Kami tidak menemukan pertanyaan dengan tautan ini. Salin tautan dari surel seutuhnya; kadang terpotong
      di akhir baris. Masih belum terbuka? Tanyakan kepada narahubung kunjungan.
    </p>
  </Frame>
);

interface FrameProps {
  title: string;
  form: LearningForm | null;
  children: ComponentChildren;
}

function Frame({ title, form, children }: FrameProps): VNode {
  return (
    <Layout title={title} actor={undefined} narrow styles={[]}>
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

function Visit({ form }: { form: LearningForm }): VNode {
  const { name, title, timeZone, guestUnitName, hostUnitName } = form;
  return (
    <>
      <p>Yth. {name},</p>
      <div class="mb-3">
        <Facts
          lines={[
            ['Kunjungan', title],
            ['Waktu', formatDateTimeRange(form, timeZone)],
            ['Tamu', guestUnitName],
            ['Tuan rumah', hostUnitName],
          ]}
        />
      </div>
    </>
  );
}
