import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Check, NoticeAlert, RefusalAlert, TextArea } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { readerTimeLine } from '../../platform/text/reader-time.js';
import { wasOverWhenRecorded } from '../../visits/index.js';
import { linkLines } from '../domain/link-lines.js';
import { neededToPublish, type SummaryContent } from '../domain/summary.js';
import { Promises } from './promises.js';
import { EntriesCard } from './entries-card.js';
import { Revisions } from './revisions.js';
import { KnownOfVisit, SummaryPreview } from './summary-aside.js';
import { accountAddresses, ToldSummary } from './told-summary.js';
import type { SummaryViewFacts } from './show-summary.js';

const notices: Readonly<Record<string, string>> = {
  simpan: 'Tersimpan. Ringkasan belum dikirim kepada siapa pun.',
  tindak: 'Tindak lanjut tercatat, dan tulisan Anda tersimpan.',
  izin: 'Izin foto tercatat, dan tulisan Anda tersimpan.',
  pilihan: 'Foto pilihan album dimasukkan, dan tulisan Anda tersimpan.',
  semua: 'Semua catatan dan foto yang boleh keluar dimasukkan, dan tulisan Anda tersimpan.',
  pratinjau: 'Tersimpan. Di bawah ini suratnya seperti yang akan diterima.',
};

interface SummaryPageProps {
  actor: Actor;
  view: SummaryViewFacts;
  notice: string | null;
  /** What was typed, when the form was refused. */
  sent: SentForm | undefined;
  faults: FormFaults | null;
}

/** The summary of a visit: the editor for both units' people, what was published for the others. */
export function SummaryPage(props: SummaryPageProps): VNode {
  const { actor, view, notice, faults } = props;
  const { visit, mayWrite, now } = view;
  return (
    <Layout
      title={`Ringkasan: ${visit.title}`}
      actor={actor}
      path="/kunjungan"
      styles={['summaries/pages/summary.css']}
    >
      <PageHeading
        title="Ringkasan kunjungan"
        back={[`/kunjungan/${visit.id}`, visit.title]}
        lead={`${visit.guestUnitName} ke ${visit.hostUnitName} · ${readerTimeLine(visit, { timeZone: actor.timeZone, now })}`}
      >
        {mayWrite && view.published && (
          <a class="btn" href={`/praktik-baik/dari-kunjungan/${visit.id}`}>
            Buat catatan dari ringkasan
          </a>
        )}
      </PageHeading>
      {notice !== null && notices[notice] && <NoticeAlert>{notices[notice]}</NoticeAlert>}
      <RefusalAlert faults={faults} />
      {mayWrite ? <Editor {...props} /> : <Published view={view} />}
    </Layout>
  );
}

function Published({ view: { visit, published, revisions } }: { view: SummaryViewFacts }): VNode {
  return published ? (
    <>
      <Card title={published.revision === 1 ? 'Ringkasan' : `Revisi ${published.revision}`}>
        <div class="card-body">
          <ToldSummary content={published.content} zone={visit.timeZone} at={accountAddresses(visit.id)} />
        </div>
      </Card>
      <Revisions visit={visit} revisions={revisions} />
    </>
  ) : (
    <Empty icon="pencil" title="Ringkasan belum diterbitkan">
      Kedua UPT menulisnya sesudah kunjungan; Anda menerimanya lewat surel begitu terbit.
    </Empty>
  );
}

function Editor({ view, sent, faults }: SummaryPageProps): VNode {
  const { visit, draft, published, recipients, sources, revisions } = view;
  const content = draft?.content;
  const version = draft?.version ?? 0;
  return (
    <div class="summary-columns">
      <PageForm action={`/kunjungan/${visit.id}/ringkasan`} version={version} noValidate>
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
        <EntriesCard view={view} sent={sent} faults={faults} />
        <Promises view={view} sent={sent} faults={faults} />
        <Deeds published={published !== null} recipients={recipients} asks={wasOverWhenRecorded(visit)} />
      </PageForm>
      <div>
        {sources}
        {content && <KnownOfVisit content={content} zone={visit.timeZone} />}
        <Revisions visit={visit} revisions={revisions} />
        <SummaryPreview visitId={visit.id} version={version} />
      </div>
    </div>
  );
}

interface TextsProps {
  content: SummaryContent | undefined;
  sent: SentForm | undefined;
  faults: FormFaults | null;
}

const textLabels = { outcomes: 'Hasil', decisions: 'Keputusan', notes: 'Catatan' } as const;

function Texts({ content, sent, faults }: TextsProps): VNode {
  const links = sent ? typed(sent, 'links') : linkLines(content?.links ?? []);
  return (
    <>
      {neededToPublish.map((name) => (
        <TextArea
          key={name}
          name={name}
          label={textLabels[name]}
          hint={
            name === 'outcomes'
              ? 'Apa yang dipelajari dan dilihat. Jangan menulis nama warga binaan.'
              : undefined
          }
          value={sent ? typed(sent, name) : (content?.[name] ?? '')}
          rows={name === 'outcomes' ? 6 : 4}
          faults={faults}
          needed="salah satunya untuk diterbitkan"
          optional
        />
      ))}
      <Answers content={content} sent={sent} faults={faults} />
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

/** What was typed for a question, wherever it stood in the form that was sent. */
function answerIn(sent: SentForm, id: string): string {
  const at = [0, 1, 2, 3, 4].find((each) => typed(sent, `question${each}`) === id);
  return at === undefined ? '' : typed(sent, `answer${at}`);
}

/** Each learning question asks for its answer; the question goes along, so that an answer never comes to another. */
function Answers({ content, sent, faults }: TextsProps): VNode {
  return (
    <>
      {(content?.learning ?? []).map(({ id, question, session, answer }, at) => (
        <div key={id}>
          <input type="hidden" name={`question${at}`} value={id ?? ''} />
          <TextArea
            name={`answer${at}`}
            label={`Jawaban: ${question}`}
            hint={session ? `Dibahas pada sesi ${session}.` : undefined}
            value={sent ? answerIn(sent, id ?? '') : answer}
            rows={3}
            maxLength={4000}
            faults={faults}
            optional
          />
        </div>
      ))}
    </>
  );
}

interface DeedsProps {
  published: boolean;
  recipients: number;
  /** Whether it is mailed only when that is asked for. */
  asks: boolean;
}

function Deeds({ published, recipients, asks }: DeedsProps): VNode {
  return (
    <div class="summary-deeds">
      {asks && (
        <Check
          name="kirim"
          label={`Kirim ringkasan lewat surel kepada ${recipients} orang`}
          hint="Kunjungan ini dicatat sesudah dilaksanakan, sehingga ringkasannya hanya dikirim bila diminta."
          faults={null}
        />
      )}
      <p class="text-secondary mb-2">
        {asks
          ? 'Menerbitkan membuat kunjungan selesai; ringkasan dapat dibaca kedua UPT dan Kanwil di sini.'
          : published
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
