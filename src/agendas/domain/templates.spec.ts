import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkAgenda } from './agenda-items.js';
import {
  agendaTemplates,
  layOutTemplate,
  type AgendaItemDraft,
  type AgendaTemplateName,
} from './templates.js';

const at = (clock: string) => new Date(`2025-10-30T${clock}:00+07:00`);
const between = (starts: string, ends: string) => ({ startsAt: at(starts), endsAt: at(ends) });
const clock = (date: Date) => new Date(date.getTime() + 7 * 3_600_000).toISOString().slice(11, 16);
const lines = (items: AgendaItemDraft[]) =>
  items.map(({ startsAt, endsAt, kind }) => `${clock(startsAt)}–${clock(endsAt)} ${kind}`);

describe('agenda templates', () => {
  test('half a day at its own length', () => {
    expect(lines(layOutTemplate('half-day', between('09:00', '12:00')))).toEqual([
      '09:00–09:15 welcome',
      '09:15–09:35 remarks',
      '09:35–10:15 presentation',
      '10:15–11:00 field-tour',
      '11:00–11:30 discussion',
      '11:30–11:45 follow-up-plan',
      '11:45–11:50 photo',
      '11:50–12:00 closing',
    ]);
  });

  test('a day at its own length has lunch at noon', () => {
    expect(lines(layOutTemplate('full-day', between('08:00', '16:00')))).toEqual([
      '08:00–08:20 welcome',
      '08:20–08:45 remarks',
      '08:45–09:45 presentation',
      '09:45–10:00 break',
      '10:00–12:00 field-tour',
      '12:00–13:00 break',
      '13:00–14:00 presentation',
      '14:00–14:50 discussion',
      '14:50–15:30 follow-up-plan',
      '15:30–15:40 photo',
      '15:40–16:00 closing',
    ]);
  });

  test('lunch is the host’s break when it lies in the visit', () => {
    const friday = layOutTemplate('full-day', between('08:30', '16:00'), between('11:30', '13:30'));
    expect(lines(friday).filter((line) => line.startsWith('11:30'))).toEqual(['11:30–13:30 break']);
    const elsewhere = between('17:00', '18:00');
    expect(layOutTemplate('full-day', between('08:00', '16:00'), elsewhere)).toEqual(
      layOutTemplate('full-day', between('08:00', '16:00')),
    );
  });

  test('half a day has no lunch', () => {
    expect(layOutTemplate('half-day', between('09:00', '14:00'), between('12:00', '13:00'))).toEqual(
      layOutTemplate('half-day', between('09:00', '14:00')),
    );
  });

  test('sessions have titles, and no place, person or note yet', () => {
    const [first] = layOutTemplate('half-day', between('09:00', '12:00'));
    expect(first).toEqual({
      ...between('09:00', '09:15'),
      title: 'Penerimaan tamu dan registrasi',
      kind: 'welcome',
      place: '',
      persons: [],
      note: '',
    });
  });

  test('any visit is filled from start to end, in order, on five minutes, with a sound agenda', () => {
    const names = fc.constantFrom(...(Object.keys(agendaTemplates) as AgendaTemplateName[]));
    const minutes = fc.integer({ min: 1, max: 900 });
    const lunches = fc.option(
      fc.tuple(fc.integer({ min: -60, max: 600 }), fc.integer({ min: 0, max: 120 })),
      { nil: null },
    );
    fc.assert(
      fc.property(
        names,
        fc.integer({ min: 0, max: 400 }),
        minutes,
        lunches,
        (name, offset, length, lunch) => {
          const start = at('06:00').getTime() + offset * 60_000;
          const visit = {
            startsAt: new Date(start),
            endsAt: new Date(start + length * 60_000),
            ownHours: null,
          };
          const pause = lunch && {
            startsAt: new Date(start + lunch[0] * 60_000),
            endsAt: new Date(start + (lunch[0] + lunch[1]) * 60_000),
          };
          const items = layOutTemplate(name, visit, pause);
          expect(checkAgenda(items, visit)).toEqual([]);
          expect(items[0]?.startsAt).toEqual(visit.startsAt);
          expect(items.at(-1)?.endsAt).toEqual(visit.endsAt);
          const fixed = [pause?.startsAt, pause?.endsAt].map((date) => date?.getTime());
          items.slice(1).forEach(({ startsAt }, index) => {
            expect(startsAt).toEqual(items[index]?.endsAt);
            expect(startsAt.getTime() % 300_000 === 0 || fixed.includes(startsAt.getTime())).toBe(true);
          });
        },
      ),
      { numRuns: 400 },
    );
  });
});
