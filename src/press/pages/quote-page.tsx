import type { ComponentChildren, VNode } from 'preact';
import { Facts } from '../../platform/pages/card.js';
import {
  Check,
  Field,
  NoticeAlert,
  RefusalAlert,
  Submit,
  TextArea,
} from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatDate, formatDateTimeRange } from '../../platform/text/dates.js';
import { quoteHints } from '../domain/quote-mail.js';
import { LONGEST_QUOTE, quoteStateWords, type QuoteState } from '../domain/quote-states.js';
import type { QuoteForm } from '../use-cases/say-quote.js';
import { roomPath } from './press-words.js';

interface QuotePageProps {
  form: QuoteForm;
  /** Whoever has an account; without it the page was opened by a link. */
  actor?: Actor | undefined;
  notice?: string | undefined;
  refused?: { sent: SentForm; faults: FormFaults } | undefined;
}

/** Where a head writes a quote, says yes to it, or gives none. */
export function QuotePage(props: QuotePageProps): VNode {
  const { form, actor, notice, refused } = props;
  const { visit, officeName, quote, expiresAt } = form;
  return (
    <Frame title={`Kutipan Kepala ${officeName}`} actor={actor} visitId={visit.id}>
      <RefusalAlert faults={refused?.faults ?? null} />
      {notice && <NoticeAlert>{notice}</NoticeAlert>}
      <About form={form} />
      {quote && <p class="text-secondary">{quoteStateWords[quote.state]}.</p>}
      <Words {...props} />
      <p class="text-secondary mt-3 mb-0">
        {expiresAt
          ? `Tidak perlu akun. Dapat diubah sampai ${formatDate(expiresAt, visit.timeZone)}. `
          : 'Dapat diubah kapan saja. '}
        Kutipan yang diubah perlu disetujui lagi sebelum dimuat.
      </p>
    </Frame>
  );
}

function Words({ form: { officeName, quote }, actor, refused }: QuotePageProps): VNode {
  const value = (name: 'words' | 'speaker' | 'position', own: string): string =>
    refused ? typed(refused.sent, name) : (quote?.[name] ?? '') || own;
  const isTicked = (name: string, state: QuoteState): boolean =>
    refused ? typed(refused.sent, name) === 'ya' : quote?.state === state;
  const common = { faults: refused?.faults ?? null, optional: true };
  return (
    <PageForm version={quote?.version ?? 0}>
      <TextArea
        name="words"
        label="Kutipan Anda"
        hint={quoteHints.join(' ')}
        rows={5}
        value={value('words', '')}
        maxLength={LONGEST_QUOTE}
        needed="kecuali Anda tidak memberi kutipan"
        {...common}
      />
      <Field
        name="speaker"
        label="Nama Anda"
        value={value('speaker', actor?.name ?? '')}
        maxLength={120}
        needed="untuk dimuat"
        {...common}
      />
      <Field
        name="position"
        label="Jabatan"
        value={value('position', `Kepala ${officeName}`)}
        maxLength={120}
        needed="untuk dimuat"
        {...common}
      />
      <Check
        name="agrees"
        label="Saya setuju kutipan ini dimuat"
        hint="Tanpa centang, kutipan tersimpan tetapi belum boleh dimuat."
        checked={isTicked('agrees', 'approved')}
        faults={common.faults}
      />
      <Check
        name="declines"
        label="Saya tidak memberi kutipan untuk kunjungan ini"
        checked={isTicked('declines', 'declined')}
        faults={common.faults}
      />
      <Submit>{quote?.words ? 'Simpan perubahan' : 'Kirim'}</Submit>
    </PageForm>
  );
}

const About = ({ form: { visit, expiresAt } }: { form: QuoteForm }): VNode => (
  <>
    <p>
      {expiresAt ? 'Yth. Bapak/Ibu Kepala, humas' : 'Humas'} menyiapkan siaran pers tentang kunjungan ini.
    </p>
    <div class="mb-3">
      <Facts
        lines={[
          ['Kunjungan', visit.title],
          ['Waktu', formatDateTimeRange(visit, visit.timeZone)],
          ['Tamu', visit.guestUnitName],
          ['Tuan rumah', visit.hostUnitName],
          ['Topik', visit.topics.join(', ')],
        ]}
      />
    </div>
  </>
);

/** After the link's time, and for one that a newer took the place of. */
export const ClosedQuotePage = (): VNode => (
  <Frame title="Tautan sudah tidak berlaku" actor={undefined} visitId={null}>
    <p class="mb-0">
      Tautan kutipan ini sudah lewat waktunya atau diganti yang lebih baru. Mohon pakai tautan terbaru, atau
      minta lagi kepada humas yang menghubungi Anda.
    </p>
  </Frame>
);

/** For a link nobody was sent. */
export const UnknownQuotePage = (): VNode => (
  <Frame title="Tautan tidak dikenal" actor={undefined} visitId={null}>
    <p class="mb-0">
      Kami tidak menemukan permintaan kutipan dengan tautan ini. Salin tautan seutuhnya; kadang terpotong di
      akhir baris.
    </p>
  </Frame>
);

interface FrameProps {
  title: string;
  actor: Actor | undefined;
  visitId: string | null;
  children: ComponentChildren;
}

function Frame({ title, actor, visitId, children }: FrameProps): VNode {
  if (actor && visitId) {
    return (
      <Layout title={title} actor={actor} path="/kunjungan">
        <PageHeading title={title} back={[roomPath(visitId), 'Siaran pers dan laporan']} />
        <div class="card">
          <div class="card-body prose">{children}</div>
        </div>
      </Layout>
    );
  }
  return (
    <Layout title={title} actor={undefined} narrow styles={[]}>
      <div class="card">
        <div class="card-body">
          <h1>{title}</h1>
          {children}
        </div>
      </div>
    </Layout>
  );
}
