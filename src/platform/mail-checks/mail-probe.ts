import type { CertificateWatch } from './certificate-watch.js';
import type { MailCheckName } from './check-states.js';
import type { FindingName } from './findings.js';

/** What a probe found. */
export interface Found {
  finding: FindingName;
  /** What the other side said or publishes. */
  detail: string;
}

/** Looks at one part of sending or receiving mail, within seconds, and changes nothing. */
export interface MailProbe {
  readonly name: MailCheckName;
  /** The setting, or the domain, that it is about. */
  readonly subject: string;
  look(now: Date): Promise<Found>;
}

/** That a server lets us in, with a word about its certificate. */
export function certificateFound(watch: CertificateWatch, now: Date): Found {
  const { end } = watch;
  const detail = end === null ? '' : `TLS, sertifikat sampai ${end.toISOString().slice(0, 10)}`;
  return { finding: watch.endsSoon(now) ? 'certificate-ends-soon' : 'reachable', detail };
}
