import type { VNode } from 'preact';
import { Field, Group, Select } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { inChosenPlaces, type LearningQuestions } from '../domain/learning-questions.js';
import { visitFields } from '../domain/visit-fields.js';

/** A row of the form: a question that stands, or an empty one to type another into. */
export interface QuestionRow {
  /** Empty for one that is new. */
  id: string;
  words: string;
  /** Counted from 1, as it was chosen. */
  place: number;
}

const { most, longest, label } = visitFields.learningQuestions;
const rows = Array.from({ length: most }, (_, at) => at);
const names = (at: number) => ({
  id: `learningQuestionId${at}`,
  words: `learningQuestion${at}`,
  place: `learningPlace${at}`,
});

export const standingRows = ({ learningQuestions, learningQuestionIds }: LearningQuestions): QuestionRow[] =>
  rows.map((at) => ({
    id: learningQuestionIds[at] ?? '',
    words: learningQuestions[at] ?? '',
    place: at + 1,
  }));

/** What was typed, as the form shows it again. */
export const sentRows = (sent: SentForm | undefined): QuestionRow[] =>
  rows.map((at) => {
    const place = Number(typed(sent, names(at).place));
    return {
      id: typed(sent, names(at).id),
      words: typed(sent, names(at).words),
      place: Number.isInteger(place) && place >= 1 && place <= most ? place : at + 1,
    };
  });

/** A sent form with its rows as the lists of the API, in the places that were chosen; a row left empty is no question. */
export function withQuestions(sent: SentForm): SentForm {
  if (!rows.some((at) => names(at).words in sent)) return sent;
  const own = rows.flatMap((at) => Object.values(names(at)));
  const others = Object.entries(sent).filter(([name]) => !own.includes(name));
  const kept = inChosenPlaces(sentRows(sent)).filter(({ words }) => words.trim() !== '');
  return {
    ...Object.fromEntries(others),
    learningQuestions: kept.map(({ words }) => words),
    learningQuestionIds: kept.map(({ id }) => id || null),
  };
}

/** What the guest wants to learn, a row each: worded anew or moved it stays the same question, emptied it is gone. */
export function QuestionFields({
  questions,
  faults,
}: {
  questions: readonly QuestionRow[];
  faults: FormFaults | null;
}): VNode {
  const fault = faults?.fields['learningQuestions'] ?? faults?.fields['learningQuestionIds'];
  const places = rows.map((at) => ({ value: String(at + 1), name: String(at + 1) }));
  return (
    <Group legend={label}>
      <p class="text-secondary mb-2">
        Sampai {most} pertanyaan. Mengubah kata-katanya tidak menghapus sesi dan jawabannya; kosongkan untuk
        menghapus.
      </p>
      {fault && <p class="invalid-feedback d-block">{fault}</p>}
      {questions.map(({ id, words, place }, at) => (
        <div key={at} class="row g-2">
          <input type="hidden" name={names(at).id} value={id} />
          <div class="col">
            <Field
              name={names(at).words}
              label={`Pertanyaan ${at + 1}`}
              value={words}
              maxLength={longest}
              faults={faults}
              optional
            />
          </div>
          <div class="col-auto">
            <Select
              name={names(at).place}
              label="Urutan"
              options={places}
              value={String(place)}
              faults={faults}
            />
          </div>
        </div>
      ))}
    </Group>
  );
}
