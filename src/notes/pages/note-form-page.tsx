import type { VNode } from 'preact';
import { DescribedField } from '../../platform/pages/described-field.js';
import { Check, Group, RefusalAlert, Select } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import { formatDateTimeRange, formatTime } from '../../platform/text/dates.js';
import { namesOf } from '../../platform/text/field-description.js';
import { isNeeded, noteFields, noteTextFields } from '../domain/note-fields.js';
import { hasNoteTrait, noteVisibilities, type NoteState } from '../domain/note.js';
import type { NamedCode } from '../queries/note-choices.js';
import type { NoteFact } from '../queries/note-facts.js';
import type { NoteVisit } from '../queries/note-visits.js';
import type { NoteDraft } from './note-forms.js';
import { visibilityWords } from './note-words.js';

interface NoteFormPageProps {
  actor: Actor;
  /** The note that is changed; null for a new one. */
  note: NoteFact | null;
  draft: NoteDraft;
  programs: readonly NamedCode[];
  visits: readonly NoteVisit[];
  faults: FormFaults | null;
  /** Who else opened the form lately, the last first. */
  others?: readonly { name: string; openedAt: Date }[];
}

/** Where a note is written and changed. */
export function NoteFormPage(props: NoteFormPageProps): VNode {
  const { actor, note, draft, faults } = props;
  const title = note ? 'Ubah praktik baik' : 'Tulis praktik baik';
  const home = note ? `/praktik-baik/${note.id}` : '/praktik-baik';
  return (
    <Layout
      title={title}
      actor={actor}
      path="/praktik-baik"
      styles={['notes/pages/notes.css', 'notes/pages/note.css']}
    >
      <PageHeading
        title={title}
        lead={`Milik ${actor.placeName ?? 'UPT Anda'}. Tulis singkat; simpan sebagai draf kapan saja.`}
        back={[home, note ? note.title || 'Tanpa judul' : 'Praktik Baik']}
      />
      <Others {...props} />
      <RefusalAlert faults={faults} />
      <PageForm
        class="card card-body note-form"
        action={note ? `${home}/ubah` : '/praktik-baik/baru'}
        {...(note && { version: note.version })}
      >
        <Texts
          draft={draft}
          faults={faults}
          state={note?.state ?? 'draft'}
          isHead={can(actor, 'notes.publish')}
        />
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

interface TextsProps {
  draft: NoteDraft;
  faults: FormFaults | null;
  state: NoteState;
  /** Whoever heads a unit publishes without proposing. */
  isHead: boolean;
}

function Texts({ draft, faults, state, isHead }: TextsProps): VNode {
  const mayLack = hasNoteTrait(state, 'stays');
  const needed = isHead ? 'untuk diterbitkan' : 'untuk diajukan';
  return (
    <>
      <p class="text-secondary">
        Pisahkan paragraf dengan satu baris kosong. Jangan menulis nama atau data warga binaan.
      </p>
      {namesOf(noteTextFields).map((name, index) => (
        <DescribedField
          key={name}
          name={name}
          field={noteFields[name]}
          value={draft[name]}
          faults={faults}
          first={index === 0}
          optional={mayLack || !isNeeded(name)}
          needed={isNeeded(name) ? needed : undefined}
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
      <DescribedField name="topics" field={noteFields.topics} value={draft.topics} faults={faults} />
      <Group legend={noteFields.programs.label}>
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
        options={visits.map(({ id, title, timeZone, ...time }) => ({
          value: id,
          name: `${title} · ${formatDateTimeRange(time, timeZone)}`,
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
