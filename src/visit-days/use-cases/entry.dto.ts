import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { IsOffsetDateTime, IsText } from '../../platform/http/fields.js';
import type { DeviceTimes } from '../domain/entry-times.js';

/** What every entry may come with. */
export class EntryBody {
  /** Made by the device; sent again it is the same entry. */
  @IsOptional()
  @IsUUID()
  id?: string;

  /** When it was entered, by the device's clock. */
  @IsOptional()
  @IsOffsetDateTime()
  enteredAt?: string;

  /** When the device sent it, by the same clock: by this the server knows how wrong that clock is. */
  @IsOptional()
  @IsOffsetDateTime()
  sentAt?: string;
}

const dateOf = (text: string | undefined): Date | undefined => (text ? new Date(text) : undefined);

export const deviceTimesOf = ({
  enteredAt,
  sentAt,
}: Pick<EntryBody, 'enteredAt' | 'sentAt'>): DeviceTimes => ({
  enteredAt: dateOf(enteredAt),
  sentAt: dateOf(sentAt),
});

export class EntryNoteBody extends EntryBody {
  @IsText(4000)
  text: string;
}

/** The fields beside the photo. */
export class PhotoFields extends EntryBody {
  @IsOptional()
  @IsText(4000)
  text?: string;

  /** `ya`: no inmate's face or name is in the photo. */
  @IsOptional()
  @IsIn(['ya'])
  clearance?: 'ya';
}
