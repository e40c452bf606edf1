import type { VNode } from 'preact';
import { PlainText } from '../../platform/pages/free-text.js';
import { Select } from '../../platform/pages/form-parts.js';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { SectionFault } from '../../platform/pages/section.js';
import type { Actor } from '../../platform/security/actor.js';
import { noteFields, sectionsFromSummary, type NoteSection } from '../domain/note-fields.js';
import type { NoteSource } from '../use-cases/import-visit-texts.js';
import type { VisitText } from '../use-cases/visit-texts.js';

/** Where a text goes unless somebody chooses otherwise. */
const usual: Readonly<Record<string, NoteSection>> = {
  hasil: 'result',
  keputusan: 'howToCopy',
  catatan: 'context',
};

/** Which parts of a visit's summary go into which sections of a new note. */
export function NoteImportPage({ actor, source }: { actor: Actor; source: NoteSource }): VNode {
  const { visitId, title } = source;
  const page = 'Buat catatan dari ringkasan';
  return (
    <Layout title={page} actor={actor} path="/praktik-baik" styles={['notes/pages/note.css']}>
      <PageHeading
        title={page}
        lead="Pilih bagian mana yang dipakai. Isinya disalin ke formulir dan masih dapat Anda ubah."
        back={[`/kunjungan/${visitId}`, title]}
      />
      <Texts {...source} />
    </Layout>
  );
}

function Texts({ visitId, texts }: NoteSource): VNode {
  const withoutTexts = `/praktik-baik/baru?kunjungan=${visitId}`;
  if (!texts.found) {
    return (
      <>
        <SectionFault {...texts} />
        <a class="btn" href={withoutTexts}>
          Tulis tanpa ringkasan
        </a>
      </>
    );
  }
  if (texts.found.length === 0) {
    return (
      <Empty icon="book" title="Ringkasan kunjungan ini belum terbit">
        <p>Setelah ringkasannya terbit, bagian-bagiannya dapat disalin ke catatan.</p>
        <a class="btn" href={withoutTexts}>
          Tulis tanpa ringkasan
        </a>
      </Empty>
    );
  }
  return <TextsForm visitId={visitId} texts={texts.found} />;
}

function TextsForm({ visitId, texts }: { visitId: string; texts: readonly VisitText[] }): VNode {
  return (
    <form class="card card-body note-import" action="/praktik-baik/baru">
      <input type="hidden" name="kunjungan" value={visitId} />
      {texts.map(({ key, name, text }) => (
        <section class="note-import-text" key={key}>
          <h2 class="h3">{name}</h2>
          <blockquote class="note-import-quote">
            <PlainText text={text} />
          </blockquote>
          <Select
            name={`isi.${key}`}
            label={`${name} masuk ke bagian`}
            value={usual[key]}
            none="Tidak dipakai"
            options={sectionsFromSummary.map((section) => ({
              value: section,
              name: noteFields[section].label,
            }))}
            faults={null}
            optional
          />
        </section>
      ))}
      <div class="btn-list">
        <button class="btn btn-primary" type="submit">
          Lanjut menulis
        </button>
      </div>
    </form>
  );
}
