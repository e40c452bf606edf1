import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Min, MinLength } from 'class-validator';
import { bodyOf } from '../../platform/http/described-body.js';
import { IsCalendarDate, IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { asList, fieldText, readFields } from '../../platform/pages/described-form.js';
import { typed, type SentForm } from '../../platform/pages/forms.js';
import type { Actor, RoutePolicy } from '../../platform/security/actor.js';
import { namesOf } from '../../platform/text/field-description.js';
import { noteFields, type NoteField } from '../domain/note-fields.js';
import { noteActions, type NoteAction } from '../domain/note-states.js';
import {
  mayWrite,
  noteTalkKinds,
  noteVisibilities,
  type NoteTalkKind,
  type NoteVisibility,
} from '../domain/note.js';
import type { NoteFact } from '../queries/note-facts.js';

const noneWhenEmpty = ({ value }: { value: unknown }): unknown => (value === '' ? null : value);

/** Those who write notes at all; of which unit, the use-case asks. */
export const writesNotes: RoutePolicy = (actor: Actor) => actor.unit !== null && mayWrite(actor.unit, actor);

/** A note as its form sends it, read by `readNote`. */
export class NoteForm extends bodyOf(noteFields) {
  @Transform(noneWhenEmpty)
  @IsOptional()
  @IsUUID()
  visit: string | null = null;

  @IsIn(noteVisibilities)
  visibility: NoteVisibility = 'nation';

  /** Where it is to go; `stay` leaves it where it is. */
  @IsIn(['stay', 'draft', 'proposed', 'published'])
  state: 'stay' | 'draft' | 'proposed' | 'published';

  /** The version that was read; of a new note there is none. */
  @Transform(({ value }: { value: unknown }) => Number(value))
  @IsInt()
  @Min(0)
  version = 0;
}

/** A step of a note, as its buttons send it. */
export class NoteStepForm {
  @IsIn(noteActions)
  action: NoteAction;

  @Transform(({ value }: { value: unknown }) => Number(value))
  @IsInt()
  @Min(1)
  version: number;

  @MayBeLeftOut()
  @IsText(1_000)
  reason?: string;
}

const trimmed = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.trim() : value;

export class NoteTalkForm {
  @IsIn(noteTalkKinds)
  kind: NoteTalkKind;

  @Transform(trimmed)
  @IsText(4_000)
  @MinLength(1, { message: 'mohon tuliskan isinya' })
  body: string;
}

export class NoteAnswerForm {
  @Transform(trimmed)
  @IsText(4_000)
  @MinLength(1, { message: 'mohon tuliskan jawabannya' })
  answer: string;
}

export class NoteUseForm {
  @IsCalendarDate()
  since: string;
}

/** The fields of a form with a file come outside of it. */
export class NoteAttachmentForm {
  @IsOptional()
  file?: string;
}

/** What was sent, in the shape of `NoteForm`. */
export const readNote = (sent: SentForm | undefined): SentForm => readFields(noteFields, sent);

/** What stands in the form. */
export type NoteDraft = Record<Exclude<NoteField, 'programs'>, string> & {
  programs: readonly string[];
  visit: string;
  visibility: string;
};

const typedFields = namesOf(noteFields).filter((name) => name !== 'programs');
const textsBy = (text: (name: NoteField) => string) =>
  Object.fromEntries(typedFields.map((name) => [name, text(name)])) as Pick<
    NoteDraft,
    (typeof typedFields)[number]
  >;

export const draftOf = (note: NoteFact): NoteDraft => ({
  ...textsBy((name) => fieldText(note[name])),
  programs: note.programs,
  visit: note.visit ?? '',
  visibility: note.visibility,
});

export const draftSent = (sent: SentForm | undefined): NoteDraft => ({
  ...textsBy((name) => typed(sent, name)),
  programs: asList(sent?.['programs']).filter((code) => typeof code === 'string'),
  visit: typed(sent, 'visit'),
  visibility: typed(sent, 'visibility') || 'nation',
});

export const emptyDraft = (visit: string): NoteDraft => draftSent({ visit });
