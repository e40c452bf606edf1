import { Equals } from 'class-validator';

/** Somebody who was asked once more, and says yes. */
export class AgreedForm {
  @Equals('ya', { message: 'centanglah bila Anda sudah yakin' })
  setuju: string;
}
