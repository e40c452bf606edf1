import { IsNotEmpty } from 'class-validator';
import { IsText } from '../../platform/http/fields.js';

/** A domain, and the one in its place. */
export class DomainMoveBody {
  /** `kemenkumham.go.id` */
  @IsText(253)
  @IsNotEmpty()
  from: string;

  /** `kemenimipas.go.id` */
  @IsText(253)
  @IsNotEmpty()
  to: string;
}

export class DomainMoveQuery extends DomainMoveBody {}
