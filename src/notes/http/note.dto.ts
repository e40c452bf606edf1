import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { bodyOf } from '../../platform/http/described-body.js';
import { exportOf } from '../../platform/http/export.dto.js';
import { IsCode, IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { noteFields } from '../domain/note-fields.js';
import { noteStates, noteVisibilities, type NoteState, type NoteVisibility } from '../domain/note.js';

const writableStates = ['draft', 'proposed', 'published'] as const;

class NoteFields extends bodyOf(noteFields) {
  /** The visit it comes from; null for none. */
  @IsOptional()
  @IsUUID()
  visit?: string | null;

  @MayBeLeftOut()
  @IsIn(noteVisibilities)
  visibility?: NoteVisibility;

  /** Where it is to go; a head publishes, an officer proposes. */
  @MayBeLeftOut()
  @IsIn(writableStates)
  state?: (typeof writableStates)[number];
}

export class NoteBody extends NoteFields {
  @IsCode()
  unit: string;
}

export class ChangeNoteBody extends NoteFields {
  /** The version the caller saw. */
  @IsInt()
  @Min(1)
  version: number;

  /** Why it goes back to a draft. */
  @MayBeLeftOut()
  @IsText(1_000)
  reason?: string;
}

/** One step of a note. */
export class NoteStepBody {
  /** The version the caller saw. */
  @IsInt()
  @Min(1)
  version: number;

  /** Why it goes back to a draft. */
  @MayBeLeftOut()
  @IsText(1_000)
  reason?: string;
}

export class NoteListQuery extends PageQuery {
  @IsOptional()
  @IsCode()
  unit?: string;

  @IsOptional()
  @IsCode()
  regionalOffice?: string;

  /** As in the list of types of units: `lapas`, `rutan`, `bapas`, … */
  @IsOptional()
  @IsCode()
  unitType?: string;

  @IsOptional()
  @IsCode()
  program?: string;

  /** The year in which it was published, in its unit's zone. */
  @IsOptional()
  @Transform(({ value }: { value: string }) => Number(value))
  @IsInt()
  @Min(2000)
  @Max(2999)
  year?: number;

  @IsOptional()
  @IsUUID()
  visit?: string;

  @IsOptional()
  @IsIn(noteStates)
  state?: NoteState;

  /** Words in any form, `"words in a row"`, `-without`; what is found comes by rank. */
  @IsOptional()
  @IsText(200)
  query?: string;
}

export class NoteExportQuery extends exportOf(NoteListQuery) {}
