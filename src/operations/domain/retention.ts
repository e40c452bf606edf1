export const retentionSettings = [
  ...(['KEEP_MAIL_BODIES', 'KEEP_RECEIVED_MAILS', 'KEEP_ENDED'] as const),
  ...(['KEEP_LOOKS', 'KEEP_UNCLEARED', 'KEEP_SIGNED_COPIES'] as const),
] as const;

/** Settings that say after how many months something is dropped; 0 for never. */
type RetentionSettings = Readonly<Record<(typeof retentionSettings)[number], number>>;

interface Retention {
  table: string;
  /** What goes, and what of it stays. */
  drops: string;
  setting: keyof RetentionSettings;
  why: string;
}

/** What is dropped when it is old, by kind; `OldData` drops it. */
export const retention = {
  'backup-runs': {
    table: 'backup_run',
    drops: 'attempts whose backup was removed or that failed; those whose backup is there stay',
    setting: 'KEEP_ENDED',
    why: 'a line each night, of use only to who looks after backups now',
  },
  'feedback-links': {
    table: 'feedback_link',
    drops: 'links that nobody can use any more; what was said stays',
    setting: 'KEEP_ENDED',
    why: 'one a mail, and each ends weeks after it was asked for',
  },
  'host-answer-links': {
    table: 'host_answer_link',
    drops: 'links that nobody can use any more; the answers stay',
    setting: 'KEEP_ENDED',
    why: 'one a mail, and each ends with its question',
  },
  'idempotency-keys': {
    table: 'visit_idempotency_key',
    drops: 'keys of visits that were made long ago; the visits stay',
    setting: 'KEEP_ENDED',
    why: 'a program sends a request again within minutes',
  },
  imports: {
    table: 'import',
    drops: 'files that somebody brought, with their rows; what was made of them stays, and is not made twice',
    setting: 'KEEP_ENDED',
    why: 'rows hold names and addresses a second time',
  },
  'mail-bodies': {
    table: 'mail',
    drops: 'text, calendar part and files; key, state, addressee, subject and times stay',
    setting: 'KEEP_MAIL_BODIES',
    why: 'twenty mails a visit, each told once; that it went, when and to whom is what is asked later',
  },
  'participant-links': {
    table: 'participant_link',
    drops: 'links that nobody can use any more',
    setting: 'KEEP_ENDED',
    why: 'one a mail, and each ends a year after its visit',
  },
  'press-quote-links': {
    table: 'press_quote_link',
    drops: 'links that nobody can use any more; the quotes stay',
    setting: 'KEEP_ENDED',
    why: 'one a mail or message, and each ends after two weeks',
  },
  'received-mails': {
    table: 'received_mail',
    drops: 'the source of what was handled; sender, subject, time and what became of it stay',
    setting: 'KEEP_RECEIVED_MAILS',
    why: 'it holds all that people wrote below their answer',
  },
  'walk-in-contacts': {
    table: 'walk_in_contact',
    drops:
      'how people who came unasked said to be reached, where no officer ever looked; that they came stays',
    setting: 'KEEP_UNCLEARED',
    why: 'an officer looks within days, and takes the contacts over or the person off the list',
  },
  'nip-looks': {
    table: 'nip_look',
    drops: 'who had whose NIP shown',
    setting: 'KEEP_LOOKS',
    why: 'it answers who knows of somebody, which is asked for some years',
  },
  'export-records': {
    table: 'export_record',
    drops: 'who took which file away',
    setting: 'KEEP_LOOKS',
    why: 'it answers who has the data of somebody, which is asked for some years',
  },
  'uncleared-photos': {
    table: 'visit_entry',
    drops: 'photos of the day that nobody cleared; that there was one stays',
    setting: 'KEEP_UNCLEARED',
    why: 'they may show whom nobody may see, and go nowhere without their clearance',
  },
  'signed-copies': {
    table: 'visit_file',
    drops: 'scans of signed letters; the line in the register stays',
    setting: 'KEEP_SIGNED_COPIES',
    why: 'the archive of the office has the letter itself',
  },
  'api-tokens': {
    table: 'api_token',
    drops: 'tokens that ended or were revoked',
    setting: 'KEEP_ENDED',
    why: 'they open nothing any more',
  },
} as const satisfies Record<string, Retention>;

export type RetentionKind = keyof typeof retention;

const MONTHS_A_YEAR = 12;

/** Before which instant things of a kind are old; null where they are kept for good. */
export function oldBefore(kind: RetentionKind, settings: RetentionSettings, now: Date): Date | null {
  const months = settings[retention[kind].setting];
  if (months === 0) return null;
  const before = new Date(now);
  const monthsOfAll = before.getUTCFullYear() * MONTHS_A_YEAR + before.getUTCMonth() - months;
  // The first of a month has no day that another month lacks.
  before.setUTCDate(1);
  before.setUTCFullYear(Math.floor(monthsOfAll / MONTHS_A_YEAR), monthsOfAll % MONTHS_A_YEAR);
  return before;
}
