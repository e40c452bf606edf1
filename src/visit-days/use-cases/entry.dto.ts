import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { IsOffsetDateTime, IsText } from '../../platform/http/fields.js';

/** What every entry may come with. */
class EntryBody {
  /** Made by the device; sent again it is the same entry. */
  @IsOptional()
  @IsUUID()
  id?: string;

  /** When it was entered, by the device's clock. */
  @IsOptional()
  @IsOffsetDateTime()
  enteredAt?: string;
}

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
