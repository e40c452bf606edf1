/** Days back to which mails that were given up are sent again all together: older ones no longer help anybody. */
export const AGAIN_DAYS = 30;

/** The moment from which on a mail must have been given up to be among them. */
export function againSince(now: Date): Date {
  return new Date(now.getTime() - AGAIN_DAYS * 86_400_000);
}
