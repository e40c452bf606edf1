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

const ofPhoto = [413, 415, 422];

/** What is wrong with a photo itself, to stand beside its field; null when nothing is, or something else. */
export function photoFault(refusal: DayRefusal | null): string | null {
  if (refusal?.form !== 'photo') return null;
  const { status, detail, fields } = refusal.faults;
  return ofPhoto.includes(status) && Object.keys(fields).length === 0 ? detail : null;
}
