/** A regional office's setting: must it approve visits inside its region, and those across regions? */
export interface ApprovingOffice {
  code: string;
  approvesInside: boolean;
  approvesAcross: boolean;
  /** Whether the office itself is the guest or the host, and not a unit of its region. */
  takesPart?: boolean;
}

/**
 * Codes of the regional offices that must approve a visit, sorted; the other offices are only told of it. No office
 * approves what it leads or receives itself.
 */
export function neededApprovals(guest: ApprovingOffice, host: ApprovingOffice): string[] {
  const takesPart = guest.takesPart || host.takesPart;
  if (guest.code === host.code) return host.approvesInside && !takesPart ? [host.code] : [];
  return [guest, host]
    .filter((office) => office.approvesAcross && !office.takesPart)
    .map(({ code }) => code)
    .sort();
}

/** Offices that have yet to approve; while there are any, nobody accepts (`approval-missing`). */
export function missingApprovals(needed: readonly string[], given: readonly string[]): string[] {
  return needed.filter((office) => !given.includes(office));
}
