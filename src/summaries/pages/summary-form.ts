import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsUUID,
  Min,
  ValidateIf,
} from 'class-validator';
import { typed, type SentForm } from '../../platform/pages/forms.js';
import { IsCalendarDate, IsCode, IsText, IsListOf } from '../../platform/http/fields.js';
import { MOST_ENTRIES } from '../domain/summary.js';

/**
 * `izin` clears a photo and takes it in, `semua` takes in every note and photo that may go out, `pilihan` the chosen photos of
 * the album.
 */
export const summaryDeeds = ['simpan', 'tindak', 'pratinjau', 'terbit', 'izin', 'semua', 'pilihan'] as const;

/** Whether a follow-up was begun: the button for it was pressed, or one of its fields was filled. */
export const typesFollowUp = ({ aksi, ...form }: SummaryForm): boolean =>
  aksi === 'tindak' || [form.what, form.person, form.dueOn].some((given) => given !== '');

class AnswerField {
  @IsUUID()
  id: string;

  @IsText(4000)
  answer: string;
}

/** Ids that were ticked; null of a form that did not ask. */
export function tickedEntries(sent: SentForm = {}): string[] | null {
  const { entries } = sent;
  const given: unknown[] = Array.isArray(entries) ? entries : [entries];
  if (entries === undefined) return null;
  return given.filter((id): id is string => typeof id === 'string' && id !== '');
}

/**
 * The form as a list of what belongs together: the learning questions, of which a form without any leaves what was answered, the
 * ticked entries, and the photo that a button is for.
 */
export function asSubmitted(sent: SentForm = {}): SentForm {
  const [aksi, photo] = typed(sent, 'aksi').split(':');
  const entries = tickedEntries(sent);
  return {
    ...withAnswers(sent),
    ...(entries && { entries }),
    ...(photo !== undefined && { aksi, photo }),
  };
}

/** The fields of the learning questions as a list; a form without any leaves what was answered. */
function withAnswers(sent: SentForm): SentForm {
  const answers = [0, 1, 2, 3, 4]
    .map((at) => ({ id: typed(sent, `question${at}`), answer: typed(sent, `answer${at}`) }))
    .filter(({ id }) => id !== '');
  const others = Object.entries(sent).filter(([name]) => !/^(?:question|answer)\d$/.test(name));
  return { ...Object.fromEntries(others), ...(answers.length > 0 && { answers }) };
}

/** The editor as the browser sends it: whatever the button, all that was written is taken. */
export class SummaryForm {
  @Transform(({ value }: { value: unknown }) => Number(value))
  @IsInt()
  @Min(0)
  version: number;

  @IsIn(summaryDeeds)
  aksi: (typeof summaryDeeds)[number];

  @IsText(20_000)
  outcomes: string;

  @IsText(20_000)
  decisions: string;

  @IsText(20_000)
  notes: string;

  @IsText(20_000)
  links: string;

  @IsOptional()
  @IsListOf(() => AnswerField, 5)
  answers?: AnswerField[];

  /** Notes and photos of the day that it takes in. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ENTRIES)
  @IsUUID(undefined, { each: true })
  entries?: string[];

  /** The photo that is cleared by the button. */
  @ValidateIf(({ aksi }: SummaryForm) => aksi === 'izin')
  @IsUUID()
  photo?: string;

  /** Whether it is mailed to everybody, where that is asked. */
  @IsOptional()
  @IsIn(['ya'])
  kirim?: string;

  @ValidateIf(typesFollowUp)
  @IsText(2000)
  @IsNotEmpty()
  what = '';

  @ValidateIf(typesFollowUp)
  @IsCode()
  unit = '';

  @ValidateIf(typesFollowUp)
  @IsText(200)
  @IsNotEmpty()
  person = '';

  @ValidateIf(typesFollowUp)
  @IsCalendarDate()
  dueOn = '';
}
