import { describe, expect, test } from '@jest/globals';
import {
  allowedNoteActions,
  decideNoteStep,
  noteActions,
  noteActionTo,
  noteTransitions,
  reviewDate,
} from './note-states.js';
import { noteStates, type NoteActor } from './note.js';

const note = { visibility: 'nation', unit: 'rutan-a', regionalOffice: 'jawa-tengah' } as const;
const actors = {
  officer: { role: 'officer', unit: 'rutan-a', regionalOffice: 'jawa-tengah' },
  head: { role: 'unit-head', unit: 'rutan-a', regionalOffice: 'jawa-tengah' },
  kanwil: { role: 'regional', unit: null, regionalOffice: 'jawa-tengah' },
  neighbour: { role: 'unit-head', unit: 'rutan-b', regionalOffice: 'jawa-tengah' },
  farKanwil: { role: 'regional', unit: null, regionalOffice: 'bali' },
  administrator: { role: 'administrator', unit: null, regionalOffice: null },
} satisfies Record<string, NoteActor>;

describe('steps of a note', () => {
  test('who may take which, in every state', () => {
    const table = noteStates.map((state) => [
      state,
      ...Object.values(actors).map((actor) => allowedNoteActions({ ...note, state }, actor).join(' ')),
    ]);
    expect(table).toEqual([
      ['draft', 'propose', 'propose publish', '', '', '', ''],
      ['proposed', 'withdraw', 'publish withdraw return', 'publish return', '', '', ''],
      ['published', '', 'return renew archive', 'return renew archive', '', '', ''],
      ['archived', '', 'publish return', 'publish return', '', '', ''],
    ]);
  });

  test.each(noteStates.flatMap((state) => noteActions.map((action) => [state, action] as const)))(
    'from %s by %s',
    (state, action) => {
      const row = noteTransitions.find((known) => known.from === state && known.action === action);
      const judged = { ...note, state };
      expect(decideNoteStep(judged, action, actors.head, 'Sebab')).toEqual(
        row ? { to: row.to } : { code: 'note-step-not-allowed' },
      );
      expect(decideNoteStep(judged, action, actors.neighbour, 'Sebab')).toEqual({
        code: row ? 'not-allowed' : 'note-step-not-allowed',
      });
      if (row?.needsReason) {
        expect(decideNoteStep(judged, action, actors.head, ' ')).toEqual({ code: 'note-reason-needed' });
      }
    },
  );

  test('a wished state is reached by the step that the actor may take', () => {
    const proposed = { ...note, state: 'proposed' } as const;
    expect(noteActionTo(proposed, 'draft', actors.officer)).toBe('withdraw');
    expect(noteActionTo(proposed, 'draft', actors.kanwil)).toBe('return');
    expect(noteActionTo({ ...note, state: 'draft' }, 'published', actors.officer)).toBe('publish');
    expect(noteActionTo({ ...note, state: 'draft' }, 'archived', actors.head)).toBeNull();
  });
});

test.each([
  ['2025-10-31', '2026-10-31'],
  ['2024-02-29', '2025-02-28'],
  ['2023-02-28', '2024-02-28'],
  ['2025-12-01', '2026-12-01'],
])('a note published on %s is read again on %s', (date, due) => {
  expect(reviewDate(date)).toBe(due);
});
