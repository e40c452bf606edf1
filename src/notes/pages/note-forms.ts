import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsUUID, Min, MinLength } from 'class-validator';
import { IsCalendarDate, IsCode, IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { typed, type SentForm } from '../../platform/pages/forms.js';
import type { Actor, RoutePolicy } from '../../platform/security/actor.js';
import { noteActions, type NoteAction } from '../domain/note-states.js';
import {
  mayWrite,
  noteTalkKinds,
  noteVisibilities,
  type NoteTalkKind,
  type NoteTexts,
  type NoteVisibility,
} from '../domain/note.js';
import type { NoteFact } from '../queries/note-facts.js';

const lines = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string'
    ? value
        .split(/[\r\n]+/)
        .map((line) => line.trim())
        .filter(Boolean)
    : value;
const listed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? [value] : value);
const noneWhenEmpty = ({ value }: { value: unknown }): unknown => (value === '' ? null : value);

/** Those who write notes at all; of which unit, the use-case asks. */
export const writesNotes: RoutePolicy = (actor: Actor) => actor.unit !== null && mayWrite(actor.unit, actor);

/** A note as its form sends it. */
export class NoteForm {
  @IsText(200)
  title: string;

  @IsText(20_000)
  context: string;

  @IsText(20_000)
  whatWasDone: string;

  @IsText(20_000)
  resources = '';

  @IsText(20_000)
  result: string;

  @IsText(20_000)
  howToCopy: string;

  @IsText(20_000)
  pitfalls = '';

  @IsText(2_000)
  contact = '';

  /** One a line. */
  @Transform(lines)
  @IsArray()
  @ArrayMaxSize(20)
  @IsText(100, { each: true })
  topics: string[] = [];

  /** No box is sent for what is not ticked. */
  @Transform(listed)
  @IsArray()
  @ArrayMaxSize(20)
  @IsCode({ each: true })
  programs: string[] = [];

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

/** What stands in the form. */
export interface NoteDraft extends NoteTexts {
  topics: string;
  programs: readonly string[];
  visit: string;
  visibility: string;
}

export function draftOf(note: NoteFact): NoteDraft {
  return { ...note, topics: note.topics.join('\n'), visit: note.visit ?? '' };
}

export function draftSent(sent: SentForm | undefined): NoteDraft {
  const programs = sent?.['programs'];
  return {
    title: typed(sent, 'title'),
    context: typed(sent, 'context'),
    whatWasDone: typed(sent, 'whatWasDone'),
    resources: typed(sent, 'resources'),
    howToCopy: typed(sent, 'howToCopy'),
    result: typed(sent, 'result'),
    pitfalls: typed(sent, 'pitfalls'),
    contact: typed(sent, 'contact'),
    topics: typed(sent, 'topics'),
    programs: (Array.isArray(programs) ? programs : [programs]).filter((code) => typeof code === 'string'),
    visit: typed(sent, 'visit'),
    visibility: typed(sent, 'visibility') || 'nation',
  };
}

export const emptyDraft = (visit: string): NoteDraft => draftSent({ visit });
