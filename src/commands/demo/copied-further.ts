import { ConfirmReplication, WriteFollowUp } from '../../follow-ups/index.js';
import { headOf, officerOf } from './accounts.js';
import { on, type StoryStep } from './stage.js';
import type { VisitScript } from './visit-script.js';

/** The note of the practice that goes from unit to unit, once it is written. */
export interface Practice {
  note: string;
}

/** The visit's host takes home what its guest copied before: the practice comes to a third unit. */
export function copiedFurther(script: VisitScript, story: Practice): StoryStep[] {
  const carrier = 'rutan-purbalingga';
  const source = 'bapas-purwokerto';
  let promise = '';
  return [
    {
      at: on('2025-11-12', '15.00'),
      tell: `${carrier} promises to copy what ${source} learned`,
      act: async (stage) => {
        promise = await stage.use(WriteFollowUp).create(stage.actor(officerOf(carrier)), {
          visit: script.visitId,
          note: story.note,
          what: 'Menanam sayuran di satu demplot dan menceritakan setiap panennya',
          unit: carrier,
          personName: 'Siti Nurhayati',
          personId: stage.actor(officerOf(carrier)).personId,
          dueOn: '2025-12-20',
        });
        return undefined;
      },
    },
    {
      at: on('2025-12-18', '09.30'),
      tell: `${carrier} keeps the promise`,
      act: async (stage) => {
        const evidence = 'Demplot 25 m² di halaman belakang; tiga cerita panen terbit di media sosial.';
        const done = { state: 'done', evidence } as const;
        await stage.use(WriteFollowUp).change(stage.actor(officerOf(carrier)), promise, 1, done);
        return undefined;
      },
    },
    {
      at: on('2025-12-19', '10.00'),
      tell: `${source} confirms that the practice came to ${carrier}`,
      act: async (stage) => {
        const given = {
          note: story.note,
          since: '2025-12-08',
          result:
            'Demplot 25 m² dirawat bergiliran; panen pertama 6 kg sawi, diceritakan pada hari yang sama.',
        };
        await stage.use(ConfirmReplication).confirm(stage.actor(headOf(source)), promise, 2, given);
        return undefined;
      },
    },
  ];
}
