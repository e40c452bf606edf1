import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { normaliseEmail } from '../../platform/text/emails.js';
import { normalisePhone } from '../../platform/text/phones.js';
import { AddWalkIn, arrivedAs } from '../../visits/index.js';
import { CheckInError } from '../domain/error-codes.js';
import { dayStart } from '../domain/code-times.js';
import { WalkInContacts } from '../storage/walk-in-contacts.js';
import { assertOpen, CheckIn, type CheckedIn } from './check-in.js';
import type { CheckInSession } from './check-in-codes.js';
import type { WalkInForm } from './walk-in.dto.js';

/** As many people as one device writes down: those who came without a telephone. */
const MOST_OF_DEVICE = 5;

/** Writes down those who came unasked, as present; their contacts wait for an officer's look. */
@Injectable()
export class RegisterWalkIn {
  constructor(
    private readonly database: Database,
    private readonly add: AddWalkIn,
    private readonly contacts: WalkInContacts,
    private readonly checkIn: CheckIn,
  ) {}

  /**
   * @throws CheckInError `walk-in-unreachable`, `walk-ins-of-one-device`, `check-in-closed`
   * @throws VisitError `walk-ins-full`, `participant-double`
   */
  async execute(session: CheckInSession, given: Omit<WalkInForm, 'session'>): Promise<CheckedIn> {
    const { facts, scannedAt: cameAt, device } = session;
    assertOpen(facts);
    const { id, name, office, side } = given;
    const email = given.email ? normaliseEmail(given.email) : null;
    const phone = given.phone ? normalisePhone(given.phone) : null;
    if (email === null && phone === null) {
      const message = 'Isi nomor telepon atau alamat surel';
      throw new CheckInError('walk-in-unreachable', {}, [{ field: 'phone', message }]);
    }
    const attendance = arrivedAs(cameAt, dayStart(facts, cameAt), facts.lateMinutes);
    await this.database.transaction(async () => {
      const lateAt = this.checkIn.lateAt(facts);
      const isNew = await this.add.execute(facts.visitId, {
        id,
        name,
        office,
        side,
        attendance,
        cameAt,
        lateAt,
      });
      if (!isNew) return;
      // Counted once the visit is locked, so that one device cannot send many at once.
      if ((await this.contacts.countOf(device)) >= MOST_OF_DEVICE) {
        throw new CheckInError('walk-ins-of-one-device');
      }
      await this.contacts.add({ participantId: id, device, email, phone, cameAt });
    });
    return { participantId: id, name, attendance, at: cameAt };
  }
}
