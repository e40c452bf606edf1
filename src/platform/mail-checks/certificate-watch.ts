import { checkServerIdentity, type ConnectionOptions } from 'node:tls';

/** Days before its end at which a certificate is worth a word: those renewed by themselves have a month left. */
const SOON_DAYS = 14;
const DAY = 86_400_000;

/** Notes until when the certificate of a server holds while a connection to it checks the name in it. */
export class CertificateWatch {
  private endsAt: Date | null = null;

  /** What makes a connection tell. */
  readonly options: Required<Pick<ConnectionOptions, 'checkServerIdentity'>> = {
    checkServerIdentity: (host, certificate) => {
      const end = new Date(certificate.valid_to);
      this.endsAt = Number.isNaN(end.getTime()) ? null : end;
      return checkServerIdentity(host, certificate);
    },
  };

  /** Until when it holds; null for a connection without a certificate that could be trusted. */
  get end(): Date | null {
    return this.endsAt;
  }

  endsSoon(now: Date): boolean {
    return this.endsAt !== null && this.endsAt.getTime() - now.getTime() < SOON_DAYS * DAY;
  }
}
