import type { VNode } from 'preact';
import { DateField } from '../../platform/pages/calendar-fields.js';
import { Facts } from '../../platform/pages/card.js';
import { RefusalAlert } from '../../platform/pages/form-parts.js';
import { typed } from '../../platform/pages/forms.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { ReaderTime } from '../../platform/pages/reader-time.js';
import { formatCalendarDate, formatDate } from '../../platform/text/dates.js';
import { mayReadRevisions, mayUse } from '../domain/note-parts.js';
import { allowedNoteActions } from '../domain/note-states.js';
import { NotePrograms } from './note-card.js';
import { NoteSteps } from './note-status.js';
import type { NotePageProps } from './note-page-props.js';
import { noteStateWords, visibilityWords } from './note-words.js';
import { actsFor, can } from '../../platform/security/capabilities.js';

/** Beside a note: what it is about, who uses it, what can be done with it. */
export function NoteAside(props: NotePageProps): VNode {
  const { actor, whole, programs, parts } = props;
  const { note } = whole;
  return (
    <aside class="note-aside" aria-label="Tentang praktik baik ini">
      <Uses {...props} />
      <div class="card card-body note-about">
        <About {...props} />
        {note.programs.length > 0 && (
          <div>
            <h2 class="h4">Program</h2>
            <NotePrograms codes={note.programs} titles={programs} />
          </div>
        )}
        {parts}
        {mayReadRevisions(note, actor) && (
          <a class="note-history-link" href={`/praktik-baik/${note.id}/riwayat`}>
            Riwayat perubahan
          </a>
        )}
        <Care {...props} />
      </div>
    </aside>
  );
}

/** What deciders do with a note that is out and not due. */
function Care(props: NotePageProps): VNode | null {
  const { actor, whole, today } = props;
  const { note } = whole;
  const isDue = note.reviewDueOn !== null && note.reviewDueOn <= today;
  const actions = allowedNoteActions(note, actor);
  if (note.state !== 'published' || isDue || actions.length === 0) return null;
  return (
    <details class="fold">
      <summary>Kelola catatan</summary>
      <NoteSteps {...props} refusal={null} actions={actions} />
    </details>
  );
}

function About({ actor, whole, visit, now }: NotePageProps): VNode {
  const { note } = whole;
  const own = actsFor(actor, note.unit);
  return (
    <Facts
      lines={[
        [
          'UPT',
          <a key="unit" href={`/upt/${note.unit}`}>
            {note.unitName}
          </a>,
        ],
        ['Keadaan', noteStateWords[note.state]],
        ['Dapat dibaca', visibilityWords[note.visibility]],
        ['Penulis', own || can(actor, 'notes.oversee') ? note.authorName : ''],
        ['Terbit', note.publishedAt && formatDate(note.publishedAt, actor.timeZone)],
        ['Diubah', formatDate(note.changedAt, actor.timeZone)],
        ['Ditinjau lagi', note.reviewDueOn && formatCalendarDate(note.reviewDueOn)],
        ['Topik', note.topics.join('; ')],
        [
          'Dari kunjungan',
          visit && (
            <>
              <a href={`/kunjungan/${visit.id}`}>{visit.title}</a>
              <div class="text-secondary">
                <ReaderTime of={visit} reader={{ timeZone: actor.timeZone, now }} />
              </div>
            </>
          ),
        ],
      ]}
    />
  );
}

/** The units that use it, and the way to say so. */
function Uses(props: NotePageProps): VNode | null {
  const { actor, whole } = props;
  const { note, uses } = whole;
  const own = uses.find(({ unit }) => unit === actor.unit);
  const mayStart = own === undefined && mayUse(note, actor);
  if (uses.length === 0 && !mayStart) return null;
  return (
    <section class="card card-body note-uses" id="pemakai">
      <h2 class="h4">{uses.length > 0 ? `Dipakai ${uses.length} UPT` : 'Dipakai UPT lain?'}</h2>
      {uses.length > 0 && (
        <ul class="note-use-list">
          {uses.map(({ unit, unitName, since }) => (
            <li key={unit}>
              <a href={`/upt/${unit}`}>{unitName}</a>
              <span class="text-secondary">sejak {formatCalendarDate(since)}</span>
            </li>
          ))}
        </ul>
      )}
      {mayStart && <StartUse {...props} />}
      {own && (
        <PageForm action={`/praktik-baik/${note.id}/pakai/berhenti`}>
          <button class="btn w-100" type="submit">
            Kami tidak lagi memakainya
          </button>
        </PageForm>
      )}
    </section>
  );
}

function StartUse({ whole, refusal, today }: NotePageProps): VNode {
  const refused = refusal?.form === 'use' ? refusal : null;
  const isBeside = refused !== null && Object.keys(refused.faults.fields).length > 0;
  return (
    <PageForm action={`/praktik-baik/${whole.note.id}/pakai`}>
      <RefusalAlert faults={isBeside ? null : (refused?.faults ?? null)} />
      <p>Bila UPT Anda sudah menerapkannya, catat di sini; penulis dan UPT lain melihatnya.</p>
      <DateField
        name="since"
        label="Sejak"
        latest={today}
        value={refused ? typed(refused.sent, 'since') : today}
        faults={refused?.faults ?? null}
      />
      <button class="btn btn-primary w-100" type="submit">
        Kami memakai ini
      </button>
    </PageForm>
  );
}
