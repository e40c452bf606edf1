import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, Min, ValidateIf } from 'class-validator';
import { IsCalendarDate, IsCode, IsText } from '../../platform/http/fields.js';

export const summaryDeeds = ['simpan', 'tindak', 'pratinjau', 'terbit'] as const;

const promises = ({ aksi }: SummaryForm): boolean => aksi === 'tindak';

/** The editor as the browser sends it: whatever the button, what was written is saved first. */
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

  @ValidateIf(promises)
  @IsText(2000)
  @IsNotEmpty()
  what = '';

  @ValidateIf(promises)
  @IsCode()
  unit = '';

  @ValidateIf(promises)
  @IsText(200)
  @IsNotEmpty()
  person = '';

  @ValidateIf(promises)
  @IsCalendarDate()
  dueOn = '';
}
