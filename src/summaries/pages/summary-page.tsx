import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Notice, Refusal, TextArea } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { linkLines } from '../domain/link-lines.js';
import type { SummaryContent } from '../domain/summary.js';
import { Promises } from './promises.js';
import { Known, Preview } from './summary-aside.js';
import { SummaryTextFacts } from './summary-section.js';
import type { SummaryViewFacts } from './summary-view.js';

const notices: Readonly<Record<string, string>> = {
  simpan: 'Tersimpan. Ringkasan belum dikirim kepada siapa pun.',
  tindak: 'Tindak lanjut tercatat, dan tulisan Anda tersimpan.',
  pratinjau: 'Tersimpan. Di bawah ini suratnya seperti yang akan diterima.',
};

interface SummaryPageProps {
  actor: Actor;
  view: SummaryViewFacts;
  notice: string | null;
  /** What was typed, when the form was refused. */
  sent: SentForm | undefined;
  faults: FormFaults | null;
  /** Whether somebody else saved in between. */
  stale?: boolean;
}

/** The summary of a visit: the editor for both units' people, what was published for the others. */
export function SummaryPage(props: SummaryPageProps): VNode {
  const { actor, view, notice, faults } = props;
  const { visit, mayWrite } = view;
  const zone = visit.timeZone as Zone;
  return (
    <Layout
      title={`Ringkasan: ${visit.title}`}
      actor={actor}
      path="/kunjungan"
      styles={['summaries/pages/summary.css']}
      scripts={['platform/pages/browser/keep.js']}
    >
      <PageHeading
        title="Ringkasan kunjungan"
        back={[`/kunjungan/${visit.id}`, visit.title]}
        lead={`${visit.guestUnitName} ke ${visit.hostUnitName} · ${formatDateTimeRange(visit.startsAt, visit.endsAt, zone)}`}
      >
        {mayWrite && view.published && (
          <a class="btn" href={`/praktik-baik/dari-kunjungan/${visit.id}`}>
            Buat catatan dari ringkasan
          </a>
        )}
      </PageHeading>
      {notice !== null && notices[notice] && <Notice>{notices[notice]}</Notice>}
      <Refusal faults={faults} />
      {mayWrite ? <Editor {...props} /> : <Published view={view} />}
    </Layout>
  );
}

function Published({ view: { published } }: { view: SummaryViewFacts }): VNode {
  return published ? (
    <Card title={`Revisi ${published.revision}`}>
      <div class="card-body">
        <SummaryTextFacts content={published.content} />
      </div>
    </Card>
  ) : (
    <Empty icon="pencil" title="Ringkasan belum diterbitkan">
      Kedua UPT menulisnya sesudah kunjungan; Anda menerimanya lewat surel begitu terbit.
    </Empty>
  );
}

function Editor({ view, sent, faults, stale = false }: SummaryPageProps): VNode {
  const { visit, draft, published, recipients, sources } = view;
  const content = draft?.content;
  const version = draft?.version ?? 0;
  return (
    <div class="summary-columns">
      <PageForm
        action={`/kunjungan/${visit.id}/ringkasan`}
        keep={{ form: `ringkasan:${visit.id}`, version, title: `Ringkasan: ${visit.title}` }}
        noValidate
      >
        <input type="hidden" name="version" value={faults && !stale ? typed(sent, 'version') : version} />
        {/* The first button of a form is what the Enter key presses. */}
        <button
          class="visually-hidden"
          type="submit"
          name="aksi"
          value="simpan"
          tabIndex={-1}
          aria-hidden="true"
        >
          Simpan
        </button>
        <Card title="Isi ringkasan">
          <div class="card-body">
            <Texts content={content} sent={sent} faults={faults} />
          </div>
        </Card>
        {stale && content && <Standing content={content} />}
        <Promises view={view} sent={sent} faults={faults} />
        <Deeds published={published !== null} recipients={recipients} />
      </PageForm>
      <div>
        {content && <Known content={content} />}
        {sources}
        <Preview visitId={visit.id} version={version} />
      </div>
    </div>
  );
}

interface TextsProps {
  content: SummaryContent | undefined;
  sent: SentForm | undefined;
  faults: FormFaults | null;
}

function Texts({ content, sent, faults }: TextsProps): VNode {
  const value = (field: 'outcomes' | 'decisions' | 'notes'): string =>
    sent ? typed(sent, field) : (content?.[field] ?? '');
  const links = sent ? typed(sent, 'links') : linkLines(content?.links ?? []);
  return (
    <>
      <TextArea
        name="outcomes"
        label="Hasil"
        hint="Apa yang dipelajari dan dilihat. Jangan menulis nama warga binaan."
        value={value('outcomes')}
        rows={6}
        faults={faults}
        optional
      />
      <TextArea
        name="decisions"
        label="Keputusan"
        value={value('decisions')}
        rows={4}
        faults={faults}
        optional
      />
      <TextArea name="notes" label="Catatan" value={value('notes')} rows={4} faults={faults} optional />
      <TextArea
        name="links"
        label="Tautan"
        hint="Satu baris satu tautan, misalnya: Foto kegiatan | https://contoh.go.id/foto"
        value={links}
        rows={3}
        faults={faults}
        optional
      />
    </>
  );
}

function Standing({ content }: { content: SummaryContent }): VNode {
  return (
    <Card title="Yang tersimpan sekarang, dari orang lain">
      <div class="card-body">
        <SummaryTextFacts content={content} />
        <p class="text-secondary mb-0">
          Gabungkan seperlunya; menyimpan lagi menggantikannya dengan tulisan Anda.
        </p>
      </div>
    </Card>
  );
}

function Deeds({ published, recipients }: { published: boolean; recipients: number }): VNode {
  return (
    <div class="summary-deeds">
      <p class="text-secondary mb-2">
        {published
          ? `Menerbitkan lagi mengirim revisi kepada ${recipients} orang; yang lama tetap tersimpan.`
          : `Menerbitkan mengirim ringkasan kepada ${recipients} orang: semua peserta, kedua UPT, dan Kanwil. Kunjungan menjadi selesai.`}
      </p>
      <div class="btn-list">
        <button class="btn btn-primary" type="submit" name="aksi" value="terbit">
          {published ? 'Simpan dan terbitkan revisi' : 'Simpan dan terbitkan'}
        </button>
        <button class="btn" type="submit" name="aksi" value="simpan">
          Simpan saja
        </button>
        <button class="btn" type="submit" name="aksi" value="pratinjau">
          Simpan dan lihat suratnya
        </button>
      </div>
    </div>
  );
}
