import type { ComponentChildren, VNode } from 'preact';
import { PlainText } from '../../platform/pages/free-text.js';
import { RefusalAlert, TextArea } from '../../platform/pages/form-parts.js';
import { typed } from '../../platform/pages/forms.js';
import { Icon } from '../../platform/pages/icon.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { formatDate } from '../../platform/text/dates.js';
import { namesOf } from '../../platform/text/field-description.js';
import { noteFields } from '../domain/note-fields.js';
import { allowedNoteActions, type NoteAction } from '../domain/note-states.js';
import type { NotePageProps } from './note-page-props.js';
import { noteStepWords } from './note-words.js';

/** Where a note that is not simply out stands, and what can be done about it. */
export function NoteStatus(props: NotePageProps): VNode | null {
  const { actor, whole, refusal, today } = props;
  const { note } = whole;
  const isDue = note.state === 'published' && note.reviewDueOn !== null && note.reviewDueOn <= today;
  const actions = allowedNoteActions(note, actor);
  const isCalm = note.state === 'published' && !(isDue && actions.length > 0);
  if (isCalm && refusal?.form !== 'step') return null;
  return (
    <section class={`card mb-3 note-status note-status-${note.state}`} aria-label="Keadaan catatan">
      <div class="card-body">
        <RefusalAlert faults={refusal?.form === 'step' ? refusal.faults : null} />
        {refusal?.form === 'step' && (
          <Lacking fields={refusal.faults.fields} home={`/praktik-baik/${note.id}`} />
        )}
        <StateWords {...props} isDue={isDue} />
        <NoteSteps {...props} actions={actions} />
      </div>
    </section>
  );
}

/** What the step found empty, and where it is written. */
function Lacking({ fields, home }: { fields: Readonly<Record<string, string>>; home: string }): VNode | null {
  const lacking = namesOf(noteFields).filter((name) => name in fields);
  if (lacking.length === 0) return null;
  return (
    <ul class="note-lacking">
      {lacking.map((name) => (
        <li key={name}>
          <a href={`${home}/ubah#${name}`}>{noteFields[name].label}</a>: {fields[name]}
        </li>
      ))}
    </ul>
  );
}

function StateWords({ actor, whole, last, isDue }: NotePageProps & { isDue: boolean }): VNode {
  const { note } = whole;
  const when = last && formatDate(last.changedAt, actor.timeZone);
  if (note.state === 'draft') {
    return (
      <Words icon="pencil" title="Draf">
        Hanya petugas {note.unitName} yang melihatnya.
        {last?.reason && (
          <blockquote class="note-reason">
            <p class="mb-1">
              <PlainText text={last.reason} />
            </p>
            <footer>
              Dikembalikan oleh {last.changedBy}, {when}
            </footer>
          </blockquote>
        )}
      </Words>
    );
  }
  if (note.state === 'proposed') {
    return (
      <Words icon="clock" title="Menunggu diterbitkan">
        Terakhir diubah oleh {last?.changedBy}, {when}. Kepala UPT atau Kanwil memeriksa dan menerbitkannya.
      </Words>
    );
  }
  if (note.state === 'archived') {
    return (
      <Words icon="history" title="Diarsipkan">
        Sejak {note.archivedAt && formatDate(note.archivedAt, actor.timeZone)} catatan ini tidak tampil bagi
        UPT lain.
      </Words>
    );
  }
  return isDue ? (
    <Words icon="history" title="Perlu ditinjau">
      Sudah dua belas bulan sejak catatan ini terbit atau terakhir ditinjau. Apakah isinya masih benar?
    </Words>
  ) : (
    <Words icon="check" title="Terbit">
      Catatan ini sudah terbit.
    </Words>
  );
}

interface WordsProps {
  icon: 'pencil' | 'clock' | 'history' | 'check';
  title: string;
  children: ComponentChildren;
}

function Words({ icon, title, children }: WordsProps): VNode {
  return (
    <div class="note-status-words">
      <Icon name={icon} />
      <div>
        <h2>{title}</h2>
        <div>{children}</div>
      </div>
    </div>
  );
}

const foldedActions: readonly NoteAction[] = ['return', 'archive'];

/** Buttons for the steps that the actor may take; those that take something away unfold first. */
export function NoteSteps(props: NotePageProps & { actions: readonly NoteAction[] }): VNode | null {
  const { whole, actions } = props;
  if (actions.length === 0) return null;
  const { id, version } = whole.note;
  const main = actions.filter((action) => !foldedActions.includes(action));
  return (
    <div class="note-steps">
      {main.length > 0 && (
        <PageForm class="btn-list" action={`/praktik-baik/${id}/langkah`} version={version} asks>
          {main.map((action) => (
            <button
              class={isMain(action, actions) ? 'btn btn-primary' : 'btn'}
              type="submit"
              name="action"
              value={action}
              key={action}
            >
              {noteStepWords[action].button}
            </button>
          ))}
        </PageForm>
      )}
      {actions
        .filter((action) => foldedActions.includes(action))
        .map((action) => (
          <FoldedStep {...props} action={action} key={action} />
        ))}
    </div>
  );
}

/** The one button that carries a note forward. */
const isMain = (action: NoteAction, actions: readonly NoteAction[]): boolean =>
  action === (['publish', 'propose', 'renew'] as const).find((name) => actions.includes(name));

function FoldedStep({ whole, refusal, action }: NotePageProps & { action: NoteAction }): VNode {
  const { id, version } = whole.note;
  const { button, explanation } = noteStepWords[action];
  const refused = refusal?.form === 'step' && typed(refusal.sent, 'action') === action ? refusal : null;
  return (
    <details class="fold" open={refused !== null}>
      <summary>{button}</summary>
      <PageForm action={`/praktik-baik/${id}/langkah`} version={version} about={action} asks>
        <input type="hidden" name="action" value={action} />
        <p class="mb-2">{explanation}</p>
        {action === 'return' && (
          <TextArea
            name="reason"
            label="Alasan"
            value={typed(refused?.sent, 'reason')}
            rows={3}
            maxLength={1_000}
            faults={refused?.faults ?? null}
          />
        )}
        <button class="btn" type="submit">
          {button}
        </button>
      </PageForm>
    </details>
  );
}
