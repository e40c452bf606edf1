import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, Min, ValidateIf } from 'class-validator';
import { IsCalendarDate, IsCode, IsText } from '../../platform/http/fields.js';

export const summaryDeeds = ['simpan', 'tindak', 'pratinjau', 'terbit'] as const;

/** Whether a follow-up was begun: the button for it was pressed, or one of its fields was filled. */
export const typesFollowUp = ({ aksi, ...form }: SummaryForm): boolean =>
  aksi === 'tindak' || [form.what, form.person, form.dueOn].some((given) => given !== '');

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
