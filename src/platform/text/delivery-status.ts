/** Enhanced status codes that say that an address takes no mail (RFC 3463, RFC 7505), as people read them. */
const deadAddresses: Readonly<Record<string, string>> = {
  '5.1.1': 'kotak surat itu tidak ada',
  '5.1.2': 'domain di belakang tanda @ tidak ada',
  '5.1.3': 'penulisan alamatnya keliru',
  '5.1.6': 'kotak surat itu sudah pindah',
  '5.1.10': 'domain itu tidak menerima surat',
  '5.2.1': 'kotak surat itu ditutup',
};

/** What stands for a refusal without a code that anybody knows. */
export const UNKNOWN_STATUS = '5.0.0';

/** Whether a status code says that the address itself is dead; a full mailbox, a blocked sender, 4.y.z do not. */
export const isDeadAddress = (status: string): boolean => Object.hasOwn(deadAddresses, status);

/** Why mail does not reach an address, in words of our own whatever the other server said. */
export function deliveryProblem(status: string): string {
  return isDeadAddress(status) ? (deadAddresses[status] ?? '') : 'server penerimanya menolak surat';
}

/** The first enhanced status code of class 4 or 5 in what a server said; null when there is none. */
export function statusIn(said: string): string | null {
  return /(?<![\d.])([45]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/.exec(said)?.[1] ?? null;
}
