import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/security/actor.js';

/** Somebody with an account who is reached at another address from now on. */
export interface AccountAddressChange {
  actor: Actor;
  personId: string;
  name: string;
  from: string;
  to: string;
}

type AddressListener = (change: AccountAddressChange) => Promise<void>;

/** Where features above tell what follows, in the same transaction, when the address of an account changes. */
@Injectable()
export class OtherAddresses {
  private readonly listeners: AddressListener[] = [];

  register(listener: AddressListener): void {
    this.listeners.push(listener);
  }

  async changed(change: AccountAddressChange): Promise<void> {
    for (const listener of this.listeners) await listener(change);
  }
}
