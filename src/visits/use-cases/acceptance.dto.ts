import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsUUID } from 'class-validator';
import { IsCalendarDate, IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { asList } from '../../platform/pages/described-form.js';

/** What a host says with its answer. */
class AcceptanceWordsBody {
  /** Of a host that answers: the room or place. */
  @MayBeLeftOut()
  @IsText(300)
  place?: string;

  /** Of a host that answers: what it says to its guests. */
  @MayBeLeftOut()
  @IsText(2000)
  hostMessage?: string;

  /** Of a host that answers: what it asks of its guests. */
  @MayBeLeftOut()
  @IsText(2000)
  conditions?: string;

  /** Of a host that answers: its letter. */
  @MayBeLeftOut()
  @IsText(100)
  replyLetterNumber?: string;

  @MayBeLeftOut()
  @IsCalendarDate()
  replyLetterDate?: string;
}

/** What goes with a host's answer to one visit, or to several at once. */
export class AcceptanceBody extends AcceptanceWordsBody {
  /** Of a host that accepts or proposes: ids of its people who receive the guests. They take part from then on and are invited. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  hosts?: string[];
}

/** The same as a form sends it: one box alone is no list, and what was left empty is left out (`filled`). */
export class AcceptanceForm extends AcceptanceWordsBody {
  @MayBeLeftOut()
  @Transform(({ value }: { value: unknown }) => asList(value))
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  hosts?: string[];
}
