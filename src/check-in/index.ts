export { CheckInModule } from './check-in.module.js';
export { SignatureDrawings } from './queries/signature-drawings.js';
export { CheckInCookie } from './use-cases/check-in-cookie.js';
export { OwnCheckIns, type OwnCheckIn } from './use-cases/own-check-in.js';
export { checkInPersonal } from './storage/personal-columns.js';
