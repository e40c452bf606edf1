import type { VNode } from 'preact';
import { Check, Field, Group, Refusal, Select, TextArea } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import { formatDateTimeRange, formatTime } from '../../platform/text/dates.js';
import { noteVisibilities, type NoteState } from '../domain/note.js';
import type { NamedCode } from '../queries/note-choices.js';
import type { NoteFact } from '../queries/note-facts.js';
import type { NoteVisit } from '../queries/note-visits.js';
import type { NoteDraft } from './note-forms.js';
import { noteSections, paragraphs, visibilityWords } from './note-words.js';

interface NoteFormPageProps {
  actor: Actor;
  /** The note that is changed; null for a new one. */
  note: NoteFact | null;
  draft: NoteDraft;
  programs: readonly NamedCode[];
  visits: readonly NoteVisit[];
  faults: FormFaults | null;
  /** Somebody else saved meanwhile: what stands in `note` is newer than what was read before writing. */
  isOvertaken?: boolean;
  /** Who else opened the form lately, the last first. */
  others?: readonly { name: string; openedAt: Date }[];
}

/** Where a note is written and changed. */
export function NoteFormPage(props: NoteFormPageProps): VNode {
  const { actor, note, faults, isOvertaken = false, draft } = props;
  const title = note ? 'Ubah praktik baik' : 'Tulis praktik baik';
  const home = note ? `/praktik-baik/${note.id}` : '/praktik-baik';
  return (
    <Layout
      title={title}
      actor={actor}
      path="/praktik-baik"
      styles={['notes/pages/notes.css', 'notes/pages/note.css']}
      scripts={['platform/pages/browser/keep.js']}
    >
      <PageHeading
        title={title}
        lead={`Milik ${actor.placeName ?? 'UPT Anda'}. Tulis singkat; simpan sebagai draf kapan saja.`}
        back={[home, note ? note.title || 'Tanpa judul' : 'Praktik Baik']}
      />
      <Others {...props} />
      {isOvertaken && note ? <Overtaken note={note} draft={draft} /> : <Refusal faults={faults} />}
      <PageForm
        class="card card-body note-form"
        action={note ? `${home}/ubah` : '/praktik-baik/baru'}
        keep={{
          form: note ? `praktik:${note.id}` : 'praktik-baru',
          version: note?.version ?? 0,
          title: note ? `Praktik baik: ${note.title || 'Tanpa judul'}` : 'Praktik baik baru',
        }}
      >
        {note && <input type="hidden" name="version" value={note.version} />}
        <Texts draft={draft} faults={faults} />
        <Connections {...props} />
        <Buttons state={note?.state ?? 'draft'} isHead={can(actor, 'notes.publish')} />
      </PageForm>
    </Layout>
  );
}

/** A soft warning: both may write, and whoever saves last is shown what the other saved. */
function Others({ actor, others }: Pick<NoteFormPageProps, 'actor' | 'others'>): VNode | null {
  const [latest] = others ?? [];
  if (!latest) return null;
  return (
    <div class="alert alert-warning d-block" role="status">
      Sedang disunting oleh {latest.name} sejak {formatTime(latest.openedAt, actor.timeZone)}. Sebaiknya
      tanyakan dahulu, agar tulisan Anda berdua tidak bertabrakan.
    </div>
  );
}

/** Both texts side by side: nothing is lost, and nobody's writing is replaced unseen. */
function Overtaken({ note, draft }: { note: NoteFact; draft: NoteDraft }): VNode {
  const plain = (text: string): string => paragraphs(text).join('\n\n');
  const fields = [{ field: 'title', name: 'Judul' } as const, ...noteSections];
  const changed = fields.filter(({ field }) => plain(note[field]) !== plain(draft[field]));
  return (
    <div class="alert alert-warning d-block" role="alert">
      <h2 class="alert-title">Sudah diubah orang lain</h2>
      <p>
        Sementara Anda menulis, catatan ini disimpan oleh rekan Anda. Tulisan Anda masih ada di bawah dan
        belum tersimpan. Gabungkan bila perlu; menyimpan sekali lagi akan mengganti versi yang tersimpan.
      </p>
      {changed.map(({ field, name }) => (
        <section class="note-both" aria-label={name} key={field}>
          <div>
            <h3>{name} yang tersimpan sekarang</h3>
            <p class="note-text">{note[field] || 'Kosong'}</p>
          </div>
          <div>
            <h3>{name} tulisan Anda</h3>
            <p class="note-text">{draft[field] || 'Kosong'}</p>
          </div>
        </section>
      ))}
      {changed.length === 0 && <p class="mb-0">Judul dan isinya sama dengan tulisan Anda.</p>}
    </div>
  );
}

function Texts({ draft, faults }: { draft: NoteDraft; faults: FormFaults | null }): VNode {
  return (
    <>
      <p class="text-secondary">
        Sebelum diajukan, judul, masalah, apa yang dilakukan, langkah, dan hasil perlu terisi. Pisahkan
        paragraf dengan satu baris kosong. Jangan menulis nama atau data warga binaan.
      </p>
      <Field
        name="title"
        label="Judul"
        value={draft.title}
        maxLength={200}
        faults={faults}
        hint="Satu kalimat pendek yang mudah dicari."
        optional
        first
      />
      {noteSections.map(({ field, name, hint, rows }) => (
        <TextArea
          key={field}
          name={field}
          label={name}
          value={draft[field]}
          rows={rows}
          maxLength={field === 'contact' ? 2_000 : 20_000}
          hint={hint}
          faults={faults}
          optional
        />
      ))}
      <Select
        name="visibility"
        label="Siapa yang dapat membaca setelah terbit"
        value={draft.visibility}
        options={noteVisibilities.map((value) => ({ value, name: visibilityWords[value] }))}
        faults={faults}
      />
    </>
  );
}

function Connections({ draft, programs, visits, faults }: NoteFormPageProps): VNode {
  return (
    <>
      <TextArea
        name="topics"
        label="Topik"
        value={draft.topics}
        rows={3}
        hint="Satu topik per baris, misalnya: Ketahanan pangan."
        faults={faults}
        optional
      />
      <Group legend="Program">
        <div class="note-checks">
          {programs.map(({ code, name }) => (
            <Check
              key={code}
              name="programs"
              label={name}
              value={code}
              checked={draft.programs.includes(code)}
              faults={null}
              scope={code}
            />
          ))}
        </div>
        {faults?.fields['programs'] && <p class="text-danger mb-0">{faults.fields['programs']}</p>}
      </Group>
      <Select
        name="visit"
        label="Dari kunjungan"
        value={draft.visit}
        none="Tidak dari kunjungan"
        options={visits.map(({ id, title, startsAt, endsAt, timeZone }) => ({
          value: id,
          name: `${title} · ${formatDateTimeRange(startsAt, endsAt, timeZone)}`,
        }))}
        faults={faults}
        optional
      />
    </>
  );
}

function Buttons({ state, isHead }: { state: NoteState; isHead: boolean }): VNode {
  if (state !== 'draft') {
    return (
      <div class="btn-list">
        <button class="btn btn-primary" type="submit" name="state" value="stay">
          Simpan perubahan
        </button>
      </div>
    );
  }
  return (
    <div class="btn-list">
      <button class="btn btn-primary" type="submit" name="state" value={isHead ? 'published' : 'proposed'}>
        {isHead ? 'Terbitkan' : 'Ajukan untuk diterbitkan'}
      </button>
      <button class="btn" type="submit" name="state" value="draft">
        Simpan sebagai draf
      </button>
    </div>
  );
}
