import { IsBoolean, IsInt, IsUUID, Min } from 'class-validator';
import { IsListOf, IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { LONGEST_BODY, LONGEST_CAPTION, LONGEST_TITLE, MOST_PHOTOS } from '../domain/press-kinds.js';

class PressPhotoBody {
  @IsUUID()
  id: string;

  @IsText(LONGEST_CAPTION)
  caption: string;
}

export class PressTextBody {
  /** The version the caller saw; 0 for a text that nobody saved. */
  @IsInt()
  @Min(0)
  version: number;

  @IsText(LONGEST_TITLE)
  title: string;

  /** Paragraphs, an empty line between them. */
  @IsText(LONGEST_BODY)
  body: string;

  @IsListOf(() => PressPhotoBody, MOST_PHOTOS)
  photos: PressPhotoBody[];
}

export class SeenPressBody {
  /** The version the caller saw. */
  @IsInt()
  @Min(1)
  version: number;
}

export class PressApprovalBody extends SeenPressBody {
  /** Name of the head, where somebody else writes down that it was approved. */
  @MayBeLeftOut()
  @IsText(200)
  approver?: string;
}

export class PressPointBody extends SeenPressBody {
  @IsText(50)
  point: string;

  /** Whether it holds or does not matter; false takes back what was said. */
  @IsBoolean()
  says: boolean;

  /** Why it does not matter; needed where a rule judges. */
  @MayBeLeftOut()
  @IsText(300)
  reason?: string;
}
