import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Select } from '../../platform/pages/form-parts.js';
import { PageForm } from '../../platform/pages/page-form.js';
import type { ShownAgenda } from './show-agenda.js';

/** The learning questions of the guest beside the agenda, each with the session at which it comes up. */
export function QuestionsCard({ shown }: { shown: ShownAgenda }): VNode | null {
  const { visit, agenda, questions } = shown;
  if (questions.length === 0) return null;
  const sessions = [
    { value: '', name: 'Tidak pada sesi tertentu' },
    ...agenda.items.map(({ id, title }) => ({ value: id, name: title })),
  ];
  return (
    <div id="pertanyaan">
      <Card title="Yang ingin dipelajari tamu">
        {agenda.items.length === 0 ? (
          <div class="card-body">
            <QuestionList shown={shown} />
            <p class="text-secondary mb-0">
              Sesudah sesi disimpan, tiap pertanyaan dapat ditempatkan di sini.
            </p>
          </div>
        ) : (
          <PageForm class="card-body" action={`/kunjungan/${visit.id}/acara/pertanyaan`}>
            {questions.map(({ id, question, session }, index) => (
              <div key={id}>
                <input type="hidden" name={`question${index}`} value={id} />
                <Select
                  name={`session${index}`}
                  label={question}
                  options={sessions}
                  value={session?.id ?? ''}
                  faults={null}
                />
              </div>
            ))}
            <button class="btn" type="submit">
              Simpan tempat pertanyaan
            </button>
          </PageForm>
        )}
      </Card>
    </div>
  );
}

/** The questions for those who only read. */
export const QuestionList = ({ shown: { questions } }: { shown: ShownAgenda }): VNode => (
  <ol>
    {questions.map(({ id, question, session }) => (
      <li key={id}>
        {question}
        {session && <span class="d-block text-secondary">Pada sesi: {session.title}</span>}
      </li>
    ))}
  </ol>
);
