import { UnitError } from './error-codes.js';
import { checkPolicy, type HostingPolicy } from './hosting-policy.js';
import { checkKinds, type KindRule } from './kind-rules.js';
import { describePolicyFault } from './policy-faults.js';

/** What is given of a policy; undefined stays as it is. */
export type PolicyChange = { [Field in keyof HostingPolicy]?: HostingPolicy[Field] | undefined };

/**
 * A policy as a change makes it.
 *
 * @throws UnitError `hosting-policy-unsound` naming every fault
 */
export function changedPolicy(policy: HostingPolicy, change: PolicyChange): HostingPolicy {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const changed: HostingPolicy = { ...policy, ...(Object.fromEntries(given) as Partial<HostingPolicy>) };
  const faults = checkPolicy(changed);
  if (faults.length > 0) throw new UnitError('hosting-policy-unsound', {}, faults.map(describePolicyFault));
  return changed;
}

/** @throws UnitError `hosting-policy-unsound` naming every fault of the rules for kinds, at `kinds.<kind>.<field>` */
export function assertSoundKinds(policy: HostingPolicy, kinds: readonly KindRule[]): void {
  const faults = checkKinds(policy, kinds);
  if (faults.length === 0) return;
  const told = faults.map(({ kind, field, message }) => ({ field: `kinds.${kind}.${field}`, message }));
  throw new UnitError('hosting-policy-unsound', {}, told);
}
