/** A regional office's setting: must it approve visits inside its region, and those across regions? */
export interface ApprovingOffice {
  code: string;
  approvesInside: boolean;
  approvesAcross: boolean;
}

/** Codes of the regional offices that must approve a visit, sorted; the other offices are only told of it. */
export function neededApprovals(guest: ApprovingOffice, host: ApprovingOffice): string[] {
  if (guest.code === host.code) return host.approvesInside ? [host.code] : [];
  return [guest, host]
    .filter(({ approvesAcross }) => approvesAcross)
    .map(({ code }) => code)
    .sort();
}

/** Offices that have yet to approve; while there are any, nobody accepts (`approval-missing`). */
export function missingApprovals(needed: readonly string[], given: readonly string[]): string[] {
  return needed.filter((office) => !given.includes(office));
}
