import type { VNode } from 'preact';
import { PlainText } from '../../platform/pages/free-text.js';
import { RefusalAlert, Select, TextArea } from '../../platform/pages/form-parts.js';
import { typed } from '../../platform/pages/forms.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { formatDate, formatTime } from '../../platform/text/dates.js';
import { mayAnswer, mayRemoveComment, mayTalk } from '../domain/note-parts.js';
import type { NoteComment } from '../queries/note-contents.js';
import type { NotePageProps } from './note-page-props.js';

/** What readers asked and said, the authors' answers, and the form for more. */
export function NoteTalk(props: NotePageProps): VNode | null {
  const { actor, whole } = props;
  const { note, comments } = whole;
  const isOpen = mayTalk(note, actor);
  if (comments.length === 0 && !isOpen) return null;
  return (
    <section class="card mt-3 note-talk" id="tanya">
      <div class="card-header">
        <h2 class="card-title">Pertanyaan dan komentar</h2>
      </div>
      {comments.length > 0 && (
        <ul class="list-group list-group-flush">
          {comments.map((comment) => (
            <li class="list-group-item" id={`komentar-${comment.id}`} key={comment.id}>
              <Comment {...props} comment={comment} />
            </li>
          ))}
        </ul>
      )}
      {isOpen && <SayForm {...props} />}
    </section>
  );
}

function Comment(props: NotePageProps & { comment: NoteComment }): VNode {
  const { actor, whole, comment } = props;
  const { kind, body, authorName, authorPlace, at, answer, answeredBy, answeredAt } = comment;
  const isMine = mayRemoveComment(whole.note, comment.authorId, actor);
  const zone = actor.timeZone;
  return (
    <>
      <p class="note-said-by">
        <strong>{authorName}</strong>
        <span class="text-secondary">
          {authorPlace && `${authorPlace} · `}
          {formatDate(at, zone)}, {formatTime(at, zone)}
        </span>
        {kind === 'question' && (
          <span class="badge badge-outline">{answer === null ? 'Belum dijawab' : 'Terjawab'}</span>
        )}
      </p>
      <p class="note-said">
        <PlainText text={body} />
      </p>
      {answer !== null && answeredAt && (
        <blockquote class="note-answer">
          <p class="note-said">
            <PlainText text={answer} />
          </p>
          <footer class="text-secondary">
            Jawaban {answeredBy}, {formatDate(answeredAt, zone)}
          </footer>
        </blockquote>
      )}
      {kind === 'question' && mayAnswer(whole.note, actor) && <AnswerForm {...props} />}
      {isMine && (
        <PageForm action={`/praktik-baik/${whole.note.id}/komentar/${comment.id}/hapus`}>
          <button class="btn btn-ghost-secondary note-said-remove" type="submit">
            Hapus<span class="visually-hidden"> tulisan {authorName}</span>
          </button>
        </PageForm>
      )}
    </>
  );
}

function AnswerForm({ whole, refusal, comment }: NotePageProps & { comment: NoteComment }): VNode {
  const refused = refusal?.form === 'answer' && refusal.id === comment.id ? refusal : null;
  return (
    <details class="fold" open={refused !== null}>
      <summary>{comment.answer === null ? 'Jawab' : 'Perbaiki jawaban'}</summary>
      <PageForm action={`/praktik-baik/${whole.note.id}/komentar/${comment.id}/jawab`}>
        <TextArea
          name="answer"
          scope={comment.id}
          label="Jawaban"
          value={refused ? typed(refused.sent, 'answer') : comment.answer}
          rows={4}
          maxLength={4_000}
          faults={refused?.faults ?? null}
        />
        <button class="btn btn-primary" type="submit">
          Kirim jawaban
        </button>
      </PageForm>
    </details>
  );
}

function SayForm({ actor, whole, refusal }: NotePageProps): VNode {
  const refused = refusal?.form === 'talk' ? refusal : null;
  const isBeside = refused !== null && Object.keys(refused.faults.fields).length > 0;
  const isOwn = mayAnswer(whole.note, actor);
  return (
    <PageForm class="card-body" action={`/praktik-baik/${whole.note.id}/komentar`}>
      <RefusalAlert faults={isBeside ? null : (refused?.faults ?? null)} />
      {isOwn ? (
        <input type="hidden" name="kind" value="comment" />
      ) : (
        <Select
          name="kind"
          label="Yang ingin Anda sampaikan"
          value={typed(refused?.sent, 'kind') || 'question'}
          options={[
            { value: 'question', name: 'Pertanyaan kepada penulis' },
            { value: 'comment', name: 'Komentar untuk semua pembaca' },
          ]}
          faults={refused?.faults ?? null}
        />
      )}
      <TextArea
        name="body"
        label={isOwn ? 'Komentar' : 'Isi'}
        value={typed(refused?.sent, 'body')}
        rows={3}
        maxLength={4_000}
        hint="Semua yang dapat membaca catatan ini melihatnya. Tanpa nama atau data warga binaan."
        faults={refused?.faults ?? null}
      />
      <button class="btn" type="submit">
        Kirim
      </button>
    </PageForm>
  );
}
