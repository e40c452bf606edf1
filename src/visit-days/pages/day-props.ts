import type { PublishedSession } from '../../agendas/index.js';
import type { FormFaults, SentForm } from '../../platform/pages/forms.js';
import type { Actor } from '../../platform/security/actor.js';
import type { ReadEntries } from '../use-cases/read-entries.js';

/** A form that was refused, with what was typed. */
export interface DayRefusal {
  form: 'attendance' | 'guest' | 'note' | 'photo';
  sent: SentForm | undefined;
  faults: FormFaults;
}

export interface DayPageProps {
  actor: Actor;
  now: Date;
  day: Awaited<ReturnType<ReadEntries['list']>>;
  sessions: readonly PublishedSession[];
  refusal: DayRefusal | null;
  /** One for each form, so that a form sent twice is stored once. */
  ids: { note: string; photo: string; guest: string };
}
