import type { VNode } from 'preact';
import { FieldText } from '../../platform/pages/free-text.js';
import { NoticeAlert } from '../../platform/pages/form-parts.js';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { isNeeded, noteFields, noteSections } from '../domain/note-fields.js';
import { mayWrite } from '../domain/note.js';
import type { NoteFact } from '../queries/note-facts.js';
import { NoteAside } from './note-aside.js';
import { NoteFiles, NotePictures } from './note-attachments.js';
import { NoteStatus } from './note-status.js';
import { NoteTalk } from './note-talk.js';
import type { NotePageProps } from './note-page-props.js';

const notices: ReadonlyMap<unknown, string> = new Map([
  ['draf', 'Draf tersimpan. Hanya petugas UPT Anda yang melihatnya sampai diajukan.'],
  ['usul', 'Praktik baik ini diajukan. Kepala UPT atau Kanwil yang menerbitkannya.'],
  ['terbit', 'Praktik baik ini terbit.'],
  ['simpan', 'Perubahan tersimpan.'],
  ['tinjau', 'Terima kasih. Catatan ini ditinjau lagi dua belas bulan kemudian.'],
  ['arsip', 'Catatan ini diarsipkan dan tidak lagi tampil dalam daftar UPT lain.'],
  ['gambar', 'Gambar tersimpan.'],
  ['berkas', 'Berkas tersimpan.'],
  ['hapus', 'Sudah dihapus.'],
  ['tanya', 'Terkirim. Penulis menerima pertanyaan Anda lewat surel.'],
  ['komentar', 'Komentar tersimpan.'],
  ['jawab', 'Jawaban tersimpan dan dikirim kepada penanya.'],
  ['pakai', 'Tercatat bahwa UPT Anda memakai praktik ini.'],
  ['berhenti', 'Catatan pemakaian UPT Anda dihapus.'],
]);

/** A note as it is read, with what belongs to it. */
export function NotePage(props: NotePageProps): VNode {
  const { actor, whole, info, refusal } = props;
  const { note } = whole;
  const title = note.title || 'Tanpa judul';
  const notice = notices.get(info);
  return (
    <Layout
      title={title}
      actor={actor}
      path="/praktik-baik"
      styles={['notes/pages/notes.css', 'notes/pages/note.css']}
      scripts={mayWrite(note.unit, actor) ? ['notes/pages/browser/upload.js'] : []}
    >
      <PageHeading title={title} lead={note.unitName} back={['/praktik-baik', 'Praktik Baik']}>
        <Actions actor={actor} note={note} />
      </PageHeading>
      {notice && refusal === null && <NoticeAlert>{notice}</NoticeAlert>}
      <NoteStatus {...props} />
      <div class="note-reading">
        <div>
          <Article {...props} />
          <NoteTalk {...props} />
        </div>
        <NoteAside {...props} />
      </div>
    </Layout>
  );
}

function Article(props: NotePageProps): VNode {
  const { note } = props.whole;
  const shown = noteSections.filter((name) => note[name].trim() !== '' || isNeeded(name));
  return (
    <article class="card card-body note-article">
      {shown.map((name) => (
        <section key={name}>
          <h2>{noteFields[name].label}</h2>
          {note[name].trim() === '' ? (
            <p class="text-secondary mb-0">Belum ditulis.</p>
          ) : (
            <FieldText field={noteFields[name]} text={note[name]} />
          )}
        </section>
      ))}
      <NotePictures {...props} />
      <NoteFiles {...props} />
    </article>
  );
}

function Actions({ actor, note }: { actor: Actor; note: NoteFact }): VNode | null {
  if (mayWrite(note.unit, actor)) {
    return (
      <a class={note.state === 'draft' ? 'btn btn-primary' : 'btn'} href={`/praktik-baik/${note.id}/ubah`}>
        <Icon name="pencil" />
        {note.state === 'draft' ? 'Lanjutkan menulis' : 'Ubah'}
      </a>
    );
  }
  if (actor.unit === null) return null;
  const wish = new URLSearchParams({ tuan: note.heir, topik: note.title });
  return (
    <a class="btn btn-primary" href={`/kunjungan/baru?${wish.toString()}`}>
      <Icon name="visit" />
      Kunjungi UPT ini
    </a>
  );
}
