import { Module } from '@nestjs/common';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { VisitsModule } from '../visits/index.js';
import { checkInProblems } from './http/problems.js';
import { ArrivalPages } from './pages/arrival.controller.js';
import { AttendanceSheetPages } from './pages/attendance-sheet.controller.js';
import { DoorPages } from './pages/screen.controller.js';
import { SigningPages } from './pages/signing.controller.js';
import { WalkInPages } from './pages/walk-ins.controller.js';
import { FindCheckInFacts } from './queries/check-in-facts.js';
import { SignatureDrawings } from './queries/signature-drawings.js';
import { CheckInPapers } from './storage/check-in-papers.js';
import { checkInEntities } from './storage/entities.js';
import { Signatures } from './storage/signatures.js';
import { WalkInContacts } from './storage/walk-in-contacts.js';
import { AtDoor } from './use-cases/at-door.js';
import { CheckIn } from './use-cases/check-in.js';
import { CheckInCodes } from './use-cases/check-in-codes.js';
import { CheckInCookie } from './use-cases/check-in-cookie.js';
import { DoorAccess } from './use-cases/door-access.js';
import { DoorQueue } from './use-cases/door-queue.js';
import { GuessLimit } from './use-cases/guess-limit.js';
import { LookAtWalkIn } from './use-cases/look-at-walk-in.js';
import { OwnCheckIns } from './use-cases/own-check-in.js';
import { ReadAttendanceSheet } from './use-cases/read-attendance-sheet.js';
import { RegisterWalkIn } from './use-cases/register-walk-in.js';
import { SignAttendance } from './use-cases/sign-attendance.js';

/** A visit's door: codes on a screen and on paper, who says to be there, who came unasked, who signed. */
@Module({
  imports: [
    EntitiesModule.forFeature(checkInEntities),
    VisitsModule,
    ProblemsModule.forFeature(checkInProblems),
  ],
  controllers: [DoorPages, ArrivalPages, WalkInPages, SigningPages, AttendanceSheetPages],
  providers: [
    FindCheckInFacts,
    SignatureDrawings,
    AtDoor,
    CheckInPapers,
    Signatures,
    WalkInContacts,
    CheckIn,
    CheckInCodes,
    CheckInCookie,
    DoorAccess,
    DoorQueue,
    GuessLimit,
    LookAtWalkIn,
    OwnCheckIns,
    ReadAttendanceSheet,
    RegisterWalkIn,
    SignAttendance,
  ],
  exports: [SignatureDrawings, CheckInCookie, OwnCheckIns],
})
export class CheckInModule {}
